//! Like a Rogue: up to 128 tiles are one number, and a row is two shifts and an exclusive or.
//!
//! Rows depend on each other, but their traps are counted forty rows at once, in
//! [SIMD](https://en.wikipedia.org/wiki/Single_instruction,_multiple_data) vectors. Longer rows are made word by word, from one array into another, with an empty word at
//! either end, so that no word is a special case.

use contract::machine::Machine;
use contract::{InvalidInput, compiled_twice, reading::single};

const MESSAGE: &str = "expected 1 to 10000 tiles, . or ^";
const LONGEST: usize = 10_000;
/// Rows whose traps are counted at once, which divides all numbers of rows.
const TOGETHER: usize = 40;

/// A row's traps, a bit for each tile.
pub struct Row {
    width: usize,
    words: Vec<u64>,
}

pub fn parse(text: &str) -> Result<Row, InvalidInput> {
    single(text, MESSAGE, |line| {
        let tiles = line.word(|byte| matches!(byte, b'.' | b'^')).filter(|tiles| tiles.len() <= LONGEST)?;
        let word =
            |tiles: &[u8]| tiles.iter().rev().fold(0, |word, &tile| word << 1 | u64::from(tile == b'^'));
        Some(Row { width: tiles.len(), words: tiles.chunks(64).map(word).collect() })
    })
}

pub fn part1(row: &Row) -> u64 {
    safe(row, 40)
}

pub fn part2(row: &Row) -> u64 {
    safe(row, 400_000)
}

/// Tiles without a trap in so many rows.
fn safe(row: &Row, rows: usize) -> u64 {
    let traps = match *row.words {
        [low] => Machine::new().short(low.into(), row.width, rows),
        [low, high] => Machine::new().short(u128::from(high) << 64 | u128::from(low), row.width, rows),
        _ => Machine::new().long(row, rows),
    };
    (rows * row.width) as u64 - traps
}

#[inline(always)]
fn short<const WIDE: bool>(mut row: u128, width: usize, rows: usize) -> u64 {
    let floor = u128::MAX >> (128 - width);
    let (mut some, mut traps) = ([0; 2 * TOGETHER], 0);
    for _ in 0..rows / TOGETHER {
        for words in some.chunks_exact_mut(2) {
            words.copy_from_slice(&[row as u64, (row >> 64) as u64]);
            row = (row << 1 ^ row >> 1) & floor;
        }
        traps += some.iter().map(|word| u64::from(word.count_ones())).sum::<u64>();
    }
    traps
}

#[inline(always)]
fn long<const WIDE: bool>(row: &Row, rows: usize) -> u64 {
    let count = row.words.len();
    let mut words = [&[0][..], &row.words[..], &[0][..]].concat();
    let mut next = vec![0; count + 2];
    let mut traps = 0;
    for _ in 0..rows {
        traps += words.iter().map(|word| u64::from(word.count_ones())).sum::<u64>();
        for (to, near) in next[1..=count].iter_mut().zip(words.windows(3)) {
            *to = (near[1] << 1 | near[0] >> 63) ^ (near[1] >> 1 | near[2] << 63);
        }
        next[count] &= u64::MAX >> (64 * count - row.width);
        std::mem::swap(&mut words, &mut next);
    }
    traps
}

compiled_twice! {
    trait Rows {
        fn short(row: u128, width: usize, rows: usize) -> u64;
        fn long(row: &Row, rows: usize) -> u64;
    }
}
