//! One-Time Pad: 64 numbers at a time are hashed again and again, on all cores.
//!
//! A hash becomes the next text without leaving its [SIMD](https://en.wikipedia.org/wiki/Single_instruction,_multiple_data) lane: bits are
//! spread to one digit a byte, and what is above 9 gets 39 more, from `0` to `a`. Half of the next block never changes, and is
//! folded into MD5's constants. Digits in a row are found by comparing a hash with itself, shifted.

use contract::cores::share_out;
use contract::machine::Machine;
use contract::md5::{Hash, hash, hashes, padded};
use contract::{InvalidInput, compiled_twice, reading::single};

const MESSAGE: &str =
    "expected a salt of 1 to 40 small letters, perhaps after a number from 1 to 9999 and a space";
const KEYS: usize = 64;
const AHEAD: usize = 1000;
/// Numbers that are hashed at once.
const LANES: usize = 64;
/// Numbers between two looks at whether there are enough keys.
const ROUND: usize = 512;

/// A salt, and how many times a hash is hashed again in part 2.
pub struct Pad {
    salt: String,
    again: u32,
}

pub fn parse(text: &str) -> Result<Pad, InvalidInput> {
    single(text, MESSAGE, |line| {
        let mut number = *line;
        let again =
            number.natural(9999).filter(|&again| again > 0).and_then(|again| number.tag(" ").map(|()| again));
        if again.is_some() {
            *line = number;
        }
        let salt = line.word(|byte| byte.is_ascii_lowercase()).filter(|salt| salt.len() <= 40)?;
        Some(Pad { salt: String::from_utf8_lossy(salt).into_owned(), again: again.unwrap_or(2016) as u32 })
    })
}

pub fn part1(pad: &Pad) -> usize {
    last_key(&pad.salt, 0)
}

pub fn part2(pad: &Pad) -> usize {
    last_key(&pad.salt, pad.again)
}

/// The number of the last key. Whether a number is one is known when the thousand after it are.
fn last_key(salt: &str, again: u32) -> usize {
    // The number before which each digit was last met five times in a row; and each number's first digit of three, or 16.
    let mut fives = [0; 16];
    let mut threes = Vec::new();
    let mut keys = 0;
    loop {
        for hash in stretched(salt, threes.len(), again) {
            let number = threes.len();
            let (three, all_fives) = in_a_row(hash);
            threes.push(three);
            contract::bits::ones(all_fives).for_each(|digit| fives[digit] = number);
            if let Some(asked) = number.checked_sub(AHEAD) {
                keys += usize::from(fives.get(threes[asked]).is_some_and(|&five| five > asked));
                if keys == KEYS {
                    return asked;
                }
            }
        }
    }
}

/// The first digit that is there three times in a row, if any, or 16; and the set of those that are there five times.
fn in_a_row(hash: Hash) -> (usize, u64) {
    let digits = hash.iter().fold(0, |digits, word| digits << 32 | u128::from(word.swap_bytes()));
    let other = digits ^ digits >> 4;
    // A one for each digit but the first that is like the one before.
    let alike = !(other | other >> 1 | other >> 2 | other >> 3) & ((u128::MAX / 15) >> 4);
    let digit = |place: u32| (digits >> place & 15) as usize;
    let (threes, mut fives) = (alike & alike >> 4, alike & alike >> 4 & alike >> 8 & alike >> 12);
    let mut found = 0;
    while fives > 0 {
        found |= 1 << digit(fives.trailing_zeros());
        fives &= fives - 1;
    }
    (if threes > 0 { digit(127 - threes.leading_zeros()) } else { 16 }, found)
}

/// The hashes of a round's numbers, each hashed again so many times.
fn stretched(salt: &str, start: usize, again: u32) -> Vec<Hash> {
    let mut round: Vec<Hash> =
        (start..start + ROUND).map(|number| hash(&padded(&format!("{salt}{number}")))).collect();
    let machine = Machine::new();
    share_out(again > 10, round.chunks_exact_mut(LANES), |part| machine.stretch(part, again));
    round
}

#[inline(always)]
fn stretch<const WIDE: bool>(found: &mut [Hash], again: u32) {
    let [mut a, mut b, mut c, mut d] =
        [0, 1, 2, 3].map(|word| std::array::from_fn::<u32, LANES, _>(|lane| found[lane][word]));
    let mut words = [[0; LANES]; 8];
    for _ in 0..again {
        for lane in 0..LANES {
            [words[0][lane], words[1][lane]] = text(a[lane]);
            [words[2][lane], words[3][lane]] = text(b[lane]);
            [words[4][lane], words[5][lane]] = text(c[lane]);
            [words[6][lane], words[7][lane]] = text(d[lane]);
        }
        for lane in 0..LANES / 2 {
            let [low, high] = hashes(|one, word| match word {
                0..8 => words[word][lane + one * LANES / 2],
                8 => 0x80,
                14 => 8 * 32,
                _ => 0,
            });
            [a[lane], b[lane], c[lane], d[lane]] = low;
            let lane = lane + LANES / 2;
            [a[lane], b[lane], c[lane], d[lane]] = high;
        }
    }
    for (lane, hash) in found.iter_mut().enumerate() {
        *hash = [a[lane], b[lane], c[lane], d[lane]];
    }
}

/// A hash's word, written in hexadecimal.
#[inline(always)]
fn text(word: u32) -> [u32; 2] {
    let written = |half: u32| {
        let bytes = (half | half << 8) & 0x00ff_00ff;
        let digits = bytes >> 4 & 0x000f_000f | (bytes & 0x000f_000f) << 8;
        let letters = (digits + 0x0606_0606) >> 4 & 0x0101_0101;
        // 39 times as many, by shifts.
        digits + 0x3030_3030 + (letters << 5) + (letters << 3) - letters
    };
    [written(word & 0xffff), written(word >> 16)]
}

compiled_twice! {
    trait Stretching {
        fn stretch(hashes: &mut [Hash], again: u32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_in_a_row() {
        let hash = |text: &str| {
            std::array::from_fn(|word| u32::from_str_radix(&text[8 * word..][..8], 16).unwrap().swap_bytes())
        };
        assert_eq!(in_a_row(hash("0012201122001122001122001122aaa0")), (10, 0));
        assert_eq!(in_a_row(hash("0001122001122001122001122fffff33")), (0, 1 << 15));
        assert_eq!(in_a_row(hash("33333300000001122001122001122333")), (3, 1 << 3 | 1));
        assert_eq!(in_a_row(hash("01234567012345670123456701234567")), (16, 0));
    }

    #[test]
    fn a_hash_is_hashed_again_as_text() {
        let hashed = stretched("snow", 990, 2);
        let again =
            |found: Hash| hash(&padded(&found.map(|word| format!("{:08x}", word.swap_bytes())).concat()));
        for (number, found) in (990..).zip(hashed) {
            assert_eq!(again(again(hash(&padded(&format!("snow{number}"))))), found);
        }
    }
}
