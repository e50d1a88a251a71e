//! Gradients of traces: what is before each X is kept, and what is after it comes on the way back.
//!
//! A product of n factors takes n products of two on either way, and one more for each X, so that many X cost no more than one. A row of a product is a sum of
//! rows, each times a number, and at most twenty of those stay below 2^127: it is reduced once an entry, not once a product.

use crate::mersenne::{nearest, remainder, signed};
use contract::InvalidInput;
use contract::reading::Cursor;
use std::collections::HashMap;

const MOST: usize = 20;
const MOST_FACTORS: usize = 100;
const SIZES: &str = "expected constants 0 to 23 and terms 1 to 20, as constants 2 terms 1";
const TERM: &str = "expected + or - and up to 100 factors that fit together, as + A X B X'";

/// Remainders, row after row.
#[derive(Clone)]
struct Matrix {
    height: usize,
    width: usize,
    entries: Vec<u64>,
}

/// A letter, and whether the matrix is transposed.
type Factor = (u8, bool);

pub struct Function {
    matrices: HashMap<Factor, Matrix>,
    terms: Vec<(bool, Vec<Factor>)>,
}

pub fn parse(text: &str) -> Result<Function, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let (constants, count) = cursor.line(SIZES, |line| {
        line.tag("constants ")?;
        let constants = line.natural(23)? as u8;
        line.tag(" terms ")?;
        let terms = line.natural(20)?;
        (terms > 0).then_some((constants, terms))
    })?;
    let mut matrices = HashMap::new();
    for letter in (b'A'..b'A' + constants).chain([b'X']) {
        let name = letter as char;
        let message = format!(
            "expected a matrix, {name} = 1 2; 3 4, with up to 20 rows and columns of numbers from -999 to 999"
        );
        let matrix = cursor.line(&message, |line| {
            line.tag(&format!("{name} = "))?;
            matrix(line)
        })?;
        matrices.insert((letter, true), matrix.transposed());
        matrices.insert((letter, false), matrix);
    }
    cursor.blank("expected an empty line")?;
    let terms = (0..count).map(|_| cursor.line(TERM, |line| term(line, &matrices)));
    let terms = terms.collect::<Result<_, _>>()?;
    cursor.end()?;
    Ok(Function { matrices, terms })
}

fn matrix(line: &mut Cursor) -> Option<Matrix> {
    let rows = line.separated("; ", |row| row.separated(" ", |entry| entry.integer(999).map(signed)))?;
    let (height, width) = (rows.len(), rows[0].len());
    let fine = height.max(width) <= MOST && rows.iter().all(|row| row.len() == width);
    fine.then(|| Matrix { height, width, entries: rows.concat() })
}

fn term(line: &mut Cursor, matrices: &HashMap<Factor, Matrix>) -> Option<(bool, Vec<Factor>)> {
    let negative = line.choice(&["+ ", "- "])? == 1;
    let factors = line.separated(" ", |factor| Some((factor.byte()?, factor.tag("'").is_some())))?;
    let known: Option<Vec<_>> = factors.iter().map(|factor| matrices.get(factor)).collect();
    let known = known.filter(|known| known.len() <= MOST_FACTORS)?;
    let next = known.iter().cycle().skip(1);
    known.iter().zip(next).all(|(one, two)| one.width == two.height).then_some((negative, factors))
}

pub fn part1(function: &Function) -> i64 {
    let mut total = 0;
    for (negative, factors) in &function.terms {
        let mut factors = factors.iter().map(|factor| &function.matrices[factor]);
        let first = factors.next().expect("a factor").clone();
        let product = factors.fold(first, |product, factor| product.times(factor));
        let diagonal = product.entries.iter().step_by(product.width + 1);
        let trace = remainder(diagonal.map(|&entry| u128::from(entry)).sum());
        total += i128::from(nearest(trace)) * if *negative { -1 } else { 1 };
    }
    nearest_of(total)
}

pub fn part2(function: &Function) -> String {
    let x = &function.matrices[&(b'X', false)];
    let mut gradient = vec![0; x.entries.len()];
    for (negative, factors) in &function.terms {
        let matrices: Vec<_> = factors.iter().map(|factor| &function.matrices[factor]).collect();
        let mut before = Vec::new();
        let mut product = Matrix::one(matrices[0].height);
        for (factor, matrix) in factors.iter().zip(&matrices) {
            let next = product.times(matrix);
            before.push((factor.0 == b'X').then_some(product));
            product = next;
        }
        let mut after = Matrix::one(matrices[0].height);
        for ((factor, matrix), before) in factors.iter().zip(&matrices).zip(before).rev() {
            if let Some(before) = before {
                let hole = after.times(&before);
                // tr(before E after) = tr(after before E), and a matrix and its transpose have one trace.
                let hole = if factor.1 { hole } else { hole.transposed() };
                for (sum, &entry) in gradient.iter_mut().zip(&hole.entries) {
                    *sum += i128::from(entry) * if *negative { -1 } else { 1 };
                }
            }
            after = matrix.times(&after);
        }
    }
    let row = |row: &[i128]| row.iter().map(|&sum| nearest_of(sum).to_string()).collect::<Vec<_>>().join(" ");
    gradient.chunks_exact(x.width).map(row).collect::<Vec<_>>().join("\n")
}

/// The number nearest to 0 with the remainder of a sum of some thousand.
fn nearest_of(sum: i128) -> i64 {
    let size = nearest(remainder(sum.unsigned_abs()));
    if sum < 0 { -size } else { size }
}

impl Matrix {
    fn one(size: usize) -> Self {
        let mut entries = vec![0; size * size];
        entries.iter_mut().step_by(size + 1).for_each(|entry| *entry = 1);
        Self { height: size, width: size, entries }
    }

    fn transposed(&self) -> Self {
        let column = |at: usize| self.entries[at..].iter().step_by(self.width).copied();
        Self { height: self.width, width: self.height, entries: (0..self.width).flat_map(column).collect() }
    }

    fn times(&self, other: &Self) -> Self {
        let mut entries = Vec::with_capacity(self.height * other.width);
        for row in self.entries.chunks_exact(self.width) {
            let mut sums = [0; MOST];
            for (&factor, values) in row.iter().zip(other.entries.chunks_exact(other.width)) {
                for (sum, &value) in sums.iter_mut().zip(values) {
                    *sum += u128::from(factor) * u128::from(value);
                }
            }
            entries.extend(sums[..other.width].iter().map(|&sum| remainder(sum)));
        }
        Self { height: self.height, width: other.width, entries }
    }
}
