//! An Elephant Named Joseph: nobody plays, as winners are known in closed form.
//!
//! In part 1 the winner is one, and two more for each elf above a power of two. In part 2 it is the last at a power of three; then one more
//! for each elf up to twice the power, and two more for each up to the next.

use contract::{InvalidInput, reading::single};

pub fn parse(text: &str) -> Result<u64, InvalidInput> {
    single(text, "expected a number from 1 to 1000000000", |line| {
        line.natural(1_000_000_000).filter(|&elves| elves > 0)
    })
}

pub fn part1(&elves: &u64) -> u64 {
    2 * (elves - (1 << elves.ilog2())) + 1
}

pub fn part2(&elves: &u64) -> u64 {
    let power = 3u64.pow(elves.ilog(3));
    match elves - power {
        0 => elves,
        more if more <= power => more,
        more => 2 * more - power,
    }
}
