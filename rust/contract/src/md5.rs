//! MD5 of short texts, many at a time: 64 numbers after one key go through its 64 steps at once, on all cores.
//!
//! Numbers that differ in their last three digits share a block; the digits are added to it. The steps are written once, for two
//! texts: in a loop over an array's two halves they become [SIMD](https://en.wikipedia.org/wiki/Single_instruction,_multiple_data),
//! two vectors side by side, as each step waits for the one before. Of steps that change no word which is looked at, the compiler
//! makes nothing.

use crate::compiled_twice;
use crate::cores::{cores, on_threads};
use crate::machine::Machine;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

/// A text as MD5's only block, as words whose first byte is the lowest.
pub type Block = [u32; 16];
/// As words whose first byte is the lowest.
pub type Hash = [u32; 4];

/// What differs within a block, in numbers, and rounded up to whole arrays.
const TAILS: u64 = 1000;
const PADDED: usize = 1024;
/// Numbers that are tried at once.
const LANES: usize = 64;

/// The state before any block.
pub const START: Hash = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
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

/// A number and the first word of its hash.
pub type Hit = (u64, u32);

/// The numbers whose hashes, written after a key of at most 40 bytes, start with one to seven zeroes: from the first number on, and as many
/// as are enough. Of a beginning of what is sought it is asked how many of its numbers are enough.
pub fn hits(key: &str, first: u64, zeroes: u32, enough: impl Fn(&[Hit]) -> Option<usize> + Sync) -> Vec<Hit> {
    // A word's first byte is its lowest, and a byte's first digit its higher half.
    let mask = (u32::MAX << (32 - 4 * zeroes)).swap_bytes();
    let mut found = Vec::new();
    for number in first..TAILS {
        let word = hash(&padded(&format!("{key}{number}")))[0];
        if word & mask == 0 {
            found.push((number, word));
            if let Some(count) = enough(&found) {
                found.truncate(count);
                return found;
            }
        }
    }
    large(key, mask, found, enough, cores(zeroes >= 4))
}

/// Blocks are taken in order, each by one of the threads; none below the last number that is needed is left out.
fn large(
    key: &str,
    mask: u32,
    small: Vec<Hit>,
    enough: impl Fn(&[Hit]) -> Option<usize> + Sync,
    threads: usize,
) -> Vec<Hit> {
    let (next, end, found) = (AtomicU64::new(TAILS), AtomicU64::new(u64::MAX), Mutex::new(small));
    let search = || {
        let mut words = [0; PADDED];
        let mut start = next.fetch_add(TAILS, Relaxed);
        while start < end.load(Relaxed) {
            let place = key.len() + start.ilog10() as usize - 2;
            Machine::new().first_words(&padded(&format!("{key}{start}")), place, &mut words);
            if words.iter().fold(false, |any, word| any | (word & mask == 0)) {
                let hits = (start..).zip(words).take(TAILS as usize).filter(|(_, word)| word & mask == 0);
                let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
                found.extend(hits);
                found.sort_unstable();
                if let Some(count) = enough(&found) {
                    found.truncate(count);
                    end.store(found[count - 1].0, Relaxed);
                }
            }
            start = next.fetch_add(TAILS, Relaxed);
        }
    };
    on_threads(threads, search);
    found.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// A text of at most 55 bytes as a block: the bytes, a one, zeroes, and the length in bits.
pub fn padded(text: &str) -> Block {
    let mut bytes = [0; 64];
    bytes[..text.len()].copy_from_slice(text.as_bytes());
    bytes[text.len()] = 0x80;
    bytes[56..].copy_from_slice(&(8 * text.len() as u64).to_le_bytes());
    std::array::from_fn(|word| std::array::from_fn(|byte| bytes[4 * word + byte])).map(u32::from_le_bytes)
}

/// The hash of one block.
pub fn hash(block: &Block) -> Hash {
    hashes(|_, word| block[word])[0]
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

/// The first words of the hashes of a block to which each tail's digits are added from a place on.
#[inline(always)]
fn first_words<const WIDE: bool>(block: &Block, place: usize, found: &mut [u32; PADDED]) {
    let (at, shift) = (place / 4, place as u32 % 4 * 8);
    let mut words = block.map(|word| [word; LANES]);
    for (digits, to) in DIGITS.chunks_exact(LANES).zip(found.chunks_exact_mut(LANES)) {
        for (lane, &digits) in digits.iter().enumerate() {
            words[at][lane] = block[at] + (digits << shift);
            words[at + 1][lane] = block[at + 1] + digits.checked_shr(32 - shift).unwrap_or(0);
        }
        let mut found = [[0; LANES / 2]; 2];
        for lane in 0..LANES / 2 {
            let [low, high] = hashes(|one, word| words[word][lane + one * LANES / 2]);
            [found[0][lane], found[1][lane]] = [low[0], high[0]];
        }
        to.copy_from_slice(found.as_flattened());
    }
}

/// The hashes of two blocks, of each of which any word may be asked for.
#[inline(always)]
pub fn hashes(word: impl Fn(usize, usize) -> u32) -> [Hash; 2] {
    compressed([START; 2], word)
}

/// What two blocks make of two states; a text's hash is the state after its last block.
#[inline(always)]
pub fn compressed(before: [Hash; 2], word: impl Fn(usize, usize) -> u32) -> [Hash; 2] {
    let mut states = before;
    macro_rules! unrolled {
        ($($number:literal)*) => { $(
            states = [0, 1].map(|one| step($number, states[one], |number| word(one, number)));
        )* };
    }
    unrolled!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31);
    unrolled!(32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63);
    [0, 1].map(|one| std::array::from_fn(|word| states[one][word].wrapping_add(before[one][word])))
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
        fn first_words(block: &Block, place: usize, found: &mut [u32; PADDED]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        hash(&padded(text)).iter().map(|word| format!("{:08x}", word.swap_bytes())).collect()
    }

    #[test]
    fn hashes_that_rfc_1321_lists() {
        for (text, hash) in [
            ("", "d41d8cd98f00b204e9800998ecf8427e"),
            ("abc", "900150983cd24fb0d6963f7d28e17f72"),
            ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
        ] {
            assert_eq!(written(text), hash);
        }
    }

    #[test]
    fn numbers_are_found_in_order_by_any_threads() {
        for key in ["pine", "a", "ab", "abc"] {
            let plain: Vec<u64> =
                (0..30_000).filter(|number| written(&format!("{key}{number}")).starts_with("00")).collect();
            let enough = |hits: &[Hit]| (hits.len() >= 100).then_some(100);
            for threads in [1, 2, 3] {
                let mask = 0xff;
                let small = (0..TAILS).map(|number| (number, hash(&padded(&format!("{key}{number}")))[0]));
                let small = small.filter(|(_, word)| word & mask == 0).collect();
                let found = large(key, mask, small, enough, threads);
                assert_eq!(found.iter().map(|hit| hit.0).collect::<Vec<_>>(), plain[..100]);
            }
            assert!(hits(key, 0, 2, enough).iter().map(|hit| hit.0).eq(plain[..100].iter().copied()));
        }
    }
}
