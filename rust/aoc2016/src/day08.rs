//! Two-Factor Authentication: a row is a word, and a column is a bit of each of six words.

use contract::InvalidInput;
use contract::reading::{Cursor, lines};

const FORM: &str =
    "expected rect 3x2, rotate row y=0 by 4 or rotate column x=1 by 1, on 50 columns and 6 rows";
const WIDTH: usize = 50;
const HEIGHT: usize = 6;
const ALL: u64 = (1 << WIDTH) - 1;

pub enum Operation {
    Rect { width: usize, height: usize },
    Row { y: usize, by: usize },
    Column { x: usize, by: usize },
}

pub fn parse(text: &str) -> Result<Vec<Operation>, InvalidInput> {
    lines(text, FORM, |line| {
        Some(match line.choice(&["rect ", "rotate row y=", "rotate column x="])? {
            0 => {
                let (width, height) = pair(line, WIDTH + 1, "x", HEIGHT + 1)?;
                (width * height > 0).then_some(Operation::Rect { width, height })?
            }
            1 => {
                let (y, by) = pair(line, HEIGHT, " by ", WIDTH)?;
                Operation::Row { y, by }
            }
            _ => {
                let (x, by) = pair(line, WIDTH, " by ", HEIGHT)?;
                Operation::Column { x, by }
            }
        })
    })
}

/// Two numbers below limits.
fn pair(line: &mut Cursor, first: usize, between: &str, second: usize) -> Option<(usize, usize)> {
    let number = line.natural(first as u64 - 1)? as usize;
    line.tag(between)?;
    Some((number, line.natural(second as u64 - 1)? as usize))
}

pub fn part1(operations: &[Operation]) -> u32 {
    screen(operations).iter().map(|row| row.count_ones()).sum()
}

pub fn part2(operations: &[Operation]) -> String {
    let shown = |row: u64| (0..WIDTH).map(|x| if row >> x & 1 == 1 { '#' } else { '.' }).collect::<String>();
    screen(operations).map(shown).join("\n")
}

/// The rows after all operations, whose lowest bits are the left ends.
fn screen(operations: &[Operation]) -> [u64; HEIGHT] {
    let mut rows = [0u64; HEIGHT];
    for operation in operations {
        match *operation {
            Operation::Rect { width, height } => {
                rows[..height].iter_mut().for_each(|row| *row |= (1 << width) - 1)
            }
            Operation::Row { y, by } => rows[y] = (rows[y] << by | rows[y] >> (WIDTH - by)) & ALL,
            Operation::Column { x, by } => {
                let mut turned = rows;
                turned.rotate_right(by);
                rows.iter_mut().zip(turned).for_each(|(row, from)| *row = *row & !(1 << x) | from & 1 << x);
            }
        }
    }
    rows
}
