//! How long is a matrix? Singular values are roots of the eigenvalues that `spectra` finds: doubles guess, and signs of whole numbers prove.

use crate::exact::{Enclosure, rounded};
use crate::spectra::{Spectrum, characteristic, lengths, products};
use contract::InvalidInput;
use contract::reading::lines;
use num_bigint::BigInt;
use num_rational::BigRational;
use std::iter::{once, successors};

const BITS: usize = 64;
const MOST: usize = 30;
const MESSAGE: &str = "expected at most 30 rows, each of as many numbers, 1 to 30, of at most 18 digits";

type Matrix = Vec<Vec<i64>>;

pub fn parse(text: &str) -> Result<Matrix, InvalidInput> {
    let (mut rows, mut width) = (0, None);
    lines(text, MESSAGE, |line| {
        let row = line.separated(" ", |item| item.integer(999_999_999_999_999_999))?;
        rows += 1;
        (rows <= MOST && row.len() <= MOST && row.len() == *width.get_or_insert(row.len())).then_some(row)
    })
}

pub fn part1(matrix: &Matrix) -> String {
    let size = |value: &i64| i128::from(value.abs());
    let squares: BigInt = matrix.iter().flatten().map(|value| BigInt::from(size(value) * size(value))).sum();
    let longest =
        |rows: &Matrix| rows.iter().map(|row| row.iter().map(size).sum::<i128>()).max().unwrap_or(0);
    format!("{squares} {} {}", longest(matrix), longest(&transposed(matrix)))
}

pub fn part2(matrix: &Matrix) -> String {
    let columns = transposed(matrix);
    let rows = if columns.len() < matrix.len() { &columns } else { matrix };
    let guesses = lengths(rows.iter().map(|row| row.iter().map(|&value| value as f64).collect()).collect());
    let squares = guesses.into_iter().map(|value| value * value).collect();
    let spectrum = Spectrum::new(characteristic(&products(rows)), squares);
    let first = values(&spectrum, BITS);
    let norm = |count: usize| {
        let more = successors(Some(2 * BITS), |bits| Some(2 * bits))
            .map(|bits| sum(&values(&spectrum, bits), count, bits));
        rounded(9, once(sum(&first, count, BITS)).chain(more))
    };
    format!("{} {}", norm(1), norm(rows.len()))
}

/// Between which numbers the singular values are, the largest first, in units of 2^-bits.
fn values(spectrum: &Spectrum, bits: usize) -> Vec<(BigInt, BigInt)> {
    let root = |end: BigInt| (end << bits).sqrt();
    spectrum.roots(bits).into_iter().map(|(low, high)| (root(low), root(high) + 1)).collect()
}

/// Of some of the largest.
fn sum(values: &[(BigInt, BigInt)], count: usize, bits: usize) -> Enclosure {
    let (mut low, mut high) = (BigInt::ZERO, BigInt::ZERO);
    for ends in values.iter().take(count) {
        low += &ends.0;
        high += &ends.1;
    }
    let [low, high] = [low, high].map(|end| BigRational::new(end, BigInt::from(1) << bits));
    Enclosure { low, high }
}

fn transposed(matrix: &Matrix) -> Matrix {
    (0..matrix[0].len()).map(|column| matrix.iter().map(|row| row[column]).collect()).collect()
}
