//! Timing is Everything: the wait for one disc after the other, in ever longer steps.
//!
//! With six discs it takes some fifty steps in all. Numbers of positions may have common divisors, or be large, and the steps are as many as
//! all discs have positions at most.

use contract::{InvalidInput, NoAnswer, reading::lines};

const MESSAGE: &str =
    "expected Disc #1 has 5 positions; at time=0, it is at position 4. and a product below 2^58";

pub struct Disc {
    positions: u64,
    /// For a ball that is dropped at time 0, where the disc is when it comes there.
    offset: u64,
}

pub fn parse(text: &str) -> Result<Vec<Disc>, InvalidInput> {
    let (mut number, mut product) = (0, 1);
    lines(text, MESSAGE, |line| {
        number += 1;
        line.tag("Disc #")?;
        line.natural(99).filter(|&own| own == number)?;
        line.tag(" has ")?;
        let positions = line.natural(9999)?;
        line.tag(" positions; at time=0, it is at position ")?;
        let start = line.natural(9999).filter(|&start| start < positions)?;
        line.tag(".")?;
        product = positions.saturating_mul(product);
        (product < 1 << 58).then_some(Disc { positions, offset: start + number })
    })
}

pub fn part1(discs: &[Disc]) -> Result<u64, NoAnswer> {
    first_time(discs)
}

pub fn part2(discs: &[Disc]) -> Result<u64, NoAnswer> {
    let below = Disc { positions: 11, offset: discs.len() as u64 + 1 };
    first_time(discs.iter().chain([&below]))
}

fn first_time<'a>(discs: impl IntoIterator<Item = &'a Disc>) -> Result<u64, NoAnswer> {
    let (mut time, mut step) = (0, 1);
    for &Disc { positions, offset } in discs {
        let passing =
            (0..positions).map(|steps| time + steps * step).find(|time| (time + offset) % positions == 0);
        time = passing.ok_or_else(|| NoAnswer("the discs never let a ball through together".into()))?;
        step *= positions / greatest_common_divisor(step, positions);
    }
    Ok(time)
}

fn greatest_common_divisor(one: u64, other: u64) -> u64 {
    if other == 0 { one } else { greatest_common_divisor(other, one % other) }
}
