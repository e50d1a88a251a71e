//! Neurotransmitter release: a window of counts around the most probable one, in vectors of doubles.
//!
//! Weights, as fractions of the largest, are the exponential of what falls by more from count to count (they are log-concave). So a
//! window around the most probable count is enough, and what is beyond adds less than its last weight times its width. All
//! potentials of one most probable count share the window and a table of it; a weight is then two products, two sums and an
//! exponential of our own, which becomes vector code and whose error is known. Whole numbers decide what doubles can't.

use crate::exact::{Enclosure, ln, pi, rounded};
use crate::logarithms::nearly;
use contract::InvalidInput;
use contract::reading::Cursor;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::collections::BTreeMap;
use std::f64::consts::LOG2_E;
use std::iter::{once_with, successors};

const MODEL: &str = "expected lambda from 0.001 to 10000.0, mean from 0.1 to 1.0 and sd from 0.001 to mean";
const POTENTIAL: &str = "expected a potential from -9999.999 to 9999.999";
const BILLION: u64 = 1_000_000_000;
const BITS: u64 = 128;
const LANES: usize = 8;
/// Half a unit in the last place of 1.
const ROUNDING: f64 = f64::EPSILON / 2.0;

/// Mean, deviation and potentials in microvolts; `rate` is 10^9 lambda.
pub struct Trials {
    rate: u64,
    mean: i64,
    sd: i64,
    potentials: Vec<i64>,
}

/// The potentials, with their number, of which a count is the most probable one.
type Groups = BTreeMap<i64, Vec<(i64, u64)>>;

pub fn parse(text: &str) -> Result<Trials, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let (rate, mean, sd) = cursor.line(MODEL, |line| {
        let rate = fixed(line, 10_000, 9)?;
        line.tag(" ")?;
        let mean = fixed(line, 1, 3)?;
        line.tag(" ")?;
        let sd = fixed(line, 1, 3)?;
        let fits = (BILLION / 1000..=10_000 * BILLION).contains(&rate) && (100..=1000).contains(&mean);
        (fits && (1..=mean).contains(&sd)).then_some((rate, mean as i64, sd as i64))
    })?;
    let mut potentials = Vec::with_capacity(text.len() / 6);
    while !cursor.is_done() {
        potentials.push(cursor.line(POTENTIAL, |line| {
            let sign = if line.tag("-").is_some() { -1 } else { 1 };
            Some(sign * fixed(line, 9999, 3)? as i64)
        })?);
    }
    Ok(Trials { rate, mean, sd, potentials })
}

/// A number with a point, and at most so many places after it, in units of the last one.
fn fixed(line: &mut Cursor, most: u64, places: u32) -> Option<u64> {
    let whole = line.natural(most)?;
    line.tag(".")?;
    let part = line.word(|byte| byte.is_ascii_digit())?;
    let missing = places.checked_sub(part.len() as u32)?;
    let digits = part.iter().fold(0, |value, digit| 10 * value + u64::from(digit - b'0'));
    Some(whole * 10u64.pow(places) + digits * 10u64.pow(missing))
}

pub fn part1(trials: &Trials) -> i64 {
    let limits = trials.borders();
    trials.potentials.iter().map(|&potential| mode(&limits, potential)).sum()
}

pub fn part2(trials: &Trials) -> String {
    rounded(6, trials.likelihoods())
}

/// The most probable number of releases.
fn mode(limits: &[i64], potential: i64) -> i64 {
    match potential {
        0 => 0,
        _ => 1 + limits.partition_point(|&limit| limit < potential.abs()) as i64,
    }
}

impl Trials {
    /// Up to which size of a potential each count, from 1 on, is more probable than the next; the last is above all potentials.
    fn borders(&self) -> Vec<i64> {
        let largest = self.potentials.iter().map(|potential| potential.abs()).max().unwrap_or(0);
        let mut limits = Vec::new();
        while limits.last().is_none_or(|&limit| limit < largest) {
            limits.push(self.border(limits.len() as i64 + 1));
        }
        limits
    }

    /// The square of the border between k and k + 1 is k (k + 1) (mean^2 + sd^2 ln ((k + 1)^3 / (k lambda^2))).
    fn border(&self, k: i64) -> i64 {
        let (pairs, mean, sd) =
            ((k * (k + 1)) as f64, (self.mean * self.mean) as f64, (self.sd * self.sd) as f64);
        let logs =
            [3.0 * ((k + 1) as f64).ln(), -(k as f64).ln(), -2.0 * (self.rate as f64 / BILLION as f64).ln()];
        let size: f64 = logs.iter().map(|log| log.abs()).sum();
        let wrong = 16.0 * ROUNDING * pairs * (mean + sd * (1.0 + size));
        let square = pairs * (mean + sd * logs.iter().sum::<f64>());
        let [low, high] = [square - wrong, square + wrong].map(|end| end.max(0.0).sqrt());
        // A root is off by less than 2^-20.
        let [low, high] = [low - 1e-6, high + 1e-6].map(|root| root.floor().max(0.0) as i64);
        if low == high { low } else { self.border_exactly(k) }
    }

    fn border_exactly(&self, k: i64) -> i64 {
        let ratio = BigRational::new(
            BigInt::from(k + 1).pow(3) * BigInt::from(BILLION).pow(2),
            k * BigInt::from(self.rate).pow(2),
        );
        let ratio = Enclosure::exactly(ratio);
        let decided = |bits| {
            let log = ln(&ratio, bits);
            let [low, high] = [log.low, log.high].map(|end| {
                let square = (end * BigInt::from(self.sd * self.sd) + BigInt::from(self.mean * self.mean))
                    * BigInt::from(k * (k + 1));
                square.floor().to_integer().max(BigInt::zero()).sqrt()
            });
            (low == high).then(|| low.to_i64().expect("a potential"))
        };
        doubling().find_map(decided).expect("bits without end")
    }

    fn groups(&self) -> Groups {
        let limits = self.borders();
        let mut sorted: Vec<i64> =
            self.potentials.iter().copied().filter(|&potential| potential != 0).collect();
        sorted.sort_unstable();
        let mut groups = Groups::new();
        for equal in sorted.chunk_by(|one, other| one == other) {
            groups.entry(mode(&limits, equal[0])).or_default().push((equal[0], equal.len() as u64));
        }
        groups
    }

    /// Enclosures of the logarithm of the likelihood.
    fn likelihoods(&self) -> impl Iterator<Item = Enclosure> {
        let groups = self.groups();
        let silent = -&Enclosure::ratio(BigInt::from(self.rate) * self.potentials.len(), BILLION);
        let (first, last) = (groups.clone(), silent.clone());
        let quick = once_with(move || {
            self.enclosure(&first, &silent, BITS, |window, group| window.by_doubles(group))
        });
        quick.chain(
            doubling().map(move |bits| {
                self.enclosure(&groups, &last, bits, |window, group| window.by_units(group))
            }),
        )
    }

    fn enclosure(
        &self,
        groups: &Groups,
        silent: &Enclosure,
        bits: u64,
        more: impl Fn(&Window, &[(i64, u64)]) -> Enclosure,
    ) -> Enclosure {
        let Some(most) = groups.keys().next_back().copied() else { return silent.clone() };
        let table = scores(self.rate, most + self.reach(most, bits), bits);
        let mut found = silent + &self.peaks(groups, &table, bits);
        for (&mode, group) in groups {
            found = (&found + &more(&Window { trials: self, mode, table: &table, bits }, group)).cut(bits);
        }
        found
    }

    /// How far from the most probable count weights matter, in units of 2^-bits.
    fn reach(&self, mode: i64, bits: u64) -> i64 {
        let (mean, sd, bits) = (i128::from(self.mean).pow(2), i128::from(self.sd).pow(2), i128::from(bits));
        (bits / 2 + (2 * bits * i128::from(mode) * sd / (sd + mean)).isqrt()) as i64
    }

    /// The logarithm of all densities of the most probable counts alone, but for e^-lambda.
    fn peaks(&self, groups: &Groups, table: &[BigInt], bits: u64) -> Enclosure {
        let (mut total, mut number) = (BigInt::zero(), 0u64);
        for (&mode, group) in groups {
            let times: u64 = group.iter().map(|(_, times)| times).sum();
            let square = |potential: i64| i128::from(potential - mode * self.mean).pow(2);
            let squares: i128 =
                group.iter().map(|&(potential, times)| i128::from(times) * square(potential)).sum();
            total += times * &table[mode as usize]
                - (BigInt::from(squares) << bits).div_floor(&(2 * mode * self.sd * self.sd).into());
            number += times;
        }
        let most = groups.keys().next_back().expect("a group");
        let wrong = BigInt::from(2 * bits * number) * most * most;
        let scale = &pi(bits) * &Enclosure::ratio(2 * self.sd * self.sd, 1_000_000);
        let unit = BigInt::one() << bits;
        let ends = [&total - &wrong, total + wrong].map(|end| BigRational::new(end, unit.clone()));
        let [low, high] = ends;
        &(&ln(&scale, bits) * &Enclosure::ratio(-BigInt::from(number), 2)) + &Enclosure { low, high }
    }
}

fn doubling() -> impl Iterator<Item = u64> {
    successors(Some(BITS), |bits| Some(2 * bits))
}

/// The logarithms of lambda^k / (k! sqrt k), k from 1 on, in units of 2^-bits; the first entry is not used.
///
/// That of k is off by at most 2 bits k^2 units.
fn scores(rate: u64, most: i64, bits: u64) -> Vec<BigInt> {
    let found = ln(&Enclosure::ratio(rate, BILLION), bits);
    let level = (found.low * (BigInt::one() << bits)).floor().to_integer();
    let (mut log, mut last) = (BigInt::zero(), level.clone());
    let mut table = vec![BigInt::zero(), last.clone()];
    for k in 1..most as u64 {
        // 2 artanh (1 / (2k + 1)) = ln (k + 1) - ln k
        let (mut step, mut odd, mut power) =
            (BigInt::zero(), 1u32, (BigInt::one() << (bits + 1)) / (2 * k + 1));
        while !power.is_zero() {
            step += &power / odd;
            power /= (2 * k + 1).pow(2);
            odd += 2;
        }
        log += &step;
        last += &level - &log - step / 2;
        table.push(last.clone());
    }
    table
}

/// The counts around the most probable one.
struct Window<'a> {
    trials: &'a Trials,
    mode: i64,
    table: &'a [BigInt],
    bits: u64,
}

impl Window<'_> {
    fn counts(&self, bits: u64) -> (i64, std::ops::RangeInclusive<i64>) {
        let far = self.trials.reach(self.mode, bits);
        (far, (self.mode - far).max(1)..=self.mode + far)
    }

    /// What all counts add to the most probable one, as a logarithm.
    ///
    /// A weight's exponent is off by five roundings of itself and of its score, and falls by more from count to count; so the
    /// mean exponent is below 2.
    fn by_doubles(&self, group: &[(i64, u64)]) -> Enclosure {
        let (mean, sd, mode) = (self.trials.mean, self.trials.sd, self.mode);
        let (far, counts) = self.counts(64);
        let unit = 0.5f64.powi(self.bits as i32);
        let row = |k: i64| {
            let score = &self.table[k as usize] - &self.table[mode as usize];
            let factor = (k - mode) as f64 / (2 * sd * sd) as f64 / (mode * k) as f64;
            [(mode * mean * mean * k) as f64, factor, score.to_f64().expect("a double") * unit]
        };
        let rows: Vec<_> = counts.clone().map(row).collect();
        let mut wrong = 0.0;
        let mut sum = |potential: i64, times: u64| {
            let square = (potential * potential) as f64;
            let exponent = |[centre, factor, score]: [f64; 3]| (square - centre) * factor + score;
            let (mut total, mut sizes) = ([0.0; LANES], [0.0; LANES]);
            for rows in rows.chunks(LANES) {
                for ((total, size), &row) in total.iter_mut().zip(&mut sizes).zip(rows) {
                    let weight = exponential(exponent(row));
                    *total += weight;
                    *size += weight * row[2].abs();
                }
            }
            let [total, size]: [f64; 2] = [total, sizes].map(|lanes| lanes.iter().sum());
            let beyond = |row: [f64; 3]| exponential(exponent(row)) * far as f64 / -exponent(row);
            let rest = beyond(rows[rows.len() - 1]) + if *counts.start() > 1 { beyond(rows[0]) } else { 0.0 };
            let roundings = 80.0 + (rows.len() / LANES) as f64 + 6.0 * size / total;
            wrong += times as f64 * (ROUNDING * roundings + 2.0 * rest);
            (times as f64, total)
        };
        let logs = nearly(group.iter().map(|&(potential, times)| sum(potential, times)));
        &(&logs * &ln(&Enclosure::ratio(2, 1), 64)) + &Enclosure::near(0.0, 2.0 * wrong)
    }

    /// The same in whole units of 2^-bits: each weight is off by less than 2^(bits / 2 - 4).
    fn by_units(&self, group: &[(i64, u64)]) -> Enclosure {
        let (mean, sd, mode) = (self.trials.mean, self.trials.sd, self.mode);
        let (far, counts) = self.counts(self.bits);
        let unit = BigInt::one() << self.bits;
        group.iter().fold(Enclosure::ratio(0, 1), |found, &(potential, times)| {
            let weight = |k: i64| {
                let distance =
                    i128::from(potential * potential - k * mode * mean * mean) * i128::from(k - mode);
                let exponent =
                    (BigInt::from(distance) << self.bits).div_floor(&(2 * sd * sd * mode * k).into());
                exponential_in(&(exponent + &self.table[k as usize] - &self.table[mode as usize]), self.bits)
            };
            let weights: Vec<BigInt> = counts.clone().map(weight).collect();
            let ends = &weights[weights.len() - 1]
                + if *counts.start() > 1 { weights[0].clone() } else { BigInt::zero() };
            let wrong = (BigInt::from(weights.len()) << (self.bits / 2)) + ends * far;
            let total: BigInt = weights.into_iter().sum();
            let [low, high] =
                [&total - &wrong, &total + &wrong].map(|end| BigRational::new(end, unit.clone()));
            let log = ln(&Enclosure { low, high }, self.bits);
            (&found + &(&log * &Enclosure::ratio(times, 1))).cut(self.bits)
        })
    }
}

/// The exponential of what is not above 1, off by less than four roundings; e^-700 where it is below that.
///
/// Of y = n ln 2 + r it is 2^n exp r. What follows the last term of the series is below 2^-57.
#[inline]
fn exponential(exponent: f64) -> f64 {
    const MAGIC: f64 = 1.5 * (1u64 << 52) as f64; // what is added to it is rounded to a whole number, in its last bits
    const LN_2: [f64; 2] = [6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10];
    let exponent = exponent.max(-700.0);
    let shifted = exponent * LOG2_E + MAGIC;
    let power = shifted - MAGIC;
    let rest = exponent - power * LN_2[0] - power * LN_2[1];
    let sum = const { coefficients() }.iter().rev().fold(0.0, |sum, coefficient| sum * rest + coefficient);
    f64::from_bits(sum.to_bits().wrapping_add(shifted.to_bits() << 52))
}

/// 1 / n!
const fn coefficients() -> [f64; 14] {
    let (mut table, mut factorial, mut n) = ([1.0; 14], 1u64, 1);
    while n < 14 {
        factorial *= n as u64;
        table[n] = 1.0 / factorial as f64;
        n += 1;
    }
    table
}

/// The same in units of 2^-bits: a root's series, squared.
fn exponential_in(exponent: &BigInt, bits: u64) -> BigInt {
    if (exponent >> bits) <= -BigInt::from(bits) {
        return BigInt::zero();
    }
    let squarings = u64::from(64 - bits.leading_zeros()) + 8;
    let (mut total, mut term, mut n) = (BigInt::one() << bits, BigInt::one() << bits, 1);
    while term.magnitude() > &1u32.into() || term.is_positive() {
        term = ((term * exponent) >> (bits + squarings)).div_floor(&n.into());
        total += &term;
        n += 1;
    }
    (0..squarings).fold(total, |root, _| (&root * &root) >> bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponentials_are_near() {
        for step in 0..200_000 {
            let exponent = -f64::from(step) / 300.0;
            let found = exponential(exponent);
            assert!((found - exponent.exp()).abs() <= 5.0 * ROUNDING * found, "{exponent}");
        }
    }

    #[test]
    fn doubles_and_units_agree() {
        let trials = parse("30.0 0.4 0.1\n3.0\n12.5\n-0.3\n12.0\n40.0\n0.0").unwrap();
        let found: Vec<_> = trials.likelihoods().take(3).collect();
        for (wide, narrow) in found.iter().zip(&found[1..]) {
            assert!(wide.low <= narrow.low && narrow.high <= wide.high);
        }
    }
}
