//! The Treachery of Whales: both targets are known without a search, so what is left is reading.
//!
//! With linear cost the best target is the median, for a step to the right costs 1 for each crab to
//! the left and saves 1 for each to the right. With triangular cost it is one of the two integers
//! around the mean. The sums over all crabs are loops that the compiler turns into SIMD.
use contract::InvalidInput;
use contract::reading::single;

const FARTHEST: u64 = 99_999;

pub fn parse(text: &str) -> Result<Vec<u32>, InvalidInput> {
    let message = "expected positions from 0 to 99999, separated by commas";
    single(text, message, |line| line.separated(",", |crab| Some(crab.natural(FARTHEST)? as u32)))
}

pub fn part1(crabs: &[u32]) -> u64 {
    fuel(crabs, median(crabs), |distance| distance)
}

pub fn part2(crabs: &[u32]) -> u64 {
    let sum: u64 = crabs.iter().map(|&crab| u64::from(crab)).sum();
    let mean = (sum / crabs.len() as u64) as u32;
    let triangular = |target| fuel(crabs, target, |distance| distance * (distance + 1) / 2);
    triangular(mean).min(triangular(mean + 1))
}

/// A position with at most half of the crabs on either side, found in a tally of all positions.
fn median(crabs: &[u32]) -> u32 {
    let last = crabs.iter().fold(0, |last, &crab| last.max(crab));
    let mut tally = vec![0; last as usize + 1];
    crabs.iter().for_each(|&crab| tally[crab as usize] += 1);
    let mut passed = 0;
    let is_middle = |count: &usize| {
        passed += count;
        2 * passed >= crabs.len()
    };
    tally.iter().position(is_middle).expect("all crabs are counted") as u32
}

/// The fuel that takes all crabs to a target, where a distance has its price.
#[inline(always)]
fn fuel(crabs: &[u32], target: u32, price: impl Fn(u64) -> u64) -> u64 {
    crabs.iter().map(|&crab| price(crab.abs_diff(target).into())).sum()
}
