//! Trench Map: pixels go in blocks of two by two, and one look into a table enhances four of them at once.
//!
//! What becomes of a block depends on the four by four pixels around it, sixteen bits. Let the blocks of the next image
//! lie across the corners of those of this one, and these sixteen are four whole blocks:
//!
//! ```text
//! a b c d      the blocks abef, cdgh, ijmn and klop
//! e f g h      make the block fgjk
//! i j k l
//! m n o p
//! ```

use std::ops::RangeInclusive;

use contract::reading::Cursor;
use contract::{InvalidInput, NoAnswer};

const MOST: usize = 1000;

/// What becomes of the pixels in the middle of three by three.
type Rule = [bool; 512];

pub struct Trench {
    rule: Rule,
    /// How many blocks there are in a row of blocks.
    width: usize,
    blocks: Vec<u8>,
}

pub fn parse(text: &str) -> Result<Trench, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let line = cursor.line("expected a rule of 512 pixels, each # or .", |line| pixels(line, 512..=512))?;
    cursor.blank("expected an empty line after the rule")?;
    let message = format!("expected 1 to {MOST} rows of 1 to {MOST} pixels, each # or ., equally long");
    let mut rows = vec![cursor.line(&message, |line| pixels(line, 1..=MOST))?];
    let length = rows[0].len();
    while !cursor.is_done() {
        let least = if rows.len() < MOST { length } else { usize::MAX };
        rows.push(cursor.line(&message, |line| pixels(line, least..=length))?);
    }
    let pair =
        |row: &[u8], at: usize| u8::from(row[at] == b'#') << 1 | u8::from(row.get(at + 1) == Some(&b'#'));
    let block = |two: &[&[u8]], at: usize| pair(two[0], at) << 4 | two.get(1).map_or(0, |row| pair(row, at));
    let blocks = rows.chunks(2).flat_map(|two| (0..length).step_by(2).map(move |at| block(two, at)));
    let rule = std::array::from_fn(|at| line[at] == b'#');
    Ok(Trench { rule, width: length.div_ceil(2), blocks: blocks.collect() })
}

/// A line of pixels, if it is that long.
fn pixels<'a>(line: &mut Cursor<'a>, lengths: RangeInclusive<usize>) -> Option<&'a [u8]> {
    line.word(|byte| matches!(byte, b'#' | b'.')).filter(|pixels| lengths.contains(&pixels.len()))
}

pub fn part1(trench: &Trench) -> Result<u64, NoAnswer> {
    lit(trench, 2)
}

pub fn part2(trench: &Trench) -> Result<u64, NoAnswer> {
    lit(trench, 50)
}

/// How many pixels are light after an even number of steps?
fn lit(trench: &Trench, steps: usize) -> Result<u64, NoAnswer> {
    let rule = &trench.rule;
    let tables = match (rule[0], rule[511]) {
        (true, true) => return Err(NoAnswer("infinitely many pixels are light".into())),
        (true, false) => {
            let negative = rule.map(|pixel| !pixel);
            let mut of_negative = *rule;
            of_negative.reverse();
            vec![table(&negative), table(&of_negative)]
        }
        (false, _) => vec![table(rule)],
    };
    let (height, width) = (trench.blocks.len() / trench.width, trench.width);
    // The image is in the lower right corner, but for a row and a column of nothing, and grows to the upper left.
    let stride = steps + width + 1;
    let mut blocks = vec![0; (steps + height + 1) * stride];
    for (row, from) in trench.blocks.chunks(width).enumerate() {
        blocks[(steps + row) * stride + steps..][..width].copy_from_slice(from);
    }
    for (start, table) in (0..steps).rev().zip(tables.iter().cycle()) {
        for row in start..steps + height {
            let (above, below) = blocks[row * stride..].split_at_mut(stride);
            enhance(&mut above[start..], &below[start..stride], table);
        }
    }
    Ok(blocks.iter().map(|block| u64::from(block.count_ones())).sum())
}

/// A row of blocks, but for the last, becomes one of the next image, each in the place of its upper left one, which is
/// not needed any more.
fn enhance(above: &mut [u8], below: &[u8], table: &Table) {
    let index = |above: u8, below: u8| usize::from(above) << 8 | usize::from(below);
    let mut left = index(above[0], below[0]);
    for at in 0..above.len() - 1 {
        let right = index(above[at + 1], below[at + 1]);
        above[at] = table[(left << 2 | right) & 0xffff];
        left = right;
    }
}

/// The block in the middle of four by four pixels, row after row in the index.
type Table = Box<[u8; 1 << 16]>;

fn table(rule: &Rule) -> Table {
    // The two pixels in the middle of three rows of four.
    let mut pairs = [0; 1 << 12];
    for (index, pair) in pairs.iter_mut().enumerate() {
        let pixel = |shift: usize| {
            let three = |row: usize| index >> (4 * row + shift) & 7;
            u8::from(rule[three(2) << 6 | three(1) << 3 | three(0)])
        };
        *pair = pixel(1) << 1 | pixel(0);
    }
    let mut table = vec![0; 1 << 16];
    for ((blocks, upper), lower) in table.chunks_exact_mut(16).zip(&pairs).zip(pairs.chunks_exact(16).cycle())
    {
        blocks.iter_mut().zip(lower).for_each(|(block, lower)| *block = upper << 4 | lower);
    }
    table.try_into().expect("2^16 blocks")
}
