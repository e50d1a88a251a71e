//! Discrete channels: doubles propose, whole numbers prove.
//!
//! A barrier keeps every share of the input above 0, and Newton's method follows the best input while the barrier falls: a
//! hundred solutions of a dozen equations, where the steps of Blahut and Arimoto (1972) are thousands. How the shares were
//! found is no matter: for any input the information is a lower bound of the capacity, and the largest divergence of a row from
//! the output an upper one.

use crate::exact::{Enclosure, rounded};
use crate::logarithms::{LogSum, nearly};
use contract::reading::Cursor;
use contract::{InvalidInput, NoAnswer};
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::{BigRational, Ratio};
use num_traits::{Signed, ToPrimitive, Zero};
use std::cell::LazyCell;
use std::iter::{once, once_with};

const MOST: u64 = 1_000_000;
const LETTERS: usize = 12;
const FIRST: &str = "expected 1 to 12 weights from 0 to 10^6, not all 0";
const ROW: &str =
    "expected 1 to 12 weights from 0 to 10^6, as many as in the row above and of the same sum, not 0";

type Matrix = Vec<Vec<BigInt>>;

pub struct Chain {
    first: Vec<BigInt>,
    channels: Vec<Vec<Vec<u64>>>,
}

pub fn parse(text: &str) -> Result<Chain, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let fits = |row: &Vec<u64>| row.len() <= LETTERS && row.iter().any(|&weight| weight > 0);
    let weights = |line: &mut Cursor| line.separated(" ", |weight| weight.natural(MOST)).filter(fits);
    let first = cursor.line(FIRST, weights)?;
    let mut letters = first.len();
    let mut channels = Vec::new();
    while channels.is_empty() || !cursor.is_done() {
        let none = ["expected an empty line", "expected no more lines"];
        cursor.blank(none[usize::from(!channels.is_empty())])?;
        let mut rows: Vec<Vec<u64>> = Vec::new();
        for _ in 0..letters {
            let size = |row: &[u64]| (row.len(), row.iter().sum::<u64>());
            let row = cursor.line(ROW, |line| {
                weights(line).filter(|row| rows.first().is_none_or(|above| size(above) == size(row)))
            })?;
            rows.push(row);
        }
        letters = rows[0].len();
        channels.push(rows);
    }
    Ok(Chain { first: first.into_iter().map(BigInt::from).collect(), channels })
}

pub fn part1(chain: &Chain) -> String {
    let text = |rows| {
        let channel = Channel::new(rows, &chain.first);
        let exact = LazyCell::new(|| channel.information());
        rounded(9, once(channel.information_nearly()).chain(once_with(|| exact.enclosures()).flatten()))
    };
    chain.cascades().map(text).collect::<Vec<_>>().join(" ")
}

pub fn part2(chain: &Chain) -> Result<String, NoAnswer> {
    let mut rows = chain.cascades().last().expect("a channel");
    rows.sort_unstable();
    rows.dedup(); // letters that no one can tell apart are one
    let reached: Vec<_> =
        (0..rows[0].len()).filter(|&to| rows.iter().any(|row| !row[to].is_zero())).collect();
    let rows: Matrix = rows.iter().map(|row| reached.iter().map(|&to| row[to].clone()).collect()).collect();
    let best = centre(&rows);
    let first: Vec<_> =
        best.iter().map(|share| BigInt::from(1 + (share * (1u64 << 52) as f64) as u64)).collect();
    let quick = Channel::new(rows.clone(), &first).bounds();
    let [low, high] = [&quick.low, &quick.high].map(|end| rounded(6, [Enclosure::exactly(end.clone())]));
    if low == high {
        return Ok(low);
    }
    let shares: Vec<_> = best.iter().map(|&share| simplest(share)).collect();
    let common = shares.iter().fold(1, |common, share| common.lcm(share.denom()));
    let proposed: Vec<_> = shares.iter().map(|share| BigInt::from((share * common).to_integer())).collect();
    let channel = Channel::new(rows, &proposed);
    if !channel.is_best() {
        return Err(NoAnswer("the capacity is too close to half a millionth to be rounded".to_owned()));
    }
    Ok(rounded(6, channel.information().enclosures()))
}

impl Chain {
    /// The channels from the first variable to each later one.
    fn cascades(&self) -> impl Iterator<Item = Matrix> {
        let start: Matrix =
            self.channels[0].iter().map(|row| row.iter().copied().map(BigInt::from).collect()).collect();
        let next = |rows: &mut Matrix, channel: &Vec<Vec<u64>>| {
            let product = |row: &Vec<BigInt>| {
                let place = |to: usize| row.iter().zip(channel).map(|(part, other)| part * other[to]).sum();
                (0..channel[0].len()).map(place).collect()
            };
            *rows = rows.iter().map(product).collect();
            Some(rows.clone())
        };
        once(start.clone()).chain(self.channels[1..].iter().scan(start, next))
    }
}

/// A matrix whose rows have one sum, the weights of its input and those of its output.
struct Channel<'a> {
    rows: Matrix,
    first: &'a [BigInt],
    out: Vec<BigInt>,
    total: BigInt,
    sum: BigInt,
}

impl<'a> Channel<'a> {
    fn new(rows: Matrix, first: &'a [BigInt]) -> Self {
        let column = |place: usize| first.iter().zip(&rows).map(|(weight, row)| weight * &row[place]).sum();
        let out = (0..rows[0].len()).map(column).collect();
        Self { out, total: first.iter().sum(), sum: rows[0].iter().sum(), rows, first }
    }

    /// A row's transition weights that are not 0, and how much likelier each output is by it.
    fn ratios(&self, row: usize) -> impl Iterator<Item = (&BigInt, BigInt, &BigInt)> {
        let row = self.rows[row].iter().zip(&self.out).filter(|(to, _)| !to.is_zero());
        row.map(|(to, out)| (to, to * &self.total, out))
    }

    fn information(&self) -> LogSum {
        let used = (0..self.rows.len()).filter(|&row| !self.first[row].is_zero());
        let terms = used.flat_map(|row| {
            self.ratios(row).map(move |(to, above, out)| (to * &self.first[row], above, out.clone()))
        });
        LogSum { terms: terms.collect(), divisor: &self.total * &self.sum }
    }

    fn information_nearly(&self) -> Enclosure {
        let used = (0..self.rows.len()).filter(|&row| !self.first[row].is_zero());
        nearly(used.flat_map(|row| {
            let weight = quotient(&self.first[row], &self.total);
            self.ratios(row)
                .map(move |(to, above, out)| (weight * quotient(to, &self.sum), quotient(&above, out)))
        }))
    }

    /// The divergence of a row from the output.
    fn gain(&self, row: usize) -> LogSum {
        let terms = self.ratios(row).map(|(to, above, out)| (to.clone(), above, out.clone())).collect();
        LogSum { terms, divisor: self.sum.clone() }
    }

    /// Two bounds of the capacity: all inputs are used.
    fn bounds(&self) -> Enclosure {
        let gain = |row| {
            nearly(self.ratios(row).map(|(to, above, out)| (quotient(to, &self.sum), quotient(&above, out))))
        };
        let gains: Vec<_> = (0..self.rows.len()).map(gain).collect();
        let mean: BigRational = gains.iter().zip(self.first).map(|(gain, weight)| &gain.low * weight).sum();
        let high = gains.into_iter().map(|gain| gain.high).max().expect("a row");
        Enclosure { low: mean / &self.total, high }
    }

    /// Do all letters that are used gain exactly the same, and no other more (Kuhn and Tucker)?
    fn is_best(&self) -> bool {
        let Some(used) = self.first.iter().position(Signed::is_positive) else { return false };
        let known = |row: usize| match self.sign(row, used) {
            0 => true,
            sign => sign < 0 && self.first[row].is_zero(),
        };
        self.out.iter().all(|out| !out.is_zero()) && (0..self.rows.len()).all(known)
    }

    /// Which of two rows gains more?
    fn sign(&self, one: usize, other: usize) -> i32 {
        let mut both = self.gain(one);
        both.terms
            .extend(self.gain(other).terms.into_iter().map(|(weight, above, below)| (-weight, above, below)));
        let decided = |found: Enclosure| match (found.low.is_positive(), found.high.is_negative()) {
            (true, _) => Some(1),
            (_, true) => Some(-1),
            _ => found.is_exact().then_some(0),
        };
        both.enclosures().find_map(decided).expect("enclosures until one decides")
    }
}

/// A quotient within 2^-52 of itself.
fn quotient(above: &BigInt, below: &BigInt) -> f64 {
    let shift = above.bits() as i64 - below.bits() as i64 - 62;
    let units = if shift < 0 { (above << -shift) / below } else { above / (below << shift) };
    units.to_f64().expect("63 bits") * 2f64.powi(shift as i32)
}

/// The nearest fraction of a denominator of 1000 at most, from a continued fraction's convergents.
fn simplest(share: f64) -> Ratio<i64> {
    let (mut last, mut found, mut rest) = ((1, 0), (share.floor() as i64, 1), share.fract());
    while rest > 1e-9 {
        let whole = (1.0 / rest).floor();
        rest = 1.0 / rest - whole;
        let next = (found.0 * whole as i64 + last.0, found.1 * whole as i64 + last.1);
        if next.1 > 1000 {
            break;
        }
        (last, found) = (found, next);
    }
    Ratio::new(found.0, found.1)
}

/// Shares of the letters whose information is within 10^-13 or so of the best.
///
/// A barrier, mu times the logarithms of all shares, keeps them above 0: then the information is below the capacity by mu a
/// letter. Newton's method follows the maximum while mu falls.
fn centre(rows: &Matrix) -> Vec<f64> {
    let (sum, count): (BigInt, _) = (rows[0].iter().sum(), rows.len());
    let channel: Vec<Vec<f64>> =
        rows.iter().map(|row| row.iter().map(|to| quotient(to, &sum)).collect()).collect();
    let (mut shares, mut mu) = (vec![1.0 / count as f64; count], 1.0);
    while mu > 1e-14 {
        mu /= 4.0;
        for _ in 0..3 {
            let out: Vec<f64> =
                (0..rows[0].len()).map(|to| (0..count).map(|x| shares[x] * channel[x][to]).sum()).collect();
            let slope = |x: usize| {
                let terms = channel[x].iter().zip(&out).filter(|(to, _)| **to > 0.0);
                shares[x] * terms.map(|(to, out)| to * (to / out).ln()).sum::<f64>() + mu
            };
            // In steps as parts of the shares.
            let curve = |x: usize, y: usize| {
                let terms = channel[x].iter().zip(&channel[y]).zip(&out).map(|((a, b), out)| a * b / out);
                shares[x] * shares[y] * terms.sum::<f64>() + if x == y { mu } else { 0.0 }
            };
            let row = |x: usize| (0..count).map(|y| curve(x, y)).chain([slope(x), shares[x]]).collect();
            let found = solved((0..count).map(row).collect());
            let dot = |side: usize| shares.iter().zip(&found).map(|(x, pair)| x * pair[side]).sum::<f64>();
            let level = dot(0) / dot(1);
            let step: Vec<f64> = found.iter().map(|pair| pair[0] - level * pair[1]).collect();
            let length = (0.5 / step.iter().fold(0.0f64, |most, part| most.max(part.abs()))).min(1.0);
            shares.iter_mut().zip(&step).for_each(|(share, part)| *share *= 1.0 + length * part);
            let whole: f64 = shares.iter().sum();
            shares.iter_mut().for_each(|share| *share /= whole);
        }
    }
    shares
}

/// The solutions of symmetric, positive equations for two right sides, by elimination without exchange.
fn solved(mut rows: Vec<Vec<f64>>) -> Vec<[f64; 2]> {
    let count = rows.len();
    for place in 0..count {
        let (above, below) = rows.split_at_mut(place + 1);
        for lower in below {
            let factor = lower[place] / above[place][place];
            for (one, other) in lower[place..].iter_mut().zip(&above[place][place..]) {
                *one -= factor * other;
            }
        }
    }
    let mut found = vec![[0.0; 2]; count];
    for place in (0..count).rev() {
        for side in 0..2 {
            let known: f64 = (place + 1..count).map(|later| rows[place][later] * found[later][side]).sum();
            found[place][side] = (rows[place][count + side] - known) / rows[place][place];
        }
    }
    found
}
