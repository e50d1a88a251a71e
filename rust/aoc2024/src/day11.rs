//! Plutonian Pebbles: stones are numbered once, and then a blink is one sum for each of them.
//!
//! How many stones one becomes in n blinks is how many its successors become in n - 1. Stones are numbered in the order of the blinks at
//! which they first come up, so those for which n blinks are left are the beginning of an array. A round reads from two places and writes to
//! the next one, and no map is asked any more.

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

/// The number of a stone that is not there, the second half of one that does not split.
const NONE: u32 = 0;

/// Fewer than 10^17: none of the 1000 becomes 10^14 stones.
fn after_blinks(stones: &[u64], blinks: usize) -> u64 {
    let mut known = Known::default();
    // As many as most lines come to; a table that grows on the way takes three times as long.
    known.numbers.reserve(7000);
    known.number_of(u64::MAX); // NONE
    let first: Vec<u32> = stones.iter().map(|&stone| known.number_of(stone)).collect();
    // The successors of all that come up before the last blink, and how many come up within 0, 1, and so on.
    let mut successors = vec![[NONE; 2]];
    let mut within = Vec::with_capacity(blinks);
    for _ in 0..blinks {
        within.push(known.stones.len());
        for place in successors.len()..known.stones.len() {
            let (left, right) = becomes(known.stones[place]);
            successors.push([known.number_of(left), right.map_or(NONE, |right| known.number_of(right))]);
        }
    }
    let mut lengths = vec![1; known.stones.len()];
    lengths[NONE as usize] = 0;
    let mut longer = lengths.clone();
    for &count in within.iter().rev() {
        for (to, [left, right]) in longer.iter_mut().zip(&successors[..count]) {
            *to = lengths[*left as usize] + lengths[*right as usize];
        }
        mem::swap(&mut lengths, &mut longer);
    }
    first.into_iter().map(|place| lengths[place as usize]).sum()
}

/// One stone or two. From below 10^12 none gets to 10^18, as none is multiplied more than twice in a row, or with twelve digits.
fn becomes(stone: u64) -> (u64, Option<u64>) {
    match stone.checked_ilog10() {
        None => (1, None),
        Some(more) if more % 2 == 1 => {
            let power = 10u64.pow(more.div_ceil(2));
            (stone / power, Some(stone % power))
        }
        Some(_) => (stone * 2024, None),
    }
}

/// Stones by number, and their numbers.
#[derive(Default)]
struct Known {
    stones: Vec<u64>,
    numbers: HashMap<u64, u32, BuildHasherDefault<Mixed>>,
}

impl Known {
    fn number_of(&mut self, stone: u64) -> u32 {
        *self.numbers.entry(stone).or_insert_with(|| {
            self.stones.push(stone);
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
