//! Cafeteria: ranges are sorted and joined, and a bisection finds the only one that may hold an ID.
//!
//! Some 190 ranges are so few that their starts and ends stay in the first-level cache; the bisection of the standard library
//! has no branch to mispredict. Reading thirty thousand digits is most of the time.

use contract::{InvalidInput, reading::Cursor};

const LARGEST: u64 = 999_999_999_999_999;
const RANGE: &str = "expected two numbers as 3-5, from 0 to 999999999999999, the first not larger";
const INGREDIENT: &str = "expected a number from 0 to 999999999999999";

/// Ranges by their first and their last ID, and what is at hand.
pub struct Database {
    fresh: Vec<(u64, u64)>,
    at_hand: Vec<u64>,
}

pub fn parse(text: &str) -> Result<Database, InvalidInput> {
    let mut lines = Cursor::new(text);
    let fresh = lines.block(RANGE, |line| {
        let first = line.natural(LARGEST)?;
        line.tag("-")?;
        line.natural(LARGEST).filter(|&last| first <= last).map(|last| (first, last))
    })?;
    lines.blank("expected an empty line")?;
    let at_hand = lines.block(INGREDIENT, |line| line.natural(LARGEST))?;
    lines.end()?;
    Ok(Database { fresh, at_hand })
}

/// The same IDs in ranges that do not overlap, in order.
fn joined(ranges: &[(u64, u64)]) -> Vec<(u64, u64)> {
    let mut sorted = ranges.to_vec();
    sorted.sort_unstable();
    sorted.dedup_by(|next, previous| {
        let meets = next.0 <= previous.1;
        if meets {
            previous.1 = previous.1.max(next.1);
        }
        meets
    });
    sorted
}

pub fn part1(database: &Database) -> usize {
    let ranges = joined(&database.fresh);
    let fresh = |id: &&u64| {
        let after = ranges.partition_point(|(first, _)| first <= *id);
        after > 0 && **id <= ranges[after - 1].1
    };
    database.at_hand.iter().filter(fresh).count()
}

pub fn part2(database: &Database) -> u64 {
    joined(&database.fresh).iter().map(|(first, last)| last - first + 1).sum()
}
