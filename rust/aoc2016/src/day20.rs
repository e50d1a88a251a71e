//! Firewall Rules: a range is one word, so that sorting compares words.
//!
//! Ranges are kept in order as they are read, and each part passes them once.

use contract::{InvalidInput, NoAnswer, reading::lines};

const LAST: u64 = u32::MAX as u64;
const MESSAGE: &str = "expected a range as 5-8, the first not above the last, addresses at most 4294967295";

/// Ranges in order, the first address above the last one in a word.
pub fn parse(text: &str) -> Result<Vec<u64>, InvalidInput> {
    let mut ranges = lines(text, MESSAGE, |line| {
        let first = line.natural(LAST)?;
        line.tag("-")?;
        let last = line.natural(LAST)?;
        (first <= last).then_some(first << 32 | last)
    })?;
    ranges.sort_unstable();
    Ok(ranges)
}

pub fn part1(ranges: &[u64]) -> Result<u64, NoAnswer> {
    let lowest = gaps(ranges).find(|(free, first)| free < first);
    lowest.map(|(free, _)| free).ok_or_else(|| NoAnswer("every address is blocked".into()))
}

pub fn part2(ranges: &[u64]) -> u64 {
    gaps(ranges).map(|(free, first)| first.saturating_sub(free)).sum()
}

/// For each range, and for the end of all addresses: the address after all ranges before it, and its first. There is a gap
/// if the one is below the other.
fn gaps(ranges: &[u64]) -> impl Iterator<Item = (u64, u64)> {
    let mut free = 0;
    let end = (LAST + 1, LAST);
    ranges.iter().map(|range| (range >> 32, range & LAST)).chain([end]).map(move |(first, last)| {
        let before = free;
        free = free.max(last + 1);
        (before, first)
    })
}
