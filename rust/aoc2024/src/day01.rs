//! Historian Hysteria: both lists are sorted as they are read, and then each part is a walk along both.
//!
//! Reading is half of the time and sorting the other half; a thousand numbers stay in the first-level cache.

use contract::{InvalidInput, reading::lines};

const MESSAGE: &str =
    "expected two numbers up to 99999 with three spaces between them, in at most 100000 lines";
const LONGEST: usize = 100_000;

/// Both lists, sorted.
pub struct Lists {
    left: Vec<u32>,
    right: Vec<u32>,
}

pub fn parse(text: &str) -> Result<Lists, InvalidInput> {
    let mut count = 0;
    let rows = lines(text, MESSAGE, |line| {
        count += 1;
        let left = line.natural(99_999)? as u32;
        line.tag("   ")?;
        let right = line.natural(99_999)? as u32;
        (count <= LONGEST).then_some((left, right))
    })?;
    let (mut left, mut right): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    left.sort_unstable();
    right.sort_unstable();
    Ok(Lists { left, right })
}

pub fn part1(lists: &Lists) -> u64 {
    lists.left.iter().zip(&lists.right).map(|(&one, &other)| u64::from(one.abs_diff(other))).sum()
}

pub fn part2(lists: &Lists) -> u64 {
    let mut right = &*lists.right;
    let groups = lists.left.chunk_by(|one, next| one == next).map(|group| {
        let number = group[0];
        right = &right[right.iter().take_while(|&&other| other < number).count()..];
        let often = right.iter().take_while(|&&other| other == number).count();
        u64::from(number) * group.len() as u64 * often as u64
    });
    groups.sum()
}
