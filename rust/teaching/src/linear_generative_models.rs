//! Linear generative models: eigenvalues from `spectra`, and a sum of the smallest that is a fraction has a factor.
//!
//! The sum is a fraction only if the smallest roots are all the roots of a factor with whole coefficients. Such a factor is guessed by rounding a product, and proved by a
//! division and a count. Of the likelihood doubles, with a bound on their error, nearly always tell six places.

use crate::exact::{Enclosure, ln, pi, rounded};
use crate::spectra::{Spectrum, above, characteristic, lengths, products, scaled};
use contract::reading::Cursor;
use contract::{InvalidInput, NoAnswer};
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Pow, ToPrimitive, Zero};
use std::f64::consts::TAU;
use std::iter::{once, once_with, successors};

const HIDDEN: &str = "expected a number of hidden variables from 0 to 999";
const MESSAGE: &str =
    "expected numbers below 1000 in size, more than hidden variables, as many as in the first datum";
const BITS: usize = 64;

pub struct Data {
    hidden: usize,
    rows: Vec<Vec<i64>>,
}

type Roots = Vec<(BigInt, BigInt)>;

/// Variances along the principal axes that are not 0, in units, and between which numbers they are, times 2^64.
struct Axes {
    spectrum: Spectrum,
    unit: BigRational,
    first: Roots,
}

pub fn parse(text: &str) -> Result<Data, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let hidden = cursor.line(HIDDEN, |line| line.natural(999))? as usize;
    let mut rows: Vec<Vec<i64>> = Vec::new();
    while rows.is_empty() || !cursor.is_done() {
        let row = cursor.line(MESSAGE, |line| {
            let row = line.separated(" ", |word| word.integer(999))?;
            let limit = if row.len() > 20 { 20 } else { 1000 };
            let width = rows.first().map_or(row.len(), Vec::len);
            (rows.len() < limit && row.len() == width && hidden < width && width <= 1000).then_some(row)
        })?;
        rows.push(row);
    }
    Ok(Data { hidden, rows })
}

pub fn part1(data: &Data) -> Result<String, NoAnswer> {
    let (axes, features) = (Axes::new(&data.rows), data.rows[0].len());
    if data.hidden >= axes.first.len() {
        return Err(NoAnswer("without noise there is no density".into()));
    }
    let share = Enclosure::exactly(&axes.unit / BigInt::from(features - data.hidden));
    let noise = rounded(6, axes.left(data.hidden).map(|sum| &sum * &share));
    let likelihoods = doubling().filter_map(|bits| axes.likelihood(data, &share, bits));
    Ok(format!("{noise} {}", rounded(6, axes.by_doubles(data, &share).into_iter().chain(likelihoods))))
}

pub fn part2(data: &Data) -> usize {
    let axes = Axes::new(&data.rows);
    let total: BigInt = axes.spectrum.polynomial.iter().skip(1).take(1).sum();
    let [total, twenty] = [-total, 20.into()].map(|number| Enclosure::ratio(number, 1));
    let keeps = |&hidden: &usize| {
        let lost = axes.left(hidden).map(|sum| &(&sum * &twenty) - &total);
        let mut decided =
            lost.filter(|lost| lost.low > BigRational::zero() || lost.high <= BigRational::zero());
        decided.next().is_some_and(|lost| lost.high <= BigRational::zero())
    };
    (0..).find(keeps).expect("all variables keep all")
}

impl Axes {
    fn new(rows: &[Vec<i64>]) -> Self {
        let count = rows.len() as i64;
        let sums: Vec<i64> =
            (0..rows[0].len()).map(|column| rows.iter().map(|row| row[column]).sum()).collect();
        let away = |row: &Vec<i64>| row.iter().zip(&sums).map(|(value, sum)| value * count - sum).collect();
        let mut away: Vec<Vec<i64>> = rows.iter().map(away).collect();
        if sums.len() < away.len() {
            away = (0..sums.len()).map(|column| away.iter().map(|row| row[column]).collect()).collect();
        }
        let mut gram = products(&away);
        let common =
            gram.iter().flatten().fold(BigInt::zero(), |common, value| common.gcd(value)).max(1.into());
        gram.iter_mut().flatten().for_each(|value| *value /= &common);
        let doubles = gram.iter().map(|row| row.iter().filter_map(BigInt::to_f64).collect());
        let spectrum = Spectrum::new(characteristic(&gram), lengths(doubles.collect()));
        let unit = BigRational::new(common, BigInt::from(count).pow(3u32));
        Self { first: spectrum.roots(BITS), spectrum, unit }
    }

    fn roots(&self, bits: usize) -> Roots {
        if bits == BITS { self.first.clone() } else { self.spectrum.roots(bits) }
    }

    /// What all but the largest add up to, in units. Exactly, if it is a fraction.
    fn left(&self, hidden: usize) -> impl Iterator<Item = Enclosure> {
        doubling().flat_map(move |bits| {
            let found = self.roots(bits);
            let sum = sum(&found[hidden..], bits);
            let known = once_with(move || self.proved(&found, hidden, bits)).flatten();
            once(sum).chain(known.map(|sum| Enclosure::ratio(sum, 1)))
        })
    }

    /// That sum, if a factor's roots are seen to be these.
    fn proved(&self, found: &Roots, hidden: usize, bits: usize) -> Option<BigInt> {
        let border = found.get(hidden)?;
        let (kept, mut left) = found.split_at(hidden);
        let (mut edge, mut known) = (&border.1, BigInt::zero());
        let times = left.iter().filter(|&one| one == border).count();
        let before = kept.iter().filter(|&one| one == border).count();
        if before > 0 {
            // Then these are equal, and whole, if the sum is.
            let whole = (&border.1 >> bits) << bits;
            if whole <= border.0
                || !divides(&product(vec![&whole; before + times], bits), &self.spectrum.polynomial)
            {
                return None;
            }
            (left, edge, known) = (&left[times..], &border.0, (whole >> bits) * times);
        }
        let factor = product(left.iter().map(|one| &one.1), bits);
        let proved = divides(&factor, &self.spectrum.polynomial) && above(&scaled(&factor, bits), edge) == 0;
        proved.then(|| known - factor.iter().skip(1).take(1).sum::<BigInt>())
    }

    /// The logarithm of the likelihood.
    fn likelihood(&self, data: &Data, share: &Enclosure, bits: usize) -> Option<Enclosure> {
        let (features, found) = (data.rows[0].len(), self.roots(bits));
        let (kept, left) = found.split_at(data.hidden);
        if kept.iter().chain(&left[..1]).any(|root| root.0.is_zero()) {
            return None;
        }
        let [low, high] =
            [|root: &(BigInt, BigInt)| root.0.clone(), |root: &(BigInt, BigInt)| root.1.clone()].map(|end| {
                BigRational::new(kept.iter().map(end).product(), BigInt::one() << (bits * data.hidden))
            });
        let factor = |factor: usize| Enclosure::ratio(factor, 1);
        let bits = bits as u64;
        let signal =
            ln(&(&Enclosure { low, high } * &Enclosure::exactly(Pow::pow(&self.unit, data.hidden))), bits);
        let noise = &ln(&(&sum(left, bits as usize) * share), bits) * &factor(features - data.hidden);
        let each = &(&ln(&(&pi(bits) * &factor(2)), bits) + &factor(1)) * &factor(features);
        Some(&(&(&signal + &noise) + &each) * &Enclosure::ratio(-(data.rows.len() as i64), 2))
    }

    /// The same, if all that matters is known as well as doubles can say it. A logarithm is off by less than 2^-50 and that part of itself.
    fn by_doubles(&self, data: &Data, share: &Enclosure) -> Option<Enclosure> {
        let left = sum(&self.first[data.hidden..], BITS).low * &share.low;
        let unit = self.unit.to_f64()? / 2f64.powi(64);
        let (features, kept) = (data.rows[0].len(), &self.first[..data.hidden]);
        let mut terms =
            vec![(features as f64, TAU.ln() + 1.0), ((features - data.hidden) as f64, left.to_f64()?.ln())];
        terms.extend(kept.iter().filter_map(|root| Some((1.0, (root.0.to_f64()? * unit).ln()))));
        let value: f64 = terms.iter().map(|(weight, logarithm)| weight * logarithm).sum();
        let size: f64 = terms.iter().map(|(weight, logarithm)| weight * (1.0 + logarithm.abs())).sum();
        let half = data.rows.len() as f64 / 2.0;
        let known = self.first[..=data.hidden].iter().all(|root| root.0.bits() > 60);
        known.then(|| Enclosure::near(-half * value, half * size * 2f64.powi(-46)))
    }
}

fn doubling() -> impl Iterator<Item = usize> {
    successors(Some(BITS), |bits| Some(2 * bits))
}

fn sum(found: &[(BigInt, BigInt)], bits: usize) -> Enclosure {
    let (low, high) = found
        .iter()
        .fold((BigInt::zero(), BigInt::zero()), |(low, high), root| (low + &root.0, high + &root.1));
    let [low, high] = [low, high].map(|end| BigRational::new(end, BigInt::one() << bits));
    Enclosure { low, high }
}

/// The polynomial with these roots, in units of 2^-bits, whose coefficients are rounded.
fn product<'a>(roots: impl IntoIterator<Item = &'a BigInt>, bits: usize) -> Vec<BigInt> {
    let mut found = vec![BigInt::one()];
    for root in roots {
        found.push(BigInt::zero());
        for place in (1..found.len()).rev() {
            let less = &found[place - 1] * root;
            found[place] -= less;
        }
    }
    let rounded = |(power, value): (usize, BigInt)| ((value << 1 >> (bits * power)) + 1) >> 1;
    found.into_iter().enumerate().map(rounded).collect()
}

fn divides(factor: &[BigInt], polynomial: &[BigInt]) -> bool {
    let mut rest = polynomial.to_vec();
    for place in factor.len() - 1..polynomial.len() {
        let first = place + 1 - factor.len();
        for at in 1..factor.len() {
            let less = &rest[first] * &factor[at];
            rest[first + at] -= less;
        }
    }
    rest[polynomial.len() + 1 - factor.len()..].iter().all(BigInt::is_zero)
}
