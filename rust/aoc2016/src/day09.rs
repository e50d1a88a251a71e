//! Explosives in Cyberspace: a tree in one list, in which a marker knows the place after all that it holds.

use contract::{InvalidInput, reading::single};

const MESSAGE: &str = "expected up to 2000000 capital letters and markers as (7x2), to 99999 and 30, each for letters and \
                       markers that are whole, at most eight deep";
const MOST: usize = 2_000_000;
const DEEPEST: usize = 8;

pub enum Piece {
    Letters(u32),
    /// It repeats so many signs so often, and `next` is the number of the piece after them.
    Marker {
        signs: u32,
        times: u32,
        next: u32,
    },
}

pub fn parse(text: &str) -> Result<Vec<Piece>, InvalidInput> {
    let packed = text.split('\n').next().unwrap_or_default();
    let mut found = Vec::with_capacity(packed.len() / 6 + 1);
    let is_valid =
        (1..=MOST).contains(&packed.len()) && read(packed.as_bytes(), DEEPEST, &mut found).is_some();
    single(&text[packed.len()..], MESSAGE, |_| is_valid.then_some(found))
}

/// Adds the pieces of a text, with markers at most so deep.
fn read(mut text: &[u8], deep: usize, found: &mut Vec<Piece>) -> Option<()> {
    while !text.is_empty() {
        let letters = text.iter().position(|byte| !byte.is_ascii_uppercase()).unwrap_or(text.len());
        text = &text[letters..];
        if letters > 0 {
            found.push(Piece::Letters(letters as u32));
            continue;
        }
        text = text.strip_prefix(b"(")?;
        let signs = number(&mut text, 99_999, b'x')?;
        let times = number(&mut text, 30, b')').filter(|_| deep > 0)?;
        let at = found.len();
        found.push(Piece::Marker { signs, times, next: 0 });
        read(text.get(..signs as usize)?, deep - 1, found)?;
        found[at] = Piece::Marker { signs, times, next: found.len() as u32 };
        text = &text[signs as usize..];
    }
    Some(())
}

/// A number from 1 up, in at most 18 digits, and a sign after it.
fn number(text: &mut &[u8], most: u64, end: u8) -> Option<u32> {
    let length = text.iter().position(|&byte| byte == end).filter(|length| *length <= 18)?;
    let (digits, rest) = text.split_at(length);
    let value = digits.iter().try_fold(0, |high, byte| {
        Some(10 * high + u64::from(byte.checked_sub(b'0').filter(|digit| *digit < 10)?))
    })?;
    *text = &rest[1..];
    (1..=most).contains(&value).then_some(value as u32)
}

pub fn part1(pieces: &[Piece]) -> u64 {
    let (mut at, mut length) = (0, 0);
    while let Some(piece) = pieces.get(at) {
        (at, length) = match *piece {
            Piece::Letters(count) => (at + 1, length + u64::from(count)),
            Piece::Marker { signs, times, next } => (next as usize, length + u64::from(signs * times)),
        };
    }
    length
}

pub fn part2(pieces: &[Piece]) -> u64 {
    unpacked(pieces, 0, pieces.len())
}

/// How long is what stands from one piece up to another, when all is unpacked?
fn unpacked(pieces: &[Piece], mut at: usize, end: usize) -> u64 {
    let mut length = 0;
    while at < end {
        (at, length) = match pieces[at] {
            Piece::Letters(count) => (at + 1, length + u64::from(count)),
            Piece::Marker { times, next, .. } => {
                let next = next as usize;
                (next, length + u64::from(times) * unpacked(pieces, at + 1, next))
            }
        };
    }
    length
}
