//! Lanternfish: what a fish becomes depends on its timer alone, so the 80 and the 256 days are over before the
//! program starts.
//!
//! A school is nine counts. One fish of each timer becomes a known number of fish, and these nine numbers are
//! constants which the compiler works out; a part is the nine products' sum.
//!
//! What is left is reading. A fish is two bytes, its digit and a comma, so each pair is held against "0,", "1," and
//! so on to "8,": nine comparisons without a branch, which the compiler turns into SIMD, eight fish at a time. The
//! same counts check the text: it is right where they add up to the number of pairs, for then each pair has been one
//! of the nine. Tried and dropped: nine passes with one comparison each (half as slow again), and the usual tally
//! `school[digit] += 1`, fish by fish (three times as slow).

use contract::InvalidInput;

/// How many fish there are of each timer.
type School = [u64; 9];

/// Pairs in a block: few enough for 16-bit counters.
const BLOCK: usize = 1 << 15;

pub fn parse(text: &str) -> Result<School, InvalidInput> {
    count(text.as_bytes()).ok_or_else(|| match text.split_once('\n') {
        Some((line, _)) if count(line.as_bytes()).is_some() => InvalidInput::new(2, "expected no second line"),
        _ => InvalidInput::new(1, "expected timers from 0 to 8, parted by commas"),
    })
}

/// The school that a line describes.
fn count(line: &[u8]) -> Option<School> {
    let (&last, pairs) = line.split_last()?;
    let mut school = [0; 9];
    for block in pairs.chunks(2 * BLOCK) {
        let mut fish = [0u16; 9];
        for pair in block.chunks_exact(2) {
            for (timer, fish) in fish.iter_mut().enumerate() {
                *fish += u16::from(pair == [b'0' + timer as u8, b',']);
            }
        }
        school.iter_mut().zip(fish).for_each(|(sum, fish)| *sum += u64::from(fish));
    }
    let timer = usize::from(last.wrapping_sub(b'0'));
    let all_counted = 2 * school.iter().sum::<u64>() == pairs.len() as u64;
    *school.get_mut(timer).filter(|_| all_counted)? += 1;
    Some(school)
}

pub fn part1(school: &School) -> u128 {
    const AFTER_80_DAYS: School = becomes(80);
    total(school, &AFTER_80_DAYS)
}

pub fn part2(school: &School) -> u128 {
    const AFTER_256_DAYS: School = becomes(256);
    total(school, &AFTER_256_DAYS)
}

/// How many fish one fish of each timer has become after so many days.
const fn becomes(days: u32) -> School {
    let mut fish = [1; 9];
    let mut day = 0;
    while day < days {
        // A first day more: timer 5 is timer 4 by then, and timer 0 is a 6 and an 8.
        let [a, b, c, d, e, f, g, h, i] = fish;
        fish = [g + i, a, b, c, d, e, f, g, h];
        day += 1;
    }
    fish
}

/// How many fish the school becomes. In 128 bits, for 64 would do only for some 10^9 fish.
fn total(school: &School, becomes: &School) -> u128 {
    school.iter().zip(becomes).map(|(&fish, &each)| u128::from(fish) * u128::from(each)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_fish_than_a_block_holds_are_all_counted() {
        let fish = 3 * BLOCK + 1;
        assert_eq!(count("8,".repeat(fish).trim_end_matches(',').as_bytes()), Some([0, 0, 0, 0, 0, 0, 0, 0, fish as u64]));
    }

    #[test]
    fn a_single_fish_grows_as_it_should() {
        assert_eq!([0, 1, 7, 8, 9, 16].map(|days| becomes(days)[0]), [1, 2, 2, 3, 3, 5]);
    }

    #[test]
    fn sums_beyond_64_bits_are_exact() {
        assert_eq!(total(&[u64::MAX; 9], &[2; 9]), 18 * u128::from(u64::MAX));
    }
}
