//! Plutonian Pebbles: each stone splits within three blinks, so all that matters is when, and what its halves are.
//!
//! How many stones one becomes in n blinks is how many its halves become in the blinks that are left. Stones are numbered in the order in
//! which they first come up, so those for which n blinks can be left are the beginning of an array. What they become is kept for four values
//! of n, side by side: a round reads from two places and writes to one, and there is no map in it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::mem;

use contract::InvalidInput;
use contract::reading::single;

const FORM: &str = "expected 1 to 1000 numbers to 999999999999 with a space between two";

pub fn parse(text: &str) -> Result<Vec<u64>, InvalidInput> {
    single(text, FORM, |line| {
        line.separated(" ", |stone| stone.natural(999_999_999_999)).filter(|stones| stones.len() <= 1000)
    })
}

pub fn part1(stones: &[u64]) -> u64 {
    after_blinks(stones, 25)
}

pub fn part2(stones: &[u64]) -> u64 {
    after_blinks(stones, 75)
}

/// A stone that comes up, the two that it becomes, and after how many blinks.
struct Split {
    place: u32,
    left: u32,
    right: u32,
    wait: u32,
}

/// Fewer than 10^17: none of the 1000 becomes 10^14 stones.
fn after_blinks(stones: &[u64], blinks: usize) -> u64 {
    let mut known = Known::default();
    let first: Vec<u32> = stones.iter().map(|&stone| known.number_of(stone)).collect();
    // Stones by the time at which they come up, for four blinks in a circle; how many splits are known within 0, 1, and so on.
    let mut due = [first.clone(), vec![], vec![], vec![]];
    let mut splits = Vec::new();
    let mut within = Vec::with_capacity(blinks);
    for time in 0..blinks {
        for place in mem::take(&mut due[time % 4]) {
            if !mem::replace(&mut known.is_split[place as usize], true) {
                let (wait, left, right) = split(known.stones[place as usize]);
                let [left, right] = [left, right].map(|stone| known.number_of(stone));
                due[(time + wait as usize) % 4].extend([left, right]);
                splits.push(Split { place, left, right, wait });
            }
        }
        within.push(splits.len());
    }
    // What a stone becomes in n blinks is at n modulo 4.
    let mut lengths = vec![[1u64; 4]; known.stones.len()];
    for (blink, &count) in (1..).zip(within.iter().rev()) {
        for &Split { place, left, right, wait } in &splits[..count] {
            let then = (blink + 4 - wait) as usize % 4;
            let length = lengths[left as usize][then] + lengths[right as usize][then];
            lengths[place as usize][blink as usize % 4] = if blink < wait { 1 } else { length };
        }
    }
    first.into_iter().map(|place| lengths[place as usize][blinks % 4]).sum()
}

/// Both halves, and after how many blinks: three at most, as no stone is multiplied more than twice before. From twelve digits on it is
/// not at all, so that none is above 10^18.
fn split(stone: u64) -> (u32, u64, u64) {
    let (mut wait, mut stone) = if stone == 0 { (2, 1) } else { (1, stone) };
    loop {
        let digits = stone.ilog10() + 1;
        if digits % 2 == 0 {
            let power = 10u64.pow(digits / 2);
            return (wait, stone / power, stone % power);
        }
        stone *= 2024;
        wait += 1;
    }
}

/// Stones by number, and their numbers.
#[derive(Default)]
struct Known {
    stones: Vec<u64>,
    is_split: Vec<bool>,
    numbers: HashMap<u64, u32, BuildHasherDefault<Mixed>>,
}

impl Known {
    fn number_of(&mut self, stone: u64) -> u32 {
        *self.numbers.entry(stone).or_insert_with(|| {
            self.stones.push(stone);
            self.is_split.push(false);
            self.stones.len() as u32 - 1
        })
    }
}

/// A product with an odd number, whose high bits are mixed best.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, _: &[u8]) {
        unreachable!("stones are numbers");
    }

    fn write_u64(&mut self, stone: u64) {
        self.0 = stone.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
