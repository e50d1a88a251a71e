//! The Treachery of Whales: both targets are known without a search, so what remains is to read a thousand numbers.
//!
//! The fuel is convex in the target: its slope only rises. With linear cost the slope is the number of crabs to the
//! left less that to the right, and the target is the median. With triangular cost the slope from c to c + 1 is
//! n (c - mean) + the number of crabs that are not right of c. That number is from 0 to n, so the slope is at most 0 as
//! long as c + 1 <= mean and at least 0 once c >= mean: the target is one of the two integers around the mean.
//!
//! Near positions are tallied in an array that is walked to the middle; far ones go through the standard library's
//! selection, which is linear as well. Triangular fuel is half the sum of d^2 + d, and the sum of d^2 follows from the
//! sums of positions and of their squares. What is left are sums that the compiler turns into SIMD.
//!
//! Most of the time goes into reading. The lengths of the numbers can't be guessed, and a wrong guess costs as much as
//! several numbers. So 64 bytes become 64 bits that say where the commas are, and a number of up to four digits is read
//! as one word: shifted until its digits are the last, then joined by two multiplications, whatever its length. Tried and
//! dropped: digit by digit (twice as slow), words of eight digits (a fifth slower), the commas sought number by
//! number (a third slower: the next one must wait for this one), all ends listed first (a tenth slower), and four-digit
//! sums at every byte by SIMD (a fifth slower).

use contract::InvalidInput;
use contract::reading::natural;

/// The farthest position.
const FARTHEST: u64 = 1_000_000_000;

/// Positions below this are tallied.
const NEAR: usize = 2048;

pub fn parse(text: &str) -> Result<Vec<u32>, InvalidInput> {
    read(text.as_bytes()).ok_or_else(|| match text.split_once('\n') {
        Some((line, _)) if read(line.as_bytes()).is_some() => InvalidInput::new(2, "expected no second line"),
        _ => InvalidInput::new(1, format!("expected a number from 0 to {FARTHEST}")),
    })
}

/// The positions in a line.
fn read(line: &[u8]) -> Option<Vec<u32>> {
    let is_stray = |byte: u8| byte.wrapping_sub(b'0') > 9 && byte != b',';
    if line.iter().fold(false, |any, &byte| any | is_stray(byte)) {
        return None;
    }
    let mut crabs = Vec::with_capacity(line.len() / 2 + 1);
    let mut start = 0;
    for (block, bytes) in line.chunks(64).enumerate() {
        let mut commas = commas(bytes);
        while commas != 0 {
            let end = 64 * block + commas.trailing_zeros() as usize;
            crabs.push(number(line, start, end)?);
            start = end + 1;
            commas &= commas - 1;
        }
    }
    crabs.push(number(line, start, line.len())?);
    Some(crabs)
}

/// Where the commas are among up to 64 digits and commas: bit i stands for byte i.
fn commas(bytes: &[u8]) -> u64 {
    let mut padded = [b'0'; 64];
    padded[..bytes.len()].copy_from_slice(bytes);
    let mut commas = 0;
    for (i, word) in padded.chunks_exact(8).enumerate() {
        let word = word.try_into().map_or(0, u64::from_le_bytes);
        // Bit 4 tells digits from commas; the product gathers it from the eight bytes into the highest one.
        let bits = !word & 0x1010_1010_1010_1010;
        commas |= (bits.wrapping_mul(0x0010_2040_8102_0408) >> 56) << (8 * i);
    }
    commas
}

/// The number that the digits from `start` to `end` spell.
#[inline(always)]
fn number(line: &[u8], start: usize, end: usize) -> Option<u32> {
    let length = end - start;
    match line.get(start..start + 4) {
        Some(word) if (1..=4).contains(&length) => {
            // What follows the number goes out at the top, and zeros come in ahead of it.
            let word = u32::from_le_bytes(word.try_into().ok()?);
            let digits = (word & 0x0f0f_0f0f) << (32 - 8 * length);
            let pairs = (digits.wrapping_mul(10 << 8 | 1) >> 8) & 0x00ff_00ff;
            Some(pairs.wrapping_mul(100 << 16 | 1) >> 16)
        }
        _ => natural(&line[start..end], 1, FARTHEST).ok().map(|value| value as u32),
    }
}

pub fn part1(crabs: &[u32]) -> u64 {
    distance(crabs, median(crabs))
}

pub fn part2(crabs: &[u32]) -> u128 {
    let count = crabs.len() as u64;
    let sum = crabs.iter().map(|&crab| u64::from(crab)).sum::<u64>();
    let squares = sum_of_squares(crabs);
    let fuel = |target: u64| {
        let squares = squares + u128::from(count) * u128::from(target * target)
            - 2 * u128::from(sum) * u128::from(target);
        (squares + u128::from(distance(crabs, target as u32))) / 2
    };
    let mean = sum / count;
    fuel(mean).min(fuel(mean + 1))
}

/// A position with no more than half of the crabs on either side.
fn median(crabs: &[u32]) -> u32 {
    let middle = crabs.len() / 2;
    let highest = crabs.iter().fold(0, |all, &crab| all | crab) as usize;
    if highest >= NEAR || crabs.len() > u32::MAX as usize {
        return *crabs.to_vec().select_nth_unstable(middle).1;
    }
    let mut tally = [0_u32; NEAR];
    for &crab in crabs {
        tally[crab as usize] += 1;
    }
    let mut passed = 0;
    let reaches_middle = |&count: &u32| {
        passed += count as usize;
        passed > middle
    };
    tally.iter().position(reaches_middle).unwrap_or_default() as u32
}

/// The sum of the distances to a target. (Like the sum of positions it has 64 bits, more than 10^10 crabs need.)
fn distance(crabs: &[u32], target: u32) -> u64 {
    crabs.iter().map(|&crab| u64::from((crab as i32 - target as i32).unsigned_abs())).sum()
}

/// The sum of the squares of positions; sixteen of them are below 2^64.
fn sum_of_squares(crabs: &[u32]) -> u128 {
    let square = |&crab: &u32| u64::from(crab) * u64::from(crab);
    crabs.chunks(16).map(|some| u128::from(some.iter().map(square).sum::<u64>())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_length_are_read_at_every_place() {
        let crabs: Vec<u32> = (0..1000).map(|i| 10_u32.pow(i * i % 10).min(FARTHEST as u32 - 6) + i % 7).collect();
        for skipped in 0..80 {
            let words: Vec<String> = crabs[skipped..].iter().map(u32::to_string).collect();
            assert!(read(words.join(",").as_bytes()).is_some_and(|read| read == crabs[skipped..]));
        }
    }

    #[test]
    fn the_median_of_far_crabs_is_that_of_near_ones() {
        let near: Vec<u32> = (0..999).map(|i| i * i % 2039).collect();
        let far: Vec<u32> = near.iter().map(|crab| crab * 1000).collect();
        assert_eq!(median(&far), median(&near) * 1000);
    }

    #[test]
    fn fuel_beyond_64_bits_is_exact() {
        let half = u128::from(FARTHEST / 2);
        let crabs = [0, FARTHEST as u32].repeat(50);
        assert_eq!(part2(&crabs), 100 * half * (half + 1) / 2);
    }
}
