//! Gift Shop: invalid IDs are multiples of 11, 101, 1001 and so on, so their sums are those of arithmetic progressions.
//!
//! Nothing is looked for and nothing is listed: for each number of digits and each size of a pattern a sum is a
//! formula. A pattern that is a repetition itself would count again, so sizes are weighed by inclusion and
//! exclusion, with the weights worked out by hand: they are few.

use contract::{InvalidInput, reading};

const WRONG: &str = "expected at most 10000 ranges such as 11-22, from 1 to 9999999999, separated by commas";

/// The first and the last ID of each range.
pub fn parse(text: &str) -> Result<Vec<(u64, u64)>, InvalidInput> {
    reading::single(text, WRONG, |line| {
        let ranges = line.separated(",", |line| {
            let first = line.natural(9_999_999_999)?;
            line.tag("-")?;
            let last = line.natural(9_999_999_999)?;
            (0 < first && first <= last).then_some((first, last))
        })?;
        (ranges.len() <= 10_000).then_some(ranges)
    })
}

/// For each number of digits: sizes of patterns, and how often the multiples of a pattern of that size count.
type Weights = [&'static [(u32, i64)]; 11];

const TWICE: Weights = [&[], &[], &[(1, 1)], &[], &[(2, 1)], &[], &[(3, 1)], &[], &[(4, 1)], &[], &[(5, 1)]];

/// Six digits are two patterns of three or three of two; those of one digit are both.
const AT_LEAST_TWICE: Weights = [
    &[],
    &[],
    &[(1, 1)],
    &[(1, 1)],
    &[(2, 1)],
    &[(1, 1)],
    &[(3, 1), (2, 1), (1, -1)],
    &[(1, 1)],
    &[(4, 1)],
    &[(3, 1)],
    &[(5, 1), (2, 1), (1, -1)],
];

pub fn part1(ranges: &[(u64, u64)]) -> i64 {
    ranges.iter().map(|&range| invalid(range, &TWICE)).sum()
}

pub fn part2(ranges: &[(u64, u64)]) -> i64 {
    ranges.iter().map(|&range| invalid(range, &AT_LEAST_TWICE)).sum()
}

/// The sum of a range's invalid IDs.
fn invalid((first, last): (u64, u64), weights: &Weights) -> i64 {
    let mut sum = 0;
    for digits in first.ilog10() + 1..=last.ilog10() + 1 {
        for &(size, weight) in weights[digits as usize] {
            let unit = (10u64.pow(digits) - 1) / (10u64.pow(size) - 1);
            let from = first.div_ceil(unit).max(10u64.pow(size - 1));
            let to = (last / unit).min(10u64.pow(size) - 1);
            if from <= to {
                sum += weight * ((from + to) * (to - from + 1) / 2 * unit) as i64;
            }
        }
    }
    sum
}
