//! The Ideal Stocking Stuffer: 64 numbers at a time go through 61 steps of MD5, on all cores.
//!
//! Only the hash's first word is looked at, and the last three of 64 steps don't change it. Numbers that differ in their last three
//! digits share a block; the digits are added to it. The steps are written once, for two numbers: in a loop over an array's two
//! halves they become [SIMD](https://en.wikipedia.org/wiki/Single_instruction,_multiple_data), two vectors side by side, as each
//! step waits for the one before.

use contract::{InvalidInput, compiled_twice, machine::Machine, reading::single};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread;

const MESSAGE: &str = "expected a key of 1 to 40 small letters, perhaps after a digit from 1 to 5 and a space";
/// What differs within a block, in numbers, and rounded up to whole arrays.
const TAILS: u64 = 1000;
const PADDED: usize = 1024;
/// Numbers that are tried at once.
const LANES: usize = 64;

const START: [u32; 4] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
const TURNS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
/// 2³² times the sines of 1, 2, 3 and so on, without their signs.
#[rustfmt::skip]
const SINES: [u32; 64] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
    0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
    0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
    0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
    0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
    0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
    0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
];

/// A key, and how many zeroes part 1 asks for.
pub struct Secret {
    key: String,
    zeroes: u32,
}

pub fn parse(text: &str) -> Result<Secret, InvalidInput> {
    single(text, MESSAGE, |line| {
        let zeroes = line.choice(&["1 ", "2 ", "3 ", "4 ", "5 "]).map_or(5, |at| at as u32 + 1);
        let key = line.word(|byte| byte.is_ascii_lowercase()).filter(|key| key.len() <= 40)?;
        Some(Secret { key: String::from_utf8_lossy(key).into_owned(), zeroes })
    })
}

pub fn part1(secret: &Secret) -> u64 {
    least(&secret.key, secret.zeroes)
}

pub fn part2(secret: &Secret) -> u64 {
    least(&secret.key, secret.zeroes + 1)
}

/// The least number whose hash starts with so many zeroes.
fn least(key: &str, zeroes: u32) -> u64 {
    // A word's first byte is its lowest, and a byte's first digit its higher half.
    let mask = (u32::MAX << (32 - 4 * zeroes)).swap_bytes();
    let small = (1..TAILS).find(|&number| {
        let block = padded(key, number);
        steps(|_, word| block[word])[0] & mask == 0
    });
    small.unwrap_or_else(|| large(key, mask, if zeroes < 4 { 1 } else { cores() }))
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Blocks are taken in order, each by one of the threads; none below the best that was found is left out.
fn large(key: &str, mask: u32, threads: usize) -> u64 {
    let (next, best) = (AtomicU64::new(TAILS), AtomicU64::new(u64::MAX));
    let search = || {
        let mut start = next.fetch_add(TAILS, Relaxed);
        while start < best.load(Relaxed) {
            if let Some(tail) = among(key, start, mask) {
                best.fetch_min(start + tail as u64, Relaxed);
            }
            start = next.fetch_add(TAILS, Relaxed);
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            // Where there is no other thread, this one does all.
            _ = thread::Builder::new().spawn_scoped(scope, search);
        }
        search();
    });
    best.into_inner()
}

/// Which of a thousand numbers, from one on, is the first?
fn among(key: &str, start: u64, mask: u32) -> Option<usize> {
    let last = key.len() + start.ilog10() as usize - 2;
    Machine::new().first_tail(&padded(key, start), last, mask)
}

/// The key and a number as MD5's only block: the bytes, a one, zeroes, and the length in bits.
fn padded(key: &str, number: u64) -> [u32; 16] {
    let text = format!("{key}{number}");
    let mut bytes = [0; 64];
    bytes[..text.len()].copy_from_slice(text.as_bytes());
    bytes[text.len()] = 0x80;
    bytes[56..].copy_from_slice(&(8 * text.len() as u64).to_le_bytes());
    std::array::from_fn(|word| std::array::from_fn(|byte| bytes[4 * word + byte])).map(u32::from_le_bytes)
}

/// The three digits of each tail, the first in the lowest byte; the last tail fills the array up.
const DIGITS: [u32; PADDED] = {
    let mut digits = [0x9_0909; PADDED];
    let mut tail = 0;
    while tail < TAILS as u32 {
        digits[tail as usize] = (tail / 100) | ((tail / 10 % 10) << 8) | ((tail % 10) << 16);
        tail += 1;
    }
    digits
};

/// The first tail, of which digits from a place on are added to a block, whose hash has zeroes where the mask has ones.
#[inline(always)]
fn first_tail<const WIDE: bool>(block: &[u32; 16], place: usize, mask: u32) -> Option<usize> {
    let (at, shift) = (place / 4, place as u32 % 4 * 8);
    let mut words = block.map(|word| [word; LANES]);
    for (group, digits) in DIGITS.chunks_exact(LANES).enumerate() {
        for (lane, &digits) in digits.iter().enumerate() {
            words[at][lane] = block[at] + (digits << shift);
            words[at + 1][lane] = block[at + 1] + digits.checked_shr(32 - shift).unwrap_or(0);
        }
        let hashes = first_words(&words);
        if hashes.iter().fold(false, |found, hash| found | (hash & mask == 0)) {
            return hashes.iter().position(|hash| hash & mask == 0).map(|lane| LANES * group + lane);
        }
    }
    None
}

/// The first words of so many hashes.
#[inline(always)]
fn first_words(words: &[[u32; LANES]; 16]) -> [u32; LANES] {
    let mut found = [0; LANES];
    let (low, high) = found.split_at_mut(LANES / 2);
    for lane in 0..LANES / 2 {
        [low[lane], high[lane]] = steps(|one, word| words[word][lane + one * LANES / 2]);
    }
    found
}

/// The first words of the hashes of two blocks, of each of which any word may be asked for.
#[inline(always)]
fn steps(word: impl Fn(usize, usize) -> u32) -> [u32; 2] {
    let mut states = [START; 2];
    macro_rules! unrolled {
        ($($number:literal)*) => { $(
            states = [0, 1].map(|one| step($number, states[one], |number| word(one, number)));
        )* };
    }
    unrolled!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30);
    unrolled!(31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60);
    states.map(|[_, b, ..]| b.wrapping_add(START[0]))
}

#[inline(always)]
fn step(number: usize, [a, b, c, d]: [u32; 4], word: impl Fn(usize) -> u32) -> [u32; 4] {
    let (mixed, at) = match number / 16 {
        0 => (d ^ b & (c ^ d), number),
        1 => (c ^ d & (b ^ c), 5 * number + 1),
        2 => (b ^ c ^ d, 3 * number + 5),
        _ => (c ^ (b | !d), 7 * number),
    };
    let sum = a.wrapping_add(mixed).wrapping_add(word(at % 16).wrapping_add(SINES[number]));
    [d, b.wrapping_add(sum.rotate_left(TURNS[number / 16][number % 4])), b, c]
}

compiled_twice! {
    trait Hashing {
        fn first_tail(block: &[u32; 16], place: usize, mask: u32) -> Option<usize>;
    }
}
