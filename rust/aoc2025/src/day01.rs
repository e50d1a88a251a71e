//! Secret Entrance: the pointer is kept as a whole number, so that a rotation is one addition.
//!
//! Zeros met on the way are a difference of two quotients by 100, whatever the length of a rotation. A division by
//! a constant is a multiplication, so that reading the lines is most of what it costs.

use contract::{InvalidInput, reading};

const START: i64 = 50;
const NUMBERS: i64 = 100;

/// By how much each rotation moves the pointer, a turn to the left being negative.
pub fn parse(text: &str) -> Result<Vec<i64>, InvalidInput> {
    reading::lines(text, "expected L or R and a number from 1 to 999", |line| {
        let direction = line.choice(&["L", "R"])?;
        let clicks = line.natural(999).filter(|&clicks| clicks > 0)? as i64;
        Some(if direction == 0 { -clicks } else { clicks })
    })
}

/// Where the pointer is after each rotation, if the numbers go on beyond 99 and below 0.
fn pointers(rotations: &[i64]) -> impl Iterator<Item = i64> {
    rotations.iter().scan(START, |pointer, turn| {
        *pointer += turn;
        Some(*pointer)
    })
}

pub fn part1(rotations: &[i64]) -> usize {
    pointers(rotations).filter(|pointer| pointer % NUMBERS == 0).count()
}

pub fn part2(rotations: &[i64]) -> i64 {
    // How many multiples of 100 lie up to a place, and how many below it; one division tells both.
    let levels = |place: i64| {
        let upto = place.div_euclid(NUMBERS);
        (upto, upto - i64::from(upto * NUMBERS == place))
    };
    let mut before = levels(START);
    let mut clicks = 0;
    for (turn, pointer) in rotations.iter().zip(pointers(rotations)) {
        let after = levels(pointer);
        clicks += if *turn > 0 { after.0 - before.0 } else { before.1 - after.1 };
        before = after;
    }
    clicks
}
