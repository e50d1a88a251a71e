//! Trench Map: pixels go in blocks of two by two, and one look into a table enhances four of them at once.
//!
//! What becomes of a block depends on the four by four pixels around it: sixteen bits. Now let the blocks of the next
//! image lie across the corners of those of this one. Then these sixteen pixels are just four whole blocks:
//!
//! ```text
//! a b c d      the blocks abef, cdgh, ijmn and klop
//! e f g h      make the block fgjk
//! i j k l
//! m n o p
//! ```
//!
//! There is one row and one column of blocks more with each step, which is how much the image grows. A new block takes
//! the place of its upper left one, which is not needed any more, so all happens in place. A block is a byte with
//! its rows in two nibbles, so that two of them, the left one shifted by two places, make the half of an index.
//!
//! The table of 65536 blocks is cheap: it is two of its rows put together, and a row is one of 4096.
//!
//! The void around the image may become light. Then the image is stored in negative, and so is the rule: what is
//! beyond is always 0, and nobody needs to mind it.

use contract::{InvalidInput, NoAnswer};

/// What becomes of the pixels in the middle of three by three.
type Rule = [bool; 512];

pub struct Trench {
    rule: Rule,
    /// How many blocks there are in a row of blocks.
    width: usize,
    blocks: Vec<u8>,
}

pub fn parse(text: &str) -> Result<Trench, InvalidInput> {
    let wrong = |line, message: &str| Err(InvalidInput::new(line, message));
    let mut lines = text.as_bytes().split(|&byte| byte == b'\n');
    let mut rule = [false; 512];
    let line = lines.next().unwrap_or_default();
    if line.len() != rule.len() || !line.iter().all(is_pixel) {
        return wrong(1, "expected a rule of 512 pixels, each # or .");
    }
    rule.iter_mut().zip(line).for_each(|(pixel, &byte)| *pixel = byte == b'#');
    match lines.next() {
        None => return wrong(1, "expected an empty line after the rule"),
        Some(line) if !line.is_empty() => return wrong(2, "expected an empty line after the rule"),
        Some(_) => {}
    }
    let expected = "expected a row of pixels, each # or ., as long as all rows";
    let mut rows = lines.clone().peekable();
    let length = rows.peek().map_or(0, |row| row.len());
    if length == 0 {
        return wrong(if rows.peek().is_some() { 3 } else { 2 }, expected);
    }
    let width = length.div_ceil(2);
    let mut blocks = Vec::with_capacity(width * text.len() / length / 2 + 2 * width);
    for (at, row) in rows.enumerate() {
        if row.len() != length || !row.iter().all(is_pixel) {
            return wrong(at + 3, expected);
        }
        let pair = |two: &[u8]| u8::from(two[0] == b'#') << 1 | u8::from(two.get(1) == Some(&b'#'));
        if at % 2 == 0 {
            blocks.extend(row.chunks(2).map(|two| pair(two) << 4));
        } else {
            let last = blocks.len() - width;
            blocks[last..].iter_mut().zip(row.chunks(2)).for_each(|(block, two)| *block |= pair(two));
        }
    }
    Ok(Trench { rule, width, blocks })
}

fn is_pixel(byte: &u8) -> bool {
    matches!(byte, b'#' | b'.')
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

/// A row of blocks, but for the last, becomes one of the next image.
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
    for ((blocks, upper), lower) in table.chunks_exact_mut(16).zip(&pairs).zip(pairs.chunks_exact(16).cycle()) {
        blocks.iter_mut().zip(lower).for_each(|(block, lower)| *block = upper << 4 | lower);
    }
    table.try_into().expect("2^16 blocks")
}
