//! The determinant and its gradient: by remainders modulo primes of 30 bits, of which the determinant needs few.
//!
//! A denominator in the solution of one system divides the determinant, and nearly always it is all of it but a factor of a few bits. A p-adic
//! solution (Dixon, 1982) takes one inverse modulo p, and then products of matrices with vectors, which doubles hold. What is left is below
//! Hadamard's bound over the denominator, so four or five primes tell it where there would be seventy (Pan, 1988; Abbott, Bronstein and Mulders, 1999).
//!
//! The gradient takes all primes. In an elimination in place the last step divides by nothing, so a pivot that is 0, in a singular
//! matrix or modulo this prime alone, is no case of its own.

use crate::residues::{BITS, MixedBase, Prime};
use contract::machine::Machine;
use contract::reading::Cursor;
use contract::{InvalidInput, compiled_twice};
use num_bigint::BigInt;
use num_traits::{One, Zero};
use std::mem::{replace, swap};

const MOST: u64 = 99;
const MOST_ROWS: usize = 200;

/// Smaller ones are sooner known by their remainders.
const LIFTED: usize = 32;

type Matrix = Vec<Vec<i32>>;

pub fn parse(text: &str) -> Result<Matrix, InvalidInput> {
    let mut lines = Cursor::new(text);
    let mut row = |most: usize, count: &str, lengths: std::ops::RangeInclusive<usize>| {
        lines.line(&format!("expected a row of {count} numbers from -99 to 99"), |line| {
            let row = line.separated(" ", |item| item.integer(MOST).map(|value| value as i32))?;
            Some(row).filter(|row| lengths.contains(&row.len()) && row.len() <= most)
        })
    };
    let mut matrix = vec![row(MOST_ROWS, "1 to 200", 1..=MOST_ROWS)?];
    let size = matrix[0].len();
    for _ in 1..size {
        matrix.push(row(size, &size.to_string(), size..=size)?);
    }
    lines.end()?;
    Ok(matrix)
}

pub fn part1(matrix: &Matrix) -> String {
    let lifted = matrix.len() >= LIFTED;
    let first = Prime::all().next().filter(|_| lifted).and_then(|p| divisor(matrix, p));
    let divisor = first.unwrap_or_else(BigInt::one);
    let bits = bound(matrix, 0) + 2 - divisor.bits() as usize;
    let mut base = MixedBase::default();
    let mut remainders = Vec::new();
    for p in Prime::all() {
        if remainders.len() * BITS > bits {
            break;
        }
        let known = p.remainder(&divisor);
        if known != 0 {
            let quotient = p.times(determinant(p, matrix), p.inverse(known));
            remainders.push(p.reduced(quotient.into()));
            base.push(p);
        }
    }
    (base.number(remainders.into_iter()) * divisor).to_string()
}

pub fn part2(matrix: &Matrix) -> String {
    let mut base = MixedBase::default();
    base.grow((bound(matrix, 0) + 2) / BITS + 1);
    let all: Vec<_> = base.primes().map(|p| gradient(p, matrix)).collect();
    let entry = |row: usize, column: usize| base.number(all.iter().map(|rows| rows[row][column])).to_string();
    let row = |row| (0..matrix.len()).map(|column| entry(row, column)).collect::<Vec<_>>().join(" ");
    (0..matrix.len()).map(row).collect::<Vec<_>>().join("\n")
}

/// A number of bits that neither the determinant exceeds nor a cofactor, with one more column of such numbers either (Hadamard).
fn bound(matrix: &Matrix, more: i32) -> usize {
    let length =
        |row: &Vec<i32>| row.iter().chain([&more]).map(|value| f64::from(value * value)).sum::<f64>();
    // The logarithms are off by less than a millionth in all.
    (matrix.iter().map(|row| length(row).max(1.0).log2() / 2.0).sum::<f64>() + 1e-6) as usize + 1
}

/// The first place that is not 0 of rows and columns from k on goes to row k and column k.
fn pivot(table: &mut [Vec<u32>], k: usize) -> Option<(usize, usize)> {
    let found = table.iter().enumerate().skip(k).find_map(|(row, values)| {
        values[k..].iter().position(|&value| value != 0).map(|column| (row, k + column))
    });
    let (row, column) = found?;
    table.swap(k, row);
    if column != k {
        table.iter_mut().for_each(|values| values.swap(k, column));
    }
    Some((row, column))
}

/// The determinant modulo p.
fn determinant(p: Prime, matrix: &Matrix) -> u32 {
    let machine = Machine::new();
    let mut table: Vec<Vec<u32>> =
        matrix.iter().map(|row| row.iter().map(|&value| p.integer(value)).collect()).collect();
    let mut product = p.word(1);
    for k in 0..table.len() {
        let Some((row, column)) = pivot(&mut table, k) else { return 0 };
        let minus = if (row != k) != (column != k) { p.minus(0, table[k][k]) } else { table[k][k] };
        product = p.times(product, minus);
        let inverse = p.inverse(table[k][k]);
        let (above, below) = table.split_at_mut(k + 1);
        for values in below {
            let factor = p.times(values[k], inverse);
            machine.subtract(p, &mut values[k + 1..], factor, &above[k][k + 1..]);
        }
    }
    product
}

/// The gradient of the determinant modulo p, plain.
fn gradient(p: Prime, matrix: &Matrix) -> Vec<Vec<u32>> {
    let machine = Machine::new();
    let last = matrix.len() - 1;
    let mut table: Vec<Vec<u32>> =
        (0..=last).map(|column| matrix.iter().map(|row| p.integer(row[column])).collect()).collect();
    let mut product = p.word(1);
    let mut swaps = Vec::with_capacity(last);
    for k in 0..last {
        let Some((row, column)) = pivot(&mut table, k) else { return vec![vec![0; last + 1]; last + 1] };
        swaps.push((k, row, column));
        let pivot = table[k][k];
        product = p.times(product, if (row != k) != (column != k) { p.minus(0, pivot) } else { pivot });
        let inverse = p.inverse(pivot);
        let mut exchanged = std::mem::take(&mut table[k]);
        exchanged.iter_mut().for_each(|value| *value = p.times(*value, inverse));
        exchanged[k] = inverse;
        for values in table.iter_mut().filter(|values| !values.is_empty()) {
            let factor = replace(&mut values[k], 0);
            machine.subtract(p, values, factor, &exchanged);
        }
        table[k] = exchanged;
    }
    let mut row = std::mem::replace(&mut table[last], vec![0; last + 1]);
    let pivot = replace(&mut row[last], p.word(1));
    for (at, values) in table.iter_mut().enumerate() {
        let value = replace(&mut values[last], 0);
        let factor = if at == last { product } else { p.minus(0, p.times(product, value)) };
        let pivot = p.times(pivot, product);
        for (value, &other) in values.iter_mut().zip(&row) {
            let sum = p.reduced(u64::from(*value) * u64::from(pivot) + u64::from(factor) * u64::from(other));
            *value = p.reduced(sum.into());
        }
    }
    for (k, row, column) in swaps.into_iter().rev() {
        table.swap(k, column);
        table.iter_mut().for_each(|values| values.swap(k, row));
    }
    table
}

/// The denominator of a number in the solution of a system with this matrix, if it is regular modulo p.
fn divisor(matrix: &Matrix, p: Prime) -> Option<BigInt> {
    let machine = Machine::new();
    let gradient = gradient(p, matrix);
    // Laplace's expansion.
    let determinant = matrix[0]
        .iter()
        .zip(&gradient[0])
        .fold(0, |sum, (&value, &factor)| p.minus(sum, p.minus(0, p.times(p.integer(value), factor))));
    if determinant == 0 {
        return None;
    }
    let scale = p.inverse(p.word(determinant));
    let prime = f64::from(p.p);
    let centred = |value: f64| value - prime * (value / prime).round();
    let inverse: Vec<Vec<f64>> = gradient
        .iter()
        .map(|row| row.iter().map(|&value| centred(p.times(value, scale).into())).collect())
        .collect();
    let columns: Vec<Vec<f64>> =
        (0..matrix.len()).map(|at| matrix.iter().map(|row| row[at].into()).collect()).collect();
    let product = |columns: &[Vec<f64>], factors: &[f64]| {
        let mut sum = vec![0.0; factors.len()];
        columns.iter().zip(factors).for_each(|(column, &factor)| machine.add(&mut sum, factor, column));
        sum
    };
    let bits = bound(matrix, 99);
    let count = (2 * bits + 1) / BITS + 1;
    // Numbers below 2^14, and those of the inverse below 2^29: sums of 200 products are below 2^51.
    let mut rest: Vec<f64> = (0..matrix.len()).map(|at| (at * at % 97) as f64 + 1.0).collect();
    let mut digits = Vec::with_capacity(count);
    for _ in 0..count {
        let solution: Vec<f64> = product(&inverse, &rest).into_iter().map(centred).collect();
        digits.push(solution[0] as i64);
        for (value, known) in rest.iter_mut().zip(product(&columns, &solution)) {
            *value = (*value - known) / prime;
        }
    }
    let number = digits.iter().rev().fold(BigInt::ZERO, |number, digit| number * p.p + digit);
    Some(denominator(number, BigInt::from(p.p).pow(count as u32), bits as u64))
}

/// That of the fraction, both of whose numbers have at most so many bits, which is a number modulo another (Wang, Guy and Davenport, 1982).
fn denominator(number: BigInt, modulus: BigInt, bits: u64) -> BigInt {
    let mut value = if number < BigInt::ZERO { number + &modulus } else { number };
    let (mut above, mut before, mut found) = (modulus, BigInt::zero(), BigInt::one());
    while value.bits() > bits {
        let quotient = &above / &value;
        above -= &quotient * &value;
        swap(&mut above, &mut value);
        before += quotient * &found;
        swap(&mut before, &mut found);
    }
    found
}

#[inline(always)]
fn subtract<const FUSED: bool>(p: Prime, row: &mut [u32], factor: u32, other: &[u32]) {
    for (value, &other) in row.iter_mut().zip(other) {
        *value = p.minus(*value, p.times(factor, other));
    }
}

#[inline(always)]
fn add<const FUSED: bool>(sum: &mut [f64], factor: f64, column: &[f64]) {
    for (value, &other) in sum.iter_mut().zip(column) {
        *value += factor * other;
    }
}

compiled_twice! {
    trait Rows {
        fn subtract(p: Prime, row: &mut [u32], factor: u32, other: &[u32]);
        fn add(sum: &mut [f64], factor: f64, column: &[f64]);
    }
}
