//! Printing Department: a bit a position, and an adder's logic counts the neighbours of 64 at once.
//!
//! The order does not matter in which rolls are taken, so a row is looked at with what the rows above it have lost
//! already, and again only if one beside it changed: a sweep down and up does the work of many waves. Counts are three sums of
//! three in a row and one of three rows, in full adders, as in Haskell, where the whole floor is one number.

use contract::{InvalidInput, reading::Grid};

const MESSAGE: &str = "expected a row of @ and . as long as the first, at most 2000 rows and columns";

/// Rows of words, with a free row above and below and a free word on either side.
#[derive(Clone)]
pub struct Floor {
    words: usize,
    rolls: Vec<u64>,
}

pub fn parse(text: &str) -> Result<Floor, InvalidInput> {
    let grid = Grid::new(text, 2000, MESSAGE, |byte| matches!(byte, b'@' | b'.'))?;
    let words = grid.width.div_ceil(64) + 2;
    let mut rolls = vec![0; words];
    for row in grid.rows() {
        rolls.push(0);
        rolls.extend(
            row.chunks(64)
                .map(|bytes| bytes.iter().rev().fold(0, |word, &byte| word << 1 | u64::from(byte == b'@'))),
        );
        rolls.push(0);
    }
    rolls.resize(rolls.len() + words, 0);
    Ok(Floor { words, rolls })
}

/// A full adder: the sum's digit and the carry, at 64 positions.
fn add(a: u64, b: u64, c: u64) -> (u64, u64) {
    (a ^ b ^ c, a & b | c & (a ^ b))
}

impl Floor {
    /// How many of the three positions from left to right have rolls, in two digits.
    fn across(&self, at: usize) -> (u64, u64) {
        let word = self.rolls[at];
        add(word << 1 | self.rolls[at - 1] >> 63, word, word >> 1 | self.rolls[at + 1] << 63)
    }

    /// The rolls of a word that have four others around them: five in all.
    fn crowded(&self, at: usize) -> u64 {
        let [(a, aa), (b, bb), (c, cc)] = [at - self.words, at, at + self.words].map(|at| self.across(at));
        let (ones, one) = add(a, b, c);
        let (twos, two) = add(aa, bb, cc);
        let (twos, four) = (twos ^ one, twos & one);
        let (fours, eights) = (two ^ four, two & four);
        self.rolls[at] & (eights | fours & (ones | twos))
    }

    fn rows(&self) -> usize {
        self.rolls.len() / self.words
    }

    fn inner_words(&self, row: usize) -> std::ops::Range<usize> {
        row * self.words + 1..(row + 1) * self.words - 1
    }

    fn count(&self) -> u32 {
        self.rolls.iter().map(|word| word.count_ones()).sum()
    }
}

pub fn part1(floor: &Floor) -> u32 {
    let words = (1..floor.rows() - 1).flat_map(|row| floor.inner_words(row));
    words.map(|at| (floor.rolls[at] & !floor.crowded(at)).count_ones()).sum()
}

pub fn part2(floor: &Floor) -> u32 {
    let mut left = floor.clone();
    let mut stirred = vec![true; floor.rows()];
    let inner = 1..floor.rows() - 1;
    while stirred[inner.clone()].contains(&true) {
        for row in inner.clone().chain(inner.clone().rev()) {
            if std::mem::take(&mut stirred[row]) {
                for at in floor.inner_words(row) {
                    let crowded = left.crowded(at);
                    if crowded != left.rolls[at] {
                        left.rolls[at] = crowded;
                        stirred[row - 1..=row + 1].fill(true);
                    }
                }
            }
        }
    }
    floor.count() - left.count()
}
