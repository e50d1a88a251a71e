//! Critical points: real roots are counted in words, by remainders modulo primes (see `real_roots`).

use contract::InvalidInput;
use contract::reading::lines;
use num_bigint::BigInt;
use num_traits::Signed;

use crate::real_roots::{MixedBase, Polynomial, derivative, real_roots};

const MESSAGE: &str = "expected 3 to 101 coefficients of at most 18 digits, the first of them not 0";

pub fn parse(text: &str) -> Result<Vec<Polynomial>, InvalidInput> {
    lines(text, MESSAGE, |line| {
        let found = line.separated(" ", |word| word.integer(999_999_999_999_999_999))?;
        ((3..=101).contains(&found.len()) && found[0] != 0)
            .then(|| found.into_iter().rev().map(BigInt::from).collect())
    })
}

/// How many critical points there are, and how many are minima: these alternate with maxima, and a slope that ends above
/// 0 has one last.
pub fn part1(polynomials: &[Polynomial]) -> String {
    let mut base = MixedBase::default();
    let (mut points, mut minima) = (0, 0);
    for slope in polynomials.iter().map(|polynomial| derivative(polynomial)) {
        let (roots, changes) = real_roots(&slope, &mut base);
        points += roots;
        minima += (changes + usize::from(slope[slope.len() - 1].is_positive())) / 2;
    }
    format!("{points} {minima}")
}

/// How many minima the slope's square has where it is not 0. Half of its derivative is the slope times the slope's derivative.
pub fn part2(polynomials: &[Polynomial]) -> usize {
    let mut base = MixedBase::default();
    let fooled = polynomials.iter().map(|polynomial| {
        let slope = derivative(polynomial);
        let (roots, changes) = real_roots(&slope, &mut base);
        (changes + real_roots(&derivative(&slope), &mut base).1).div_ceil(2) - roots
    });
    fooled.sum()
}
