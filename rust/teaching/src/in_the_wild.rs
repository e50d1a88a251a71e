//! Hypothesis testing in the wild: results are counted, and odds are exponents of primes.
//!
//! Three numbers say all of a run of results: how often the prior odds are a factor (not at all or once), and how many results
//! are positive and negative. Their logarithms, whole multiples of 2^-96 in 128 bits, decide which of two runs
//! makes for higher odds, but for ties, where no prime is left, and for what is nearly one. Part 1 raises all primes to their
//! powers at once, by squaring, in decimal digits from first to last, with the product of the other example.

use std::cmp::Ordering;

use contract::InvalidInput;
use contract::reading::Cursor;
use num_bigint::{BigInt, BigUint};

use crate::decimal_convolution::Digits;
use crate::exact::{Enclosure, ln};

const RATES: &str =
    "expected a prior and two rates as 1/1000 99/100 1/100, above 0 and below 1, in at most 10000ths";
const RESULTS: &str = "expected 1 to 20000 results, each + or -";
const BITS: u64 = 96;

pub struct Study {
    /// The prior odds, and what a positive and a negative result multiply them by.
    ratios: Ratios,
    /// Is it positive?
    results: Vec<bool>,
}

/// Ratios as factors, each at most 10^4, of numerators and denominators.
type Ratios = [([u64; 2], [u64; 2]); 3];

/// How often each ratio is a factor.
type Powers = [i64; 3];

pub fn parse(text: &str) -> Result<Study, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let rates = cursor.line(RATES, |line| {
        line.separated(" ", |line| {
            let numerator = line.natural(10_000).filter(|&numerator| numerator > 0)?;
            line.tag("/")?;
            Some((numerator, line.natural(10_000).filter(|&denominator| numerator < denominator)?))
        })?
        .try_into()
        .ok()
    })?;
    let [(prior, priors), (hit, hits), (false_hit, false_hits)]: [(u64, u64); 3] = rates;
    let results = cursor.line(RESULTS, |line| {
        line.word(|byte| matches!(byte, b'+' | b'-')).filter(|results| results.len() <= 20_000)
    })?;
    cursor.end()?;
    let positive = ([hit, false_hits], [hits, false_hit]);
    let negative = ([hits - hit, false_hits], [hits, false_hits - false_hit]);
    let results = results.iter().map(|&byte| byte == b'+').collect();
    Ok(Study { ratios: [([prior, 1], [priors - prior, 1]), positive, negative], results })
}

/// The probability after all results. Odds of coprime numbers n and d are one of n / (n + d), which are coprime, too.
pub fn part1(study: &Study) -> String {
    let plus = study.results.iter().filter(|&&positive| positive).count();
    let powers = [1, plus as i64, (study.results.len() - plus) as i64];
    let [numerator, denominator] = [1, -1].map(|sign| {
        let exponent = |(prime, row): &(u64, Powers)| (*prime, sign * dot(row, &powers));
        multiplied(
            &primes(&study.ratios).iter().map(exponent).filter(|&(_, power)| power > 0).collect::<Vec<_>>(),
        )
    });
    format!("{numerator}/{}", &numerator + &denominator)
}

/// After how many results it is above 1/2, and the longest run of results after which, known alone, it is below.
pub fn part2(study: &Study) -> String {
    let scale = Scale::new(study.ratios);
    let mut sums = vec![[0, 0, 0]];
    for &positive in &study.results {
        let [_, plus, minus] = sums[sums.len() - 1];
        sums.push([0, plus + i64::from(positive), minus + i64::from(!positive)]);
    }
    let above = sums.iter().position(|&[_, plus, minus]| scale.compared(&[1, plus, minus]).is_gt());
    let less = |one: &Powers, other: &Powers, prior| {
        scale.compared(&[prior, one[1] - other[1], one[2] - other[2]]).is_lt()
    };
    // A run that begins at none of these, each higher than all before, could begin earlier.
    let mut starts = vec![0];
    for at in 1..sums.len() {
        if less(&sums[starts[starts.len() - 1]], &sums[at], 0) {
            starts.push(at);
        }
    }
    // The last start at which a run to an end begins is needed for no earlier end.
    let mut longest = None;
    for end in (0..sums.len()).rev() {
        while starts.last().is_some_and(|&start| start > end) {
            starts.pop();
        }
        while starts.last().is_some_and(|&start| less(&sums[end], &sums[start], 1)) {
            longest = longest.max(starts.pop().map(|start| end - start));
        }
    }
    let [above, longest] = [above, longest].map(|count| count.map_or("-".into(), |count| count.to_string()));
    format!("{above} {longest}")
}

fn dot(one: &Powers, other: &Powers) -> i64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// Compares products of powers of ratios with 1.
struct Scale {
    ratios: Ratios,
    /// Whole multiples of 2^-96, off by less than two.
    logarithms: [i128; 3],
    primes: Vec<(u64, Powers)>,
}

impl Scale {
    fn new(ratios: Ratios) -> Self {
        let logarithms = ratios.map(|(numerator, denominator)| {
            let low =
                ln(&Enclosure::ratio(numerator[0] * numerator[1], denominator[0] * denominator[1]), BITS).low;
            let units: BigInt = (low.numer() << BITS) / low.denom();
            units.try_into().expect("a logarithm of 10^8 is below 2^5")
        });
        Self { ratios, logarithms, primes: primes(&ratios) }
    }

    fn compared(&self, powers: &Powers) -> Ordering {
        let total: i128 =
            self.logarithms.iter().zip(powers).map(|(one, &power)| one * i128::from(power)).sum();
        let error: u64 = powers.iter().map(|power| 2 * power.unsigned_abs()).sum();
        if total.unsigned_abs() > error.into() {
            total.cmp(&0)
        } else if self.primes.iter().all(|(_, row)| dot(row, powers) == 0) {
            Ordering::Equal
        } else {
            self.multiplied_out(powers)
        }
    }

    fn multiplied_out(&self, powers: &Powers) -> Ordering {
        let product = |inverse: bool| {
            let factors = self.ratios.iter().zip(powers).map(|(&(numerator, denominator), &power)| {
                let base = if (power < 0) == inverse { numerator } else { denominator };
                BigUint::from(base[0] * base[1]).pow(power.unsigned_abs() as u32)
            });
            factors.product::<BigUint>()
        };
        product(false).cmp(&product(true))
    }
}

/// The primes of some ratios, each with how often it is a factor of them, negative where it divides the denominator.
fn primes(ratios: &Ratios) -> Vec<(u64, Powers)> {
    let mut found: Vec<(u64, Powers)> = Vec::new();
    for (at, &(numerator, denominator)) in ratios.iter().enumerate() {
        let signed =
            numerator.map(|factor| (factor, 1)).into_iter().chain(denominator.map(|factor| (factor, -1)));
        for (mut rest, sign) in signed {
            let mut divisor = 2;
            while rest > 1 {
                if divisor * divisor > rest {
                    divisor = rest;
                }
                while rest % divisor == 0 {
                    rest /= divisor;
                    let place = found.iter().position(|&(prime, _)| prime == divisor).unwrap_or_else(|| {
                        found.push((divisor, [0; 3]));
                        found.len() - 1
                    });
                    found[place].1[at] += sign;
                }
                divisor += 1;
            }
        }
    }
    found
}

/// A product of powers: squared for each bit of the exponents, from the highest, and multiplied by the bases that have it.
fn multiplied(powers: &[(u64, i64)]) -> Digits {
    let highest = powers.iter().map(|&(_, power)| power.ilog2()).max().unwrap_or(0);
    let one = Digits::from(1);
    (0..=highest).rev().fold(one.clone(), |product, bit| {
        let factor = powers
            .iter()
            .filter(|(_, power)| power >> bit & 1 == 1)
            .fold(one.clone(), |factor, &(base, _)| &factor * &base.into());
        let square = &product * &product;
        if factor == one { square } else { &square * &factor }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nearly_one_is_multiplied_out() {
        // The third is nearly the second's inverse.
        let scale =
            Scale::new([([1, 1], [1, 1]), ([9999, 9999], [9997, 9998]), ([9997, 9997], [9998, 9999])]);
        for powers in [[1, 0, 0], [1, 40, 40], [0, -40, -40], [0, 41, 40], [1, 0, 1]] {
            assert_eq!(scale.compared(&powers), scale.multiplied_out(&powers), "{powers:?}");
        }
        // Three halves and two thirds tie.
        let scale = Scale::new([([9, 1], [2, 2]), ([3, 1], [2, 1]), ([4, 1], [6, 1])]);
        assert_eq!(scale.compared(&[1, 20, 22]), Ordering::Equal);
        assert_eq!(scale.multiplied_out(&[1, 20, 22]), Ordering::Equal);
    }
}
