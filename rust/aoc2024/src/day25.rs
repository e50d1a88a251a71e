//! Code Chronicle: a lock is tried with 64 keys at once.
//!
//! For each column and height there is a word that tells which of 64 keys are low enough there. Five of them are combined for a lock, and their ones
//! are counted. A row is read in a few operations on five bytes ([SIMD within a register](https://en.wikipedia.org/wiki/SWAR)), and heights are the sum of rows.

use contract::InvalidInput;

const MOST: usize = 10_000;
const FORM: &str = "expected a row of five # or ., the first and the last all of one sign and not the same, where each column changes once, in at most 10000 schematics";
/// A one in each of five bytes.
const ALL: u64 = 0x01_0101_0101;

/// A byte for each column: the heights of keys, 0 to 5, and how high a key may be in each lock.
#[derive(Default)]
pub struct Schematics {
    keys: Vec<u64>,
    locks: Vec<u64>,
}

pub fn parse(text: &str) -> Result<Schematics, InvalidInput> {
    let mut found = Schematics::default();
    let mut rest = Some(text.as_bytes());
    for count in 0.. {
        let (mut top, mut above, mut heights) = (0, 0, 0);
        for number in 0..7 {
            let line = 8 * count + number + usize::from(rest.is_some());
            let is_fine = |row: u64| match number {
                0 => (row == 0 || row == ALL) && count < MOST,
                6 => row == top ^ ALL,
                // What has changed above is as above.
                _ => (above ^ row) & (above ^ top) == 0,
            };
            let row =
                row(&mut rest).filter(|&row| is_fine(row)).ok_or_else(|| InvalidInput::new(line, FORM))?;
            if number == 0 {
                top = row;
            } else if number < 6 {
                heights += row;
            }
            above = row;
        }
        if top == 0 {
            found.keys.push(heights);
        } else {
            found.locks.push(5 * ALL - heights);
        }
        rest = match rest {
            None => break,
            Some([]) => None,
            Some([b'\n', more @ ..]) => Some(more),
            _ => return Err(InvalidInput::new(8 * count + 8, "expected an empty line")),
        };
    }
    Ok(found)
}

/// A line of five signs, a byte with 1 for each that is full; nothing is left after the last line.
#[inline]
fn row(rest: &mut Option<&[u8]>) -> Option<u64> {
    let (row, after) = (*rest)?.split_first_chunk::<5>()?;
    *rest = match after {
        [] => None,
        [b'\n', more @ ..] => Some(more),
        _ => return None,
    };
    let mut word = [0; 8];
    word[..5].copy_from_slice(row);
    // 0 for `.`, 13 for `#`.
    let signs = u64::from_le_bytes(word) ^ (ALL * u64::from(b'.'));
    let ones = signs & ALL;
    (signs == 13 * ones).then_some(ones)
}

pub fn part1(schematics: &Schematics) -> u32 {
    let mut count = 0;
    for keys in schematics.keys.chunks(64) {
        let mut low = [[0u64; 8]; 5];
        for (place, key) in keys.iter().enumerate() {
            for (column, height) in low.iter_mut().zip(key.to_le_bytes()) {
                column[usize::from(height & 7)] |= 1 << place;
            }
        }
        for column in &mut low {
            for height in 1..6 {
                column[height] |= column[height - 1];
            }
        }
        for lock in &schematics.locks {
            let columns = low.iter().zip(lock.to_le_bytes());
            count += columns
                .fold(u64::MAX, |fits, (column, most)| fits & column[usize::from(most & 7)])
                .count_ones();
        }
    }
    count
}
