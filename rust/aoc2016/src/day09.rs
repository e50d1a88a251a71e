//! Explosives in Cyberspace: a tree in one list, in which a marker knows the place after all that it holds.

use contract::{InvalidInput, reading::single};

const MESSAGE: &str = "expected up to 2000000 capital letters and markers as (7x2), to 99999 and 30, each for letters and \
                       markers that are whole, at most eight deep";
const MOST: usize = 2_000_000;
const DEEPEST: usize = 8;

pub enum Piece {
    Letters(usize),
    /// It repeats so many signs so often, and `next` is the number of the piece after them.
    Marker {
        signs: usize,
        times: usize,
        next: usize,
    },
}

pub fn parse(text: &str) -> Result<Vec<Piece>, InvalidInput> {
    let mut found = Vec::with_capacity(text.len() / 6);
    single(text, MESSAGE, |line| {
        let packed = line.word(|_| true).filter(|packed| packed.len() <= MOST)?;
        read(std::str::from_utf8(packed).ok()?, DEEPEST, &mut found)
    })?;
    Ok(found)
}

/// Adds the pieces of a text, with markers at most so deep.
fn read(mut text: &str, deep: usize, found: &mut Vec<Piece>) -> Option<()> {
    while !text.is_empty() {
        let letters = text.bytes().position(|byte| !byte.is_ascii_uppercase()).unwrap_or(text.len());
        if letters > 0 {
            found.push(Piece::Letters(letters));
            text = &text[letters..];
            continue;
        }
        let (marker, rest) = text.split_at(text.find(')')? + 1);
        let numbers = single(marker, MESSAGE, |marker| {
            marker.tag("(")?;
            let signs = marker.natural(99_999)? as usize;
            marker.tag("x")?;
            let times = marker.natural(30)? as usize;
            marker.tag(")")?;
            Some((signs, times))
        });
        let (signs, times) = numbers.ok().filter(|&(signs, times)| signs * times * deep > 0)?;
        let at = found.len();
        found.push(Piece::Marker { signs, times, next: at });
        read(rest.get(..signs)?, deep - 1, found)?;
        found[at] = Piece::Marker { signs, times, next: found.len() };
        text = &rest[signs..];
    }
    Some(())
}

pub fn part1(pieces: &[Piece]) -> usize {
    let (mut at, mut length) = (0, 0);
    while at < pieces.len() {
        (at, length) = match pieces[at] {
            Piece::Letters(count) => (at + 1, length + count),
            Piece::Marker { signs, times, next } => (next, length + signs * times),
        };
    }
    length
}

pub fn part2(pieces: &[Piece]) -> usize {
    unpacked(pieces, 0, pieces.len())
}

/// How long is what stands from one piece up to another, when all is unpacked?
fn unpacked(pieces: &[Piece], mut at: usize, end: usize) -> usize {
    let mut length = 0;
    while at < end {
        (at, length) = match pieces[at] {
            Piece::Letters(count) => (at + 1, length + count),
            Piece::Marker { times, next, .. } => (next, length + times * unpacked(pieces, at + 1, next)),
        };
    }
    length
}
