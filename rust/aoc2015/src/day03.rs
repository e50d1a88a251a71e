//! Perfectly Spherical Houses in a Vacuum: a place is one word, and a quick set takes each place once.
//!
//! The halves of a word are the coordinates, so a move is one addition: what is carried from the lower half to the upper one moves the
//! place by a constant, and different places stay different words.

use contract::{InvalidInput, reading::single, search::QuickSet};

const MESSAGE: &str = "expected 1 to 1000000 of the moves ^v<>";
const MOST: usize = 1_000_000;

pub fn parse(text: &str) -> Result<Vec<i64>, InvalidInput> {
    single(text, MESSAGE, |line| {
        let moves = line.word(|byte| b"^v<>".contains(&byte)).filter(|word| word.len() <= MOST)?;
        Some(moves.iter().map(|&byte| step(byte)).collect())
    })
}

/// How a move changes a place, whose upper half counts houses to the north, and whose lower half those to the east.
fn step(byte: u8) -> i64 {
    match byte {
        b'^' => 1 << 32,
        b'v' => -1 << 32,
        b'>' => 1,
        _ => -1,
    }
}

pub fn part1(moves: &[i64]) -> usize {
    visited(moves, 1)
}

pub fn part2(moves: &[i64]) -> usize {
    visited(moves, 2)
}

/// How many places do so many visit who take turns?
fn visited(moves: &[i64], givers: usize) -> usize {
    let mut places = QuickSet::with_capacity_and_hasher(moves.len() / 2, Default::default());
    places.insert(0);
    for giver in 0..givers {
        let mut place = 0;
        places.extend(moves.iter().skip(giver).step_by(givers).map(|step| {
            place += step;
            place
        }));
    }
    places.len()
}
