//! A differential equation: derivatives at x follow from those before by Leibniz' rule, and roots are counted in words.
//!
//! The derivative k + 1 of p is the derivative k of a product, g p. So at one x no polynomial is needed: k steps instead of k². With
//! x = a/b all is whole, and divided by a power of b in the end. Part 2 needs the polynomials, and may ask `real_roots`.

use contract::InvalidInput;
use contract::reading::Cursor;
use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{One, Signed};

use crate::real_roots::{MixedBase, Polynomial, derivative, has_simple_roots, real_roots};

const COEFFICIENTS: &str = "expected 1 to 11 coefficients from -9 to 9, the first of them not 0";
const QUESTION: &str = "expected k and x as 3 -1/2; k is at most 60, and so is k times the degree";
const LARGEST: u64 = 999_999_999_999_999_999;

pub struct Question {
    /// The leading coefficient last.
    g: Vec<i64>,
    times: usize,
    x: BigRational,
}

pub fn parse(text: &str) -> Result<Question, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let g = cursor.line(COEFFICIENTS, |line| {
        let mut g = line.separated(" ", |word| word.integer(9))?;
        g.reverse();
        (g.len() <= 11 && g.last() != Some(&0)).then_some(g)
    })?;
    let (times, x) = cursor.line(QUESTION, |line| {
        let times = line.natural(60)? as usize;
        line.tag(" ")?;
        let above = line.integer(LARGEST)?;
        let below = if line.tag("/").is_some() { line.natural(LARGEST)? } else { 1 };
        let fits = below > 0 && times * (g.len() - 1) <= 60;
        fits.then(|| (times, BigRational::new(above.into(), below.into())))
    })?;
    cursor.end()?;
    Ok(Question { g, times, x })
}

/// With B = b^(degree + 1) and g(x + s / b) = (S0 + S1 s + S2 s² + ...) / b^degree the ratio k of p's derivative to p is H(k) /
/// b^(degree k), where H(k + 1) = S0 H(k) + k B S1 H(k - 1) + k (k - 1) B² S2 H(k - 2) + ...
pub fn part1(Question { g, times, x }: &Question) -> String {
    let powers: Vec<_> = (0..=g.len() as u32).map(|power| x.denom().pow(power)).collect();
    let mut series: Vec<_> = g.iter().zip(powers[..g.len()].iter().rev()).map(|(c, b)| b * c).collect();
    // Horner's scheme, over and over, moves the origin.
    for first in 0..g.len() {
        for place in (first + 1..g.len()).rev() {
            let more = &series[place] * x.numer();
            series[place - 1] += more;
        }
    }
    let mut ratios = vec![BigInt::one()];
    for k in 0..*times {
        let (mut next, mut scale) = (BigInt::ZERO, BigInt::one());
        for (j, (term, ratio)) in series.iter().zip(ratios.iter().rev()).enumerate() {
            next += &scale * term * ratio;
            scale = scale * (k - j) * &powers[g.len()];
        }
        ratios.push(next);
    }
    BigRational::new(ratios.swap_remove(*times), powers[g.len() - 1].pow(*times as u32)).to_string()
}

pub fn part2(Question { g, times, .. }: &Question) -> usize {
    let mut h: Polynomial = vec![BigInt::one()];
    for _ in 0..*times {
        let mut next = derivative(&h);
        next.resize(h.len() + g.len() - 1, BigInt::ZERO);
        for (place, value) in h.iter().enumerate() {
            g.iter().zip(&mut next[place..]).for_each(|(c, sum)| *sum += value * c);
        }
        h = next;
    }
    let bisected =
        || simple_roots::<8>(&h).or_else(|| simple_roots::<16>(&h)).or_else(|| simple_roots::<32>(&h));
    let found = if has_simple_roots(&h) { bisected() } else { None };
    found.unwrap_or_else(|| real_roots(&h, &mut MixedBase::default()).0)
}

/// How many of a polynomial's roots are real, none of them coming twice? None if that takes longer numbers.
fn simple_roots<const W: usize>(polynomial: &[BigInt]) -> Option<usize> {
    let degree = polynomial.len() - 1;
    if degree == 0 {
        return Some(0);
    }
    let size = |place: usize| polynomial[place].bits() as i64;
    let of_root =
        |place: usize| ((size(place) - size(degree) + 1).max(0) as usize).div_ceil(degree - place) + 1;
    // Fujiwara's bound, as a power of two.
    let bound = (0..degree).filter(|&place| size(place) > 0).map(of_root).max().unwrap_or(0);
    let scaled: Polynomial =
        polynomial.iter().enumerate().map(|(power, value)| value << (bound * power)).collect();
    // Half an interval has numbers with as many bits more as the degree is, and so has the look at one.
    let bits = scaled.iter().map(|value| value.magnitude()).sum::<BigUint>().bits() as usize;
    let depth = (64 * W - 1).checked_sub(bits)? / degree;
    let mut right: Vec<_> = scaled.iter().map(Wide::<W>::new).collect();
    let zero = usize::from(drop_zero(&mut right));
    let mut left: Vec<_> = scaled[zero..].iter().map(Wide::<W>::new).collect();
    left.iter_mut().skip(1).step_by(2).for_each(Wide::negate);
    Some(zero + between_0_and_1(left, depth)? + between_0_and_1(right, depth)?)
}

/// By Descartes' rule, halving where it leaves a doubt (Collins and Akritas, 1976).
fn between_0_and_1<const W: usize>(mut polynomial: Vec<Wide<W>>, depth: usize) -> Option<usize> {
    let depth = depth.checked_sub(1)?;
    let most = changes(&polynomial);
    if most < 2 {
        return Some(most);
    }
    let degree = polynomial.len() - 1;
    polynomial.iter_mut().enumerate().for_each(|(power, value)| value.shift(degree - power));
    let mut upper = polynomial.clone();
    (0..degree).for_each(|first| move_by_one(&mut upper[first..]));
    let middle = usize::from(drop_zero(&mut upper));
    Some(between_0_and_1(polynomial, depth)? + middle + between_0_and_1(upper, depth)?)
}

/// How often do the signs of the coefficients change, once 0 to 1 is 0 to infinity? Of two changes or more, 2.
fn changes<const W: usize>(polynomial: &[Wide<W>]) -> usize {
    let mut moved: Vec<_> = polynomial.iter().rev().copied().collect();
    let (mut sign, mut found) = (0, 0);
    for first in 0..moved.len() {
        move_by_one(&mut moved[first..]);
        let next = moved[first].sign();
        found += usize::from(next * sign < 0);
        if found == 2 {
            break;
        }
        sign = if next == 0 { sign } else { next };
    }
    found
}

/// A step of Horner's scheme at 1: the first is then the value there, and the others are the quotient.
fn move_by_one<const W: usize>(coefficients: &mut [Wide<W>]) {
    for place in (1..coefficients.len()).rev() {
        let more = coefficients[place];
        coefficients[place - 1].add(&more);
    }
}

/// Divides by x if 0 is a root.
fn drop_zero<const W: usize>(polynomial: &mut Vec<Wide<W>>) -> bool {
    let found = polynomial[0].sign() == 0;
    if found {
        polynomial.remove(0);
    }
    found
}

/// A number in two's complement, the lowest word first.
#[derive(Clone, Copy)]
struct Wide<const W: usize>([u64; W]);

impl<const W: usize> Wide<W> {
    fn new(value: &BigInt) -> Self {
        let mut found = Self([0; W]);
        found.0.iter_mut().zip(value.iter_u64_digits()).for_each(|(word, digit)| *word = digit);
        if value.is_negative() {
            found.negate();
        }
        found
    }

    fn sign(&self) -> i32 {
        if (self.0[W - 1] as i64) < 0 { -1 } else { i32::from(self.0.iter().any(|&word| word > 0)) }
    }

    fn negate(&mut self) {
        let mut carry = true;
        for word in &mut self.0 {
            (*word, carry) = (!*word).overflowing_add(carry.into());
        }
    }

    #[inline(always)]
    fn add(&mut self, other: &Self) {
        let mut carry = false;
        for (word, &more) in self.0.iter_mut().zip(&other.0) {
            let (sum, first) = word.overflowing_add(more);
            let (sum, second) = sum.overflowing_add(carry.into());
            (*word, carry) = (sum, first | second);
        }
    }

    /// Times a power of two, below 64.
    fn shift(&mut self, bits: usize) {
        let mut below = 0;
        for word in &mut self.0 {
            let high = (*word >> 1) >> (63 - bits);
            (*word, below) = (*word << bits | below, high);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_roots_are_counted_or_too_close() {
        let roots = |polynomial: &[i64]| {
            let polynomial: Polynomial = polynomial.iter().map(|&value| value.into()).collect();
            simple_roots::<8>(&polynomial)
        };
        assert_eq!(roots(&[7]), Some(0));
        assert_eq!(roots(&[0, -5]), Some(1));
        assert_eq!(roots(&[-1, 0, 1]), Some(2));
        assert_eq!(roots(&[1, 0, 1]), Some(0));
        assert_eq!(roots(&[-6, 11, -6, 1]), Some(3));
        assert_eq!(roots(&[0, 4, 0, -5, 0, 1]), Some(5));
        assert_eq!(roots(&[1, -6, 9]), None);
    }
}
