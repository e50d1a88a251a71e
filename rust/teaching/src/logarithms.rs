//! Sums of weighted binary logarithms, enclosed, and exact where they are rational.
//!
//! Entropies and information are such sums. One can be rational where none of its logarithms is: with shares of 9, 8, 6 and 1 out
//! of 24 the entropy is 7/4. The sum times its divisor is the logarithm of a product of powers, so it is rational if and only if
//! the product is a power of two. Coprime bases tell, which need no primes, only greatest common divisors (Bernstein, Factoring
//! into coprimes in essentially linear time, 2005).

use crate::exact::{Enclosure, ln};
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Zero};
use std::collections::BTreeMap;
use std::iter::{once, once_with, successors};

/// The C library's logarithm is off by one unit in the last place; here it may be off by four.
const UNIT: f64 = 1.0 / (1u64 << 49) as f64;

/// The sum of weight · log2(ratio), by doubles: of both, each off by 2^-52 of itself, in any order.
pub fn nearly(terms: impl IntoIterator<Item = (f64, f64)>) -> Enclosure {
    let (mut sum, mut lost, mut size) = (0.0f64, 0.0f64, 0.0f64);
    for (weight, ratio) in terms {
        let logarithm = ratio.log2();
        let term = weight * logarithm;
        // What an addition loses is added up, too (Neumaier, 1974).
        let next = sum + term;
        lost += if sum.abs() >= term.abs() { (sum - next) + term } else { (term - next) + sum };
        sum = next;
        size += weight.abs() * (1.0 + logarithm.abs());
    }
    Enclosure::near(sum + lost, size * UNIT)
}

/// An enclosure to 64 bits, the value itself if it is rational, and ever narrower ones if it is not.
pub fn settled(
    mut value: impl FnMut(u64) -> Enclosure,
    rational: impl FnOnce() -> Option<BigRational>,
) -> impl Iterator<Item = Enclosure> {
    let first = value(64);
    let known = once_with(rational).flatten().map(Enclosure::exactly);
    once(first).chain(known).chain(successors(Some(128), |bits| Some(2 * bits)).map(value))
}

/// The sum of weight / divisor · log2(above / below) over terms of these three, the last two above 0.
pub struct LogSum {
    pub terms: Vec<(BigInt, BigInt, BigInt)>,
    pub divisor: BigInt,
}

impl LogSum {
    /// Its enclosures, see [`settled`].
    pub fn enclosures(&self) -> impl Iterator<Item = Enclosure> {
        settled(|bits| self.to(bits), || self.rational())
    }

    /// To so many bits after the point, but for what weights of more than the divisor take away.
    pub fn to(&self, bits: u64) -> Enclosure {
        let zero = Enclosure::exactly(BigRational::zero());
        let sum = self.powers().into_iter().fold(zero, |sum, (base, exponent)| {
            let more = bits + 16 + base.bits();
            let factor = Enclosure::ratio(exponent, self.divisor.clone());
            (&sum + &(&ln(&Enclosure::ratio(base, 1), more) * &factor)).cut(bits + 16)
        });
        (&sum / &ln(&Enclosure::ratio(2, 1), bits + 64)).cut(bits)
    }

    /// The sum, if it is rational.
    pub fn rational(&self) -> Option<BigRational> {
        let mut twos = BigInt::zero();
        let mut odd = Vec::new();
        for (base, exponent) in self.powers() {
            let power = base.trailing_zeros().expect("a base above 0");
            twos += power * &exponent;
            odd.push((base >> power, exponent));
        }
        coprime(odd).is_empty().then(|| BigRational::new(twos, self.divisor.clone()))
    }

    fn powers(&self) -> BTreeMap<BigInt, BigInt> {
        let mut powers = BTreeMap::<BigInt, BigInt>::new();
        for (weight, above, below) in &self.terms {
            *powers.entry(above.clone()).or_default() += weight;
            *powers.entry(below.clone()).or_default() -= weight;
        }
        powers
    }
}

/// Bases above 1, coprime in pairs, and exponents that are not 0, of the same product; none if it is 1.
fn coprime(mut powers: Vec<(BigInt, BigInt)>) -> Vec<(BigInt, BigInt)> {
    let mut found: Vec<(BigInt, BigInt)> = Vec::new();
    while let Some((base, exponent)) = powers.pop() {
        if base.is_one() || exponent.is_zero() {
            continue;
        }
        match found.iter().position(|(other, _)| !base.gcd(other).is_one()) {
            None => found.push((base, exponent)),
            Some(place) => {
                let (other, theirs) = found.swap_remove(place);
                let common = base.gcd(&other);
                powers.push((&base / &common, exponent.clone()));
                powers.push((other / &common, theirs.clone()));
                powers.push((common, exponent + theirs));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rounded;

    fn entropy(shares: &[u32]) -> LogSum {
        let total: u32 = shares.iter().sum();
        let terms = shares.iter().map(|&share| (share.into(), total.into(), share.into())).collect();
        LogSum { terms, divisor: total.into() }
    }

    #[test]
    fn sums_are_rational_or_not() {
        for (shares, value) in [
            (&[1, 1][..], Some((1, 1))),
            (&[5], Some((0, 1))),
            (&[4, 2, 1, 1], Some((7, 4))),
            (&[9, 8, 6, 1], Some((7, 4))),
            (&[9, 8, 6, 2], None),
            (&[1, 2], None),
        ] {
            let value = value.map(|(p, q)| BigRational::new(BigInt::from(p), BigInt::from(q)));
            assert_eq!(entropy(shares).rational(), value, "{shares:?}");
        }
    }

    #[test]
    fn doubles_and_series_agree() {
        for shares in [&[3, 1][..], &[7, 7, 1, 9], &[1, 1_000_000]] {
            let total = f64::from(shares.iter().sum::<u32>());
            let quick = nearly(shares.iter().map(|&one| (f64::from(one) / total, total / f64::from(one))));
            let found = entropy(shares).to(64);
            assert!(quick.low < found.low && found.high < quick.high, "{shares:?}");
            assert_eq!(rounded(9, [quick]), rounded(9, entropy(shares).enclosures()));
        }
        assert_eq!(rounded(6, entropy(&[3, 1]).enclosures()), "0.811278");
    }
}
