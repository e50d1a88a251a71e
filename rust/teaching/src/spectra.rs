//! Eigenvalues of symmetric matrices of whole numbers: doubles guess, Newton's method goes on, and signs prove.
//!
//! They are the roots of a characteristic polynomial, known by remainders modulo primes of 30 bits. Jacobi's rotations in doubles need no bound on their errors: where
//! a polynomial changes its sign in as many intervals as it has roots, and no two of these meet, there is one root in each. Where roots are equal or too close,
//! counts and halving find them: as all are real, Descartes' rule of signs counts those above a number.

use crate::residues::{BITS, MixedBase, Prime};
use num_bigint::{BigInt, Sign};
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};

/// Each row times each.
pub fn products(rows: &[Vec<i64>]) -> Vec<Vec<BigInt>> {
    let dot = |one: &[i64], other: &[i64]| -> i128 {
        one.iter().zip(other).map(|(&a, &b)| i128::from(a) * i128::from(b)).sum()
    };
    rows.iter().map(|one| rows.iter().map(|other| dot(one, other).into()).collect()).collect()
}

/// The polynomial whose roots are the eigenvalues, none below 0, the leading 1 first (Faddeev and Le Verrier).
pub fn characteristic(matrix: &[Vec<BigInt>]) -> Vec<BigInt> {
    let size = matrix.len();
    // All coefficients together are at most the product of 1 and each root, and the roots' sum is known.
    let trace: f64 = matrix.iter().enumerate().filter_map(|(at, row)| row[at].to_f64()).sum();
    let bits = ((1.0 + trace / size as f64).log2() * size as f64 * 1.000_001) as usize + 2;
    let mut base = MixedBase::default();
    base.grow((bits + 1) / BITS + 1);
    let found: Vec<Vec<u32>> = base.primes().map(|p| remainders(p, matrix)).collect();
    (0..=size).map(|power| base.number(found.iter().map(|row| row[power]))).collect()
}

/// The same modulo a prime, plain.
fn remainders(p: Prime, matrix: &[Vec<BigInt>]) -> Vec<u32> {
    let matrix: Vec<Vec<u32>> =
        matrix.iter().map(|row| row.iter().map(|value| p.remainder(value)).collect()).collect();
    let (mut power, mut found) = (matrix.clone(), vec![1]);
    for k in 1..=matrix.len() {
        let trace = (0..matrix.len()).fold(0, |trace, at| p.minus(trace, power[at][at]));
        let coefficient = p.times(trace, p.inverse(p.word(k as u32)));
        found.push(p.reduced(coefficient.into()));
        (0..matrix.len()).for_each(|at| power[at][at] = p.minus(coefficient, p.minus(0, power[at][at])));
        // Both are symmetric.
        let product = |one: &Vec<u32>| power.iter().map(|other| dot(p, one, other)).collect();
        power = matrix.iter().map(product).collect();
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

/// The lengths of rows that are turned until they are at right angles, the largest first (Hestenes, 1958).
pub fn lengths(mut rows: Vec<Vec<f64>>) -> Vec<f64> {
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

/// A polynomial whose roots are all above 0, the leading 1 first, and a guess for each root, the largest first.
pub struct Spectrum {
    pub polynomial: Vec<BigInt>,
    guesses: Vec<f64>,
}

impl Spectrum {
    /// Without the roots that are 0.
    pub fn new(mut polynomial: Vec<BigInt>, mut guesses: Vec<f64>) -> Self {
        while polynomial.last().is_some_and(BigInt::is_zero) {
            polynomial.pop();
        }
        guesses.truncate(polynomial.len() - 1);
        Self { polynomial, guesses }
    }

    /// Two numbers for each root, the largest first, in units of 2^-bits. The root is above the one and not above the other. Such intervals do not meet, unless
    /// they are the same; there are at least 64 bits.
    pub fn roots(&self, bits: usize) -> Vec<(BigInt, BigInt)> {
        let polynomial = scaled(&self.polynomial, bits);
        let around = |guess: &f64| {
            let middle = newton(
                &polynomial,
                BigInt::from_f64(guess * 2f64.powi(64)).unwrap_or_default() << (bits - 64),
            );
            (&middle - 4, middle + 4)
        };
        let found: Vec<_> = self.guesses.iter().map(around).collect();
        let changes = |(at, (low, high)): (usize, &(BigInt, BigInt))| {
            value(&polynomial, low).sign() == sign(at + 1) && value(&polynomial, high).sign() == sign(at)
        };
        let apart = found.windows(2).all(|pair| pair[1].1 < pair[0].0);
        if apart && found.iter().enumerate().all(changes) {
            found.into_iter().map(|(low, high)| (low.max(BigInt::zero()), high)).collect()
        } else {
            counted(&polynomial)
        }
    }
}

/// The polynomial whose roots are 2^bits times as large.
pub fn scaled(polynomial: &[BigInt], bits: usize) -> Vec<BigInt> {
    polynomial.iter().enumerate().map(|(power, value)| value << (bits * power)).collect()
}

/// A root near a guess, if it is a simple one.
fn newton(polynomial: &[BigInt], mut place: BigInt) -> BigInt {
    for _ in 0..12 {
        let first = (BigInt::zero(), BigInt::zero());
        let (slope, value) = polynomial.iter().fold(first, |(slope, value), coefficient| {
            (slope * &place + &value, value * &place + coefficient)
        });
        let step = if slope.is_zero() { slope } else { value / slope };
        place -= &step;
        if step.bits() <= 1 {
            break;
        }
    }
    place
}

/// The sign above so many roots.
fn sign(roots: usize) -> Sign {
    if roots % 2 == 0 { Sign::Plus } else { Sign::Minus }
}

fn value(polynomial: &[BigInt], place: &BigInt) -> BigInt {
    polynomial.iter().fold(BigInt::zero(), |value, coefficient| value * place + coefficient)
}

/// The same intervals, each a unit wide.
fn counted(polynomial: &[BigInt]) -> Vec<(BigInt, BigInt)> {
    // No root is above the sum.
    let mut todo = vec![(BigInt::zero(), -&polynomial[1], polynomial.len() - 1, 0)];
    let mut found = Vec::with_capacity(polynomial.len());
    while let Some((low, high, more, fewer)) = todo.pop() {
        let middle: BigInt = (&low + &high) >> 1;
        if more > fewer && middle > low {
            let between = above(polynomial, &middle);
            todo.push((low, middle.clone(), more, between));
            todo.push((middle, high, between, fewer));
        } else {
            found.extend(vec![(low, high); more - fewer]);
        }
    }
    found
}

/// How many roots are above a number?
pub fn above(polynomial: &[BigInt], place: &BigInt) -> usize {
    let mut moved = polynomial.to_vec();
    for end in (2..=moved.len()).rev() {
        for power in 1..end {
            let more = &moved[power - 1] * place;
            moved[power] += more;
        }
    }
    let mut signs = moved.iter().filter(|value| !value.is_zero()).map(BigInt::is_positive);
    let mut last = signs.next().expect("the leading one is 1");
    signs.filter(|&sign| std::mem::replace(&mut last, sign) != sign).count()
}
