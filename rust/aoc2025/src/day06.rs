//! Trash Compactor: each problem is cut out into sixteen bytes, which are read along lines or down columns.
//!
//! Two numbers a cell tell all that has to be known of a number's form: which columns of a line hold a digit, as bits, which have
//! to be without a gap, and those of all lines together, which have to be all columns. A blank leaves a number as it
//! is, without a branch.

use contract::InvalidInput;

const MESSAGE: &str = "expected problems side by side: one to four lines of numbers, then one of + and *";
const MOST: usize = 4;

pub struct Problem {
    multiply: bool,
    lines: usize,
    columns: usize,
    cells: [[u8; MOST]; MOST],
}

pub fn parse(text: &str) -> Result<Vec<Problem>, InvalidInput> {
    let rows: Vec<&[u8]> = text.split('\n').map(|line| line.trim_end_matches(' ').as_bytes()).collect();
    // No early end: so the compiler makes vector code of it.
    let is_number = |byte: u8| byte.is_ascii_digit() | (byte == b' ');
    let is_numbers =
        |row: &&[u8]| !row.is_empty() && row.iter().fold(true, |all, &byte| all & is_number(byte));
    let above = rows.iter().take_while(|row| is_numbers(row)).count();
    let last = above.min(rows.len() - 1).min(MOST);
    let wrong = || InvalidInput::new(last + 1, MESSAGE);
    let signs = rows[last];
    if last == 0 || signs.first().is_none_or(|&sign| sign == b' ') {
        return Err(wrong());
    }
    if signs.iter().any(|sign| !matches!(sign, b'+' | b'*' | b' ')) {
        return Err(wrong());
    }
    let width = rows[..=last].iter().map(|row| row.len()).max().unwrap_or(0) + 1;
    let mut problems = Vec::with_capacity(width / 2);
    let mut start = 0;
    while start < width {
        let next = signs[start + 1..].iter().position(|&sign| sign != b' ').map(|gap| start + 1 + gap);
        let end = next.unwrap_or(width);
        let problem = cut(&rows[..last], signs[start] == b'*', start, end - 1).ok_or_else(wrong)?;
        problems.push(problem);
        start = end;
    }
    if problems.len() > 100_000 {
        return Err(wrong());
    }
    if last + 1 < rows.len() {
        Err(InvalidInput::new(last + 2, "expected no more lines"))
    } else {
        Ok(problems)
    }
}

/// The problem between two columns, the second of which is blank; `None` if it has not the form of one.
fn cut(rows: &[&[u8]], multiply: bool, start: usize, end: usize) -> Option<Problem> {
    let columns = end - start;
    if columns == 0 || columns > MOST {
        return None;
    }
    let mut cells = [[b' '; MOST]; MOST];
    let mut everywhere = 0u8;
    for (row, cells) in rows.iter().zip(&mut cells) {
        let mut digits = 0u8;
        for (column, cell) in cells.iter_mut().take(columns).enumerate() {
            *cell = row.get(start + column).copied().unwrap_or(b' ');
            digits |= u8::from(*cell != b' ') << column;
        }
        let aligned = digits >> (digits.trailing_zeros() & 7);
        if digits == 0 || aligned & (aligned + 1) != 0 || row.get(end).is_some_and(|&byte| byte != b' ') {
            return None;
        }
        everywhere |= digits;
    }
    (everywhere + 1 == 1 << columns).then_some(Problem { multiply, lines: rows.len(), columns, cells })
}

fn append(number: u64, cell: u8) -> u64 {
    if cell == b' ' { number } else { 10 * number + u64::from(cell & 15) }
}

impl Problem {
    fn result(&self, numbers: impl Iterator<Item = u64>) -> u128 {
        u128::from(if self.multiply { numbers.product::<u64>() } else { numbers.sum() })
    }
}

pub fn part1(problems: &[Problem]) -> u128 {
    let along = |problem: &Problem| {
        problem.result(
            problem.cells[..problem.lines].iter().map(|line| line.iter().fold(0, |n, &cell| append(n, cell))),
        )
    };
    problems.iter().map(along).sum()
}

pub fn part2(problems: &[Problem]) -> u128 {
    let down = |problem: &Problem| {
        let column = |at| problem.cells.iter().fold(0, |n, line| append(n, line[at]));
        problem.result((0..problem.columns).map(column))
    };
    problems.iter().map(down).sum()
}
