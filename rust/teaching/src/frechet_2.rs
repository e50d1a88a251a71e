//! Linear least squares: one pass adds up all products, and an elimination without a search for pivots does the rest.
//!
//! The sums of products are semidefinite, so a pivot is on the diagonal or what is left of its row is 0: no rows change places, and
//! the half below the diagonal is never looked at. Numbers stay whole by Bareiss's divisions, and no fraction is reduced before the answer. Only where
//! rows depend on others a second elimination has to find the smallest solution, which is made of the independent rows.

use crate::fractions::lowest;
use contract::InvalidInput;
use contract::reading::Cursor;
use num_bigint::BigInt;
use num_traits::{One, Zero};

const MOST_PAIRS: u64 = 10_000;
const MOST_NUMBERS: u64 = 30;
const MOST: u64 = 9999;
const SIZES: &str = "expected pairs 1 to 10000, x 1 to 30 and y 1 to 30, as pairs 5 x 2 y 1";
const PAIR: &str = "expected the numbers of x and those of y, from -9999 to 9999, as 1 2 | 3";
const ROW: &str = "expected as many numbers from -9999 to 9999 as x has";
const EMPTY: &str = "expected an empty line";

pub struct Data {
    inputs: usize,
    outputs: usize,
    /// Numbers of x, then those of y, pair after pair.
    pairs: Vec<i32>,
    /// Row after row.
    tried: Vec<i32>,
}

/// Of each two numbers of x, and then of each of x and y, the sum of products over all pairs.
type Moments = Vec<Vec<i64>>;

pub fn parse(text: &str) -> Result<Data, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let [pairs, inputs, outputs] = cursor.line(SIZES, |line| {
        let mut size = |tag, most| {
            line.tag(tag)?;
            Some(line.natural(most)? as usize).filter(|&size| size > 0)
        };
        Some([size("pairs ", MOST_PAIRS)?, size(" x ", MOST_NUMBERS)?, size(" y ", MOST_NUMBERS)?])
    })?;
    let mut data =
        Data { inputs, outputs, pairs: Vec::with_capacity(pairs * (inputs + outputs)), tried: Vec::new() };
    cursor.blank(EMPTY)?;
    for _ in 0..pairs {
        cursor.line(PAIR, |line| {
            numbers(line, inputs, &mut data.pairs)?;
            line.tag(" | ")?;
            numbers(line, outputs, &mut data.pairs)
        })?;
    }
    cursor.blank(EMPTY)?;
    for _ in 0..outputs {
        cursor.line(ROW, |line| numbers(line, inputs, &mut data.tried))?;
    }
    cursor.end()?;
    Ok(data)
}

fn numbers(line: &mut Cursor, count: usize, to: &mut Vec<i32>) -> Option<()> {
    to.push(line.integer(MOST)? as i32);
    for _ in 1..count {
        line.tag(" ")?;
        to.push(line.integer(MOST)? as i32);
    }
    Some(())
}

pub fn part1(data: &Data) -> String {
    let moments = data.moments();
    let row = |(output, row): (usize, &[i32])| {
        let entry = |input: usize| {
            let made: i64 =
                row.iter().zip(&moments).map(|(&weight, sums)| i64::from(weight) * sums[input]).sum();
            2 * (made - moments[input][data.inputs + output])
        };
        (0..data.inputs).map(entry).collect::<Vec<_>>()
    };
    written(data.tried.chunks_exact(data.inputs).enumerate().map(row))
}

pub fn part2(data: &Data) -> String {
    let moments = data.moments();
    let whole = |from: usize, row: &Vec<i64>| row[from..].iter().map(|&sum| BigInt::from(sum)).collect();
    let mut table: Vec<Vec<BigInt>> = moments.iter().enumerate().map(|(at, row)| whole(at, row)).collect();
    let independent = eliminate(&mut table);
    if independent.len() == data.inputs {
        let (above, below) = solved(&table);
        let row = |output: usize| above.iter().map(|row| lowest(&row[output], &below)).collect();
        return written((0..data.outputs).map(row));
    }
    // Of independent rows R and what they should make, R R' u = b, and R' u is the smallest solution.
    let rows: Vec<_> = independent.iter().map(|&at| &moments[at]).collect();
    let product = |one: &[i64], other: &[i64]| -> i128 {
        one.iter().zip(other).map(|(&one, &other)| i128::from(one) * i128::from(other)).sum()
    };
    let mut table: Vec<Vec<BigInt>> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let squares =
            rows[at..].iter().map(|other| product(&row[..data.inputs], &other[..data.inputs]).into());
        table.push(squares.chain(row[data.inputs..].iter().map(|&sum| sum.into())).collect());
    }
    eliminate(&mut table);
    let (above, below) = solved(&table);
    let entry = |output: usize, input: usize| {
        let sum: BigInt = rows.iter().zip(&above).map(|(row, above)| &above[output] * row[input]).sum();
        lowest(&sum, &below)
    };
    written((0..data.outputs).map(|output| (0..data.inputs).map(|input| entry(output, input)).collect()))
}

impl Data {
    fn moments(&self) -> Moments {
        let width = self.inputs + self.outputs;
        let mut moments = vec![vec![0; width]; self.inputs];
        for pair in self.pairs.chunks_exact(width) {
            for (at, (row, &one)) in moments.iter_mut().zip(pair).enumerate() {
                let sums = row[at..].iter_mut().zip(&pair[at..]);
                sums.for_each(|(sum, &other)| *sum += i64::from(one) * i64::from(other));
            }
        }
        (0..self.inputs).for_each(|at| (0..at).for_each(|before| moments[at][before] = moments[before][at]));
        moments
    }
}

/// Takes from each row, which begins at its own unknown, all unknowns before. Which rows are independent of those before?
fn eliminate(table: &mut [Vec<BigInt>]) -> Vec<usize> {
    let mut independent = Vec::new();
    let mut before = BigInt::one();
    for k in 0..table.len() {
        let (above, below) = table.split_at_mut(k + 1);
        let own = &above[k];
        if own[0].is_zero() {
            continue;
        }
        for (row, at) in below.iter_mut().zip(1..) {
            for (entry, other) in row.iter_mut().zip(&own[at..]) {
                *entry = (&own[0] * &*entry - &own[at] * other) / &before;
            }
        }
        before = own[0].clone();
        independent.push(k);
    }
    independent
}

/// The solution for each of the last columns, as numerators row by row, and their denominator.
fn solved(table: &[Vec<BigInt>]) -> (Vec<Vec<BigInt>>, BigInt) {
    let below = table.last().map_or_else(BigInt::one, |row| row[0].clone());
    let mut above: Vec<Vec<BigInt>> = Vec::new(); // from the last unknown back
    for row in table.iter().rev() {
        let (left, right) = row.split_at(above.len() + 1);
        let solve = |(output, sum): (usize, &BigInt)| {
            let known =
                left[1..].iter().zip(above.iter().rev()).map(|(factor, found)| factor * &found[output]);
            (&below * sum - known.sum::<BigInt>()) / &left[0]
        };
        let found = right.iter().enumerate().map(solve).collect();
        above.push(found);
    }
    above.reverse();
    (above, below)
}

fn written<T: ToString>(rows: impl Iterator<Item = Vec<T>>) -> String {
    let rows = rows.map(|row| row.iter().map(T::to_string).collect::<Vec<_>>().join(" "));
    rows.collect::<Vec<_>>().join("\n")
}
