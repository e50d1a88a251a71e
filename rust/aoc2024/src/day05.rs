//! Print Queue: how many pages of an update have to follow one is a count of bits, so nothing is sorted.
//!
//! The pages that a rule puts after one are the bits of a number, and so are the pages of an update.

use contract::{InvalidInput, reading::Cursor};

const RULE: &str = "expected a rule as 47|53 for two pages from 10 to 99 that have none yet";
const UPDATE: &str =
    "expected an odd number of pages as 75,47,61, in just one order by the rules, in 20000 lines at most";
const LONGEST: usize = 20_000;

pub struct Update {
    middle: u64,
    is_in_order: bool,
}

pub fn parse(text: &str) -> Result<Vec<Update>, InvalidInput> {
    let mut lines = Cursor::new(text);
    let mut after = [0u128; 100];
    lines.block(RULE, |line| {
        let first = page(line)?;
        line.tag("|")?;
        let second = page(line)?;
        let is_new = first != second && (after[first] >> second | after[second] >> first) & 1 == 0;
        after[first] |= 1 << second;
        is_new.then_some(())
    })?;
    lines.blank("expected an empty line")?;
    let mut pages = Vec::new();
    let mut count = 0;
    let updates = lines.block(UPDATE, |line| {
        count += 1;
        pages.clear();
        pages.push(page(line)?);
        while line.tag(",").is_some() {
            pages.push(page(line)?);
        }
        update(&after, &pages).filter(|_| count <= LONGEST)
    })?;
    lines.end()?;
    Ok(updates)
}

fn page(line: &mut Cursor) -> Option<usize> {
    line.natural(99).filter(|&page| page >= 10).map(|page| page as usize)
}

/// Nothing if the numbers of pages that have to follow each are not 0, 1, 2 and so on, as they are without circles alone (Landau, 1953).
fn update(after: &[u128; 100], pages: &[usize]) -> Option<Update> {
    let all = pages.iter().fold(0u128, |all, &page| all | 1 << page);
    let (mut seen, mut middle, mut is_in_order) = (0u128, 0, true);
    for (place, &page) in pages.iter().enumerate() {
        let following = (after[page] & all).count_ones() as usize;
        seen |= 1 << following;
        is_in_order &= place + following + 1 == pages.len();
        if following == pages.len() / 2 {
            middle = page as u64;
        }
    }
    let is_right = pages.len() % 2 == 1 && pages.len() < 90 && seen == (1 << pages.len()) - 1;
    is_right.then_some(Update { middle, is_in_order })
}

pub fn part1(updates: &[Update]) -> u64 {
    updates.iter().filter(|update| update.is_in_order).map(|update| update.middle).sum()
}

pub fn part2(updates: &[Update]) -> u64 {
    updates.iter().filter(|update| !update.is_in_order).map(|update| update.middle).sum()
}
