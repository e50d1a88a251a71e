//! Signals and Noise: a table of counts for each column, so that no addition waits for the one before.

use contract::{InvalidInput, reading::lines};

const MESSAGE: &str = "expected at most 60000 rows of 1 to 16 small letters, all of the same length";
const MOST_ROWS: usize = 60_000;
const MOST_COLUMNS: usize = 16;

/// How often each letter is in a column.
type Counts = [u32; 26];

pub fn parse(text: &str) -> Result<Vec<Counts>, InvalidInput> {
    let width = text.bytes().position(|byte| byte == b'\n').unwrap_or(text.len());
    let mut columns = vec![[0; 26]; width.min(MOST_COLUMNS)];
    let mut count = 0;
    lines(text, MESSAGE, |line| {
        count += 1;
        let row = line.word(|byte| byte.is_ascii_lowercase())?;
        columns.iter_mut().zip(row).for_each(|(counts, letter)| counts[usize::from(letter - b'a')] += 1);
        (row.len() == columns.len() && count <= MOST_ROWS).then_some(())
    })?;
    Ok(columns)
}

pub fn part1(columns: &[Counts]) -> String {
    message(columns, |counts| (0..26).rev().max_by_key(|&letter| counts[letter]))
}

pub fn part2(columns: &[Counts]) -> String {
    message(columns, |counts| {
        (0..26).filter(|&letter| counts[letter] > 0).min_by_key(|&letter| counts[letter])
    })
}

fn message(columns: &[Counts], choice: impl Fn(&Counts) -> Option<usize>) -> String {
    columns.iter().filter_map(choice).map(|letter| char::from(b'a' + letter as u8)).collect()
}
