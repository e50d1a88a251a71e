//! Laboratories: a row of splitters is a bit a column, read eight bytes at a time; a row of counts is changed in place.
//!
//! Splitters are never side by side, so what goes to the left and right of one meets no other in that row: part 1 moves
//! 64 columns of beams by a few instructions, and part 2 needs one row of counts. Each row with splitters can double
//! the number of timelines, so 128 bits hold it for up to 127 such rows, as official manifolds have; for more, they
//! are counted in words with eighteen digits each.

use contract::{InvalidInput, bits::ones, decimal::Decimal};
use std::mem;
use std::ops::AddAssign;

const FIRST: &str = "expected a row of . with one S, at most 2000 long";
const FURTHER: &str =
    "expected a row as long as the first, of . and of ^ apart from each other and the edges, at most 2000";
const MOST: usize = 2000;

pub struct Manifold {
    width: usize,
    start: usize,
    /// Words in a row.
    words: usize,
    /// Sets of columns, row after row; rows without splitters are left out.
    splitters: Vec<u64>,
}

pub fn parse(text: &str) -> Result<Manifold, InvalidInput> {
    let mut rows = text.split('\n').map(str::as_bytes).enumerate();
    let (_, first) = rows.next().expect("a text has a line");
    let start = first.iter().position(|&byte| byte == b'S');
    let others = first.iter().filter(|&&byte| byte != b'.').count();
    let width = first.len();
    let Some(start) = start.filter(|_| others == 1 && width <= MOST) else {
        return Err(InvalidInput::new(1, FIRST));
    };
    let mut manifold = Manifold { width, start, words: width.div_ceil(64), splitters: Vec::new() };
    let free = vec![b'.'; width];
    for (number, row) in rows {
        if number >= MOST || row != free && (row.len() != width || !manifold.add_row(row)) {
            return Err(InvalidInput::new(number + 1, FURTHER));
        }
    }
    Ok(manifold)
}

impl Manifold {
    /// Has the row the signs that it may have, at places where they may be?
    fn add_row(&mut self, row: &[u8]) -> bool {
        let (mut fine, mut last) = (true, 1);
        for bytes in row.chunks(64) {
            let (columns, known) = splitters(bytes);
            fine &= known && columns & (columns << 1 | last) == 0;
            last = columns >> 63;
            self.splitters.push(columns);
        }
        fine && row.last() != Some(&b'^')
    }

    fn rows(&self) -> impl Iterator<Item = &[u64]> {
        self.splitters.chunks(self.words)
    }

    /// The columns of splitters, row after row.
    fn columns(&self) -> impl Iterator<Item = usize> {
        let words = self.rows().flat_map(|row| row.iter().enumerate());
        words.flat_map(|(at, &word)| ones(word).map(move |bit| 64 * at + bit))
    }
}

/// Which of up to 64 bytes are splitters, and is each other one a `.`?
fn splitters(bytes: &[u8]) -> (u64, bool) {
    let (mut columns, mut unknown) = (0, 0);
    for (at, eight) in bytes.chunks(8).enumerate() {
        let eight = <[u8; 8]>::try_from(eight).unwrap_or_else(|_| {
            let mut padded = [b'.'; 8];
            padded[..eight.len()].copy_from_slice(eight);
            padded
        });
        // `^` and `.` differ in three bits, which are side by side; a product brings eight bits together.
        let differ = u64::from_le_bytes(eight) ^ 0x2E2E_2E2E_2E2E_2E2E;
        unknown |= differ & 0x8F8F_8F8F_8F8F_8F8F | (differ ^ (differ >> 1)) & 0x3030_3030_3030_3030;
        let hats = (differ & 0x1010_1010_1010_1010) >> 4;
        columns |= hats.wrapping_mul(0x0102_0408_1020_4080) >> 56 << (8 * at);
    }
    (columns, unknown == 0)
}

pub fn part1(manifold: &Manifold) -> u32 {
    // A word more in front, for what goes to the left from the first: never anything.
    let mut beams = vec![0u64; manifold.words + 1];
    beams[1 + manifold.start / 64] = 1 << (manifold.start % 64);
    let mut count = 0;
    for row in manifold.rows() {
        let mut from_left = 0;
        for (at, &splitters) in row.iter().enumerate() {
            let met = beams[at + 1] & splitters;
            count += met.count_ones();
            beams[at] |= met << 63;
            beams[at + 1] = beams[at + 1] & !met | met << 1 | met >> 1 | from_left;
            from_left = met >> 63;
        }
    }
    count
}

pub fn part2(manifold: &Manifold) -> String {
    if manifold.splitters.len() > 127 * manifold.words {
        timelines(manifold, Decimal::one()).to_string()
    } else {
        timelines(manifold, 1u128).to_string()
    }
}

/// In how many timelines the particle leaves, by what they are counted with.
fn timelines<T: Clone + Default + for<'a> AddAssign<&'a T>>(manifold: &Manifold, one: T) -> T {
    let mut timelines = vec![T::default(); manifold.width];
    timelines[manifold.start] = one;
    for column in manifold.columns() {
        let split = mem::take(&mut timelines[column]);
        timelines[column - 1] += &split;
        timelines[column + 1] += &split;
    }
    timelines.iter().fold(T::default(), |mut sum, count| {
        sum += count;
        sum
    })
}
