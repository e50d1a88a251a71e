//! Lanternfish: what a fish becomes depends on its timer alone, so the 80 and the 256 days are over before the
//! program starts.
//!
//! A school is nine counts. One fish of each timer becomes a known number of fish, and these nine numbers are
//! constants which the compiler works out; a part is the nine products' sum. What is left is reading.
use contract::InvalidInput;
use contract::reading::single;

/// How many fish there are of each timer.
type School = [u64; 9];

pub fn parse(text: &str) -> Result<School, InvalidInput> {
    let message = "expected timers from 0 to 8, separated by commas";
    let timers = single(text, message, |line| line.separated(",", |timer| timer.natural(8)))?;
    let mut school = [0; 9];
    timers.into_iter().for_each(|timer| school[timer as usize] += 1);
    Ok(school)
}

pub fn part1(school: &School) -> u64 {
    const AFTER_80_DAYS: School = becomes(80);
    total(school, &AFTER_80_DAYS)
}

pub fn part2(school: &School) -> u64 {
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

/// How many fish the school becomes: one becomes fewer than 2^33, so that there is room for 2^31.
fn total(school: &School, becomes: &School) -> u64 {
    school.iter().zip(becomes).map(|(fish, each)| fish * each).sum()
}
