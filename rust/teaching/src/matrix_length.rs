//! How long is a matrix? Doubles guess the singular values, and whole numbers prove each guess with two counts.
//!
//! The squares are the roots of a characteristic polynomial, known by remainders modulo primes of 30 bits. As these roots are all real, Descartes'
//! rule counts them: how many are above a number is how often the sign changes in the polynomial moved there. Jacobi's rotations in doubles need no
//! bound on their errors: on either side of a guess is a count, and where one refutes it, it goes on further out.

use crate::exact::{Enclosure, rounded};
use crate::residues::{BITS, MixedBase, Prime};
use contract::InvalidInput;
use contract::reading::lines;
use num_bigint::{BigInt, Sign};
use num_traits::{FromPrimitive, One, Pow, Signed, ToPrimitive, Zero};
use std::iter::successors;

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
    let shorter = if columns.len() < matrix.len() { &columns } else { matrix };
    let (mut polynomial, mut guesses) = (characteristic(shorter), guesses(shorter));
    while polynomial[polynomial.len() - 1].is_zero() {
        polynomial.pop();
        guesses.pop();
    }
    let norm = |count: usize| {
        let digits = successors(Some(13u32), |digits| Some(2 * digits));
        rounded(9, digits.map(|digits| sum(&polynomial, &guesses, count, digits)))
    };
    format!("{} {}", norm(guesses.len().min(1)), norm(guesses.len()))
}

fn transposed(matrix: &Matrix) -> Matrix {
    (0..matrix[0].len()).map(|column| matrix.iter().map(|row| row[column]).collect()).collect()
}

/// The polynomial whose roots are the squares of the singular values, the leading 1 first (Faddeev and Le Verrier).
fn characteristic(rows: &Matrix) -> Vec<BigInt> {
    let size = rows.len();
    let dot = |one: &Vec<i64>, other: &Vec<i64>| -> i128 {
        one.iter().zip(other).map(|(&a, &b)| i128::from(a) * i128::from(b)).sum()
    };
    let gram: Vec<Vec<BigInt>> =
        rows.iter().map(|one| rows.iter().map(|other| dot(one, other).into()).collect()).collect();
    // All coefficients together are at most the product of 1 and each root, and the roots' sum is known.
    let trace: f64 = gram.iter().enumerate().filter_map(|(at, row)| row[at].to_f64()).sum();
    let bits = ((1.0 + trace / size as f64).log2() * size as f64 * 1.000_001) as usize + 2;
    let mut base = MixedBase::default();
    base.grow((bits + 1) / BITS + 1);
    let found: Vec<Vec<u32>> = base.primes().map(|p| remainders(p, &gram)).collect();
    (0..=size).map(|power| base.number(found.iter().map(|row| row[power]))).collect()
}

/// The same modulo a prime, plain.
fn remainders(p: Prime, gram: &[Vec<BigInt>]) -> Vec<u32> {
    let gram: Vec<Vec<u32>> =
        gram.iter().map(|row| row.iter().map(|value| p.remainder(value)).collect()).collect();
    let (mut power, mut found) = (gram.clone(), vec![1]);
    for k in 1..=gram.len() {
        let trace = (0..gram.len()).fold(0, |trace, at| p.minus(trace, power[at][at]));
        let coefficient = p.times(trace, p.inverse(p.word(k as u32)));
        found.push(p.reduced(coefficient.into()));
        (0..gram.len()).for_each(|at| power[at][at] = p.minus(coefficient, p.minus(0, power[at][at])));
        // Both are symmetric.
        let product = |one: &Vec<u32>| power.iter().map(|other| dot(p, one, other)).collect();
        power = gram.iter().map(product).collect();
    }
    found
}

/// The sum of the products.
fn dot(p: Prime, one: &[u32], other: &[u32]) -> u32 {
    let (mut low, mut high) = (0, 0);
    for (&a, &b) in one.iter().zip(other) {
        let product = u64::from(a) * u64::from(b);
        low += product & 0xffff_ffff;
        high += product >> 32;
    }
    p.reduced(((high % u64::from(p.p)) << 32) + low)
}

/// The singular values in doubles, the largest first: rows are turned until they are at right angles (Hestenes, 1958).
fn guesses(rows: &Matrix) -> Vec<f64> {
    let mut rows: Vec<Vec<f64>> =
        rows.iter().map(|row| row.iter().map(|&value| value as f64).collect()).collect();
    let dot = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(a, b)| a * b).sum::<f64>();
    for _ in 0..20 {
        let mut turned = false;
        for j in 1..rows.len() {
            let (above, below) = rows.split_at_mut(j);
            let other = &mut below[0];
            for row in above {
                let (a, b, both) = (dot(row, row), dot(other, other), dot(row, other));
                if both.abs() <= 1e-15 * (a * b).sqrt() {
                    continue;
                }
                turned = true;
                let ratio = (b - a) / (2.0 * both);
                let tangent = ratio.signum() / (ratio.abs() + ratio.hypot(1.0));
                let cosine = 1.0 / tangent.hypot(1.0);
                for (x, y) in row.iter_mut().zip(other.iter_mut()) {
                    (*x, *y) = (cosine * (*x - tangent * *y), cosine * (*y + tangent * *x));
                }
            }
        }
        if !turned {
            break;
        }
    }
    let mut found: Vec<f64> = rows.iter().map(|row| dot(row, row).sqrt()).collect();
    found.sort_unstable_by(|one, other| other.total_cmp(one));
    found
}

/// The sum of some of the largest singular values, each known to some units of the last digit. None is 0.
fn sum(polynomial: &[BigInt], guesses: &[f64], count: usize, digits: u32) -> Enclosure {
    let unit = BigInt::from(10).pow(digits);
    let square = &unit * &unit;
    let powers = successors(Some(BigInt::one()), |power| Some(power * &square));
    let polynomial: Vec<BigInt> = polynomial.iter().zip(powers).map(|(value, power)| value * power).collect();
    let scaled = |guess: f64| (BigInt::from_f64(guess * 1e6).expect("it is finite") * &unit) / 1_000_000;
    let edge = |at: usize| match at {
        0 => guesses.first().unwrap_or(&0.0) * 2.0 + 1.0,
        _ => (guesses[at - 1] + guesses.get(at).unwrap_or(&-guesses[at - 1])) / 2.0,
    };
    // So many roots are above an edge, if signs there alternate: then a sign between two edges says as much as a count.
    let edges: Vec<BigInt> = (0..=guesses.len()).map(|at| scaled(edge(at))).collect();
    let separated = edges.iter().enumerate().all(|(at, edge)| value(&polynomial, edge).sign() == sign(at));
    let (mut low, mut high) = (BigInt::zero(), BigInt::zero());
    for (index, &guess) in guesses[..count].iter().enumerate() {
        let is_above = |place: &BigInt| match separated {
            false => above(&polynomial, place) > index,
            true if *place <= edges[index + 1] => true,
            true => *place < edges[index] && value(&polynomial, place).sign() == sign(index + 1),
        };
        let mut step = (scaled(guesses[0]) >> 50) + 2;
        let (mut from, mut to) = (scaled(guess) - &step, scaled(guess) + &step);
        while is_above(&to) {
            from = to.clone();
            to += &step;
            step *= 2;
        }
        while from.is_positive() && !is_above(&from) {
            to = from.clone();
            from -= &step;
            step *= 2;
        }
        from = from.max(BigInt::zero());
        while &to - &from > BigInt::from(16) {
            let middle: BigInt = (&from + &to) >> 1;
            if is_above(&middle) { from = middle } else { to = middle }
        }
        low += from;
        high += to;
    }
    let [low, high] = [low, high].map(|end| Enclosure::ratio(end, unit.clone()));
    Enclosure { low: low.low, high: high.high }
}

/// Above so many roots of a polynomial that begins with 1.
fn sign(roots: usize) -> Sign {
    if roots % 2 == 0 { Sign::Plus } else { Sign::Minus }
}

/// At a number's square.
fn value(polynomial: &[BigInt], place: &BigInt) -> BigInt {
    let square = place * place;
    polynomial.iter().fold(BigInt::zero(), |value, coefficient| value * &square + coefficient)
}

/// How many roots are above a number's square?
fn above(polynomial: &[BigInt], place: &BigInt) -> usize {
    let (square, mut moved) = (place * place, polynomial.to_vec());
    for end in (2..=moved.len()).rev() {
        for power in 1..end {
            let more = &moved[power - 1] * &square;
            moved[power] += more;
        }
    }
    let mut signs = moved.iter().filter(|value| !value.is_zero()).map(BigInt::is_positive);
    let mut last = signs.next().expect("the leading one is 1");
    signs.filter(|&sign| std::mem::replace(&mut last, sign) != sign).count()
}
