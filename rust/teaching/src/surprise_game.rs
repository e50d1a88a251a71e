//! The surprise game: three sorted passes.
//!
//! Surprises in falling order need no set to carry in: how many of the last power there are halves from one power to the
//! next, down to the next surprise. Counts in rising order need no heap: sums of two come in rising order, too, so the least is
//! at the front of one of two queues (van Leeuwen, 1976), and the sums lie in the room that the counts leave. Doubles add up
//! both logarithms, with what each addition loses; large numbers are made only where they can't decide.

use crate::exact::{Enclosure, rounded};
use crate::logarithms::{LogSum, nearly, settled};
use contract::InvalidInput;
use contract::reading::Cursor;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};
use std::cell::LazyCell;
use std::iter::{once, once_with};

const MOST: u64 = 1_000_000_000;
const WRONG: &str =
    "expected an outcome later in the alphabet, a count from 1 to 10^9 and a surprise from 0 to 10^9";

#[derive(Default)]
pub struct Outcomes {
    counts: Vec<u64>,
    surprises: Vec<u64>,
    total: u64,
}

pub fn parse(text: &str) -> Result<Outcomes, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let mut outcomes = Outcomes::default();
    let mut last: &[u8] = b"";
    while !cursor.is_done() {
        let (name, count, surprise) = cursor.line(WRONG, |line| {
            let name = line.word(|byte| byte.is_ascii_lowercase())?;
            line.tag(" ")?;
            let count = line.natural(MOST)?;
            line.tag(" ")?;
            let surprise = line.natural(MOST)?;
            (name > last && name.len() <= 20 && count > 0).then_some((name, count, surprise))
        })?;
        outcomes.counts.push(count);
        outcomes.surprises.push(surprise);
        outcomes.total += count;
        last = name;
    }
    Ok(outcomes)
}

pub fn part1(outcomes: &Outcomes) -> String {
    let bits = carried(&outcomes.surprises);
    let total = outcomes.total as f64;
    let entropy = nearly(outcomes.counts.iter().map(|&count| (count as f64 / total, total / count as f64)));
    let divergence = outcomes.divergence(&entropy, &bits);
    let exact = LazyCell::new(|| outcomes.logarithms(None));
    let entropy = rounded(9, once(entropy).chain(once_with(|| exact.enclosures()).flatten()));
    let fairness = match bits[..] {
        [.., first] if first > 0 => '<',
        [0] => '=',
        _ => '>',
    };
    format!("{entropy} {divergence} {fairness}")
}

pub fn part2(outcomes: &Outcomes) -> i128 {
    outcomes.surprise() - i128::from(least(outcomes.counts.clone()))
}

impl Outcomes {
    /// How much surprise is there in the data?
    fn surprise(&self) -> i128 {
        let pairs = self.counts.iter().zip(&self.surprises);
        pairs.map(|(&count, &surprise)| i128::from(count) * i128::from(surprise)).sum()
    }

    /// The entropy; or the logarithm of a fraction less the entropy.
    fn logarithms(&self, normaliser: Option<(BigInt, BigInt)>) -> LogSum {
        let total = BigInt::from(self.total);
        let sign = if normaliser.is_none() { 1 } else { -1 };
        let mut sorted = self.counts.clone();
        sorted.sort_unstable();
        let equal = sorted.chunk_by(|one, other| one == other);
        let mut terms: Vec<_> = equal
            .map(|counts| {
                (sign * BigInt::from(counts.len() as u64 * counts[0]), total.clone(), counts[0].into())
            })
            .collect();
        terms.extend(normaliser.map(|(above, below)| (total.clone(), above, below)));
        LogSum { terms, divisor: total }
    }

    /// The mean surprise, less the entropy, and the logarithm of the sum of all 2^-S.
    ///
    /// Bits of the sum that are left out add less than the last that is kept, and more than 0. If all else is rational, 2^-128
    /// stands for them: no half of a last decimal is as near to such a fraction, but itself.
    fn divergence(&self, entropy: &Enclosure, bits: &[i64]) -> String {
        let (last, first) = (bits[0], bits[bits.len() - 1]);
        let span = (last - first) as u64;
        let mean = &Enclosure::ratio(self.surprise(), self.total) - &Enclosure::ratio(first, 1);
        let leading = |kept: u64| {
            let places = bits.iter().map(|bit| (bit - first) as u64).filter(|&place| place <= kept);
            let sum: BigInt = places.map(|place| BigInt::one() << (kept - place)).sum();
            (sum, BigInt::one() << kept)
        };
        let rest = |kept: u64, numerator: i32| match span > kept {
            true => Enclosure::ratio(numerator, BigInt::one() << kept).low,
            false => BigRational::zero(),
        };
        let (sum, unit) = leading(63);
        let normaliser =
            u64::try_from(sum).expect("64 bits") as f64 / u64::try_from(unit).expect("as many") as f64;
        let quick = &(&nearly([(1.0, normaliser)]) - entropy) + &mean;
        let value = |bits| {
            let found = &self.logarithms(Some(leading(2 * bits))).to(bits) + &mean;
            Enclosure { low: found.low, high: found.high + rest(2 * bits, 2) }
        };
        let rational = || {
            let known = self.logarithms(Some(leading(128))).rational()?;
            Some(known + &mean.low + rest(128, 1))
        };
        rounded(9, once(quick).chain(once_with(|| settled(value, rational)).flatten()))
    }
}

/// The different powers of 1/2 that have the same sum as these; the largest comes last.
fn carried(surprises: &[u64]) -> Vec<i64> {
    let mut sorted = surprises.to_vec();
    sorted.sort_unstable();
    let (mut bits, mut level, mut pending) = (Vec::new(), 0, 0u64);
    let mut halve = |level: &mut i64, pending: &mut u64, down_to: i64| {
        while *pending > 0 && *level > down_to {
            if *pending % 2 == 1 {
                bits.push(*level);
            }
            *pending /= 2;
            *level -= 1;
        }
    };
    for surprise in sorted.into_iter().rev() {
        halve(&mut level, &mut pending, surprise as i64);
        level = surprise as i64;
        pending += 1;
    }
    halve(&mut level, &mut pending, i64::MIN);
    bits
}

/// The total length of Huffman's code words: the sum of all sums of two that are made.
fn least(mut counts: Vec<u64>) -> u64 {
    counts.sort_unstable();
    let (mut leaf, mut node, mut total) = (0, 0, 0);
    for made in 1..counts.len() {
        let mut next = || {
            // Sums lie where counts were, from `node` on; all that are made and not yet taken come before `made`.
            if leaf == counts.len() || node < made - 1 && counts[node] < counts[leaf] {
                node += 1;
                counts[node - 1]
            } else {
                leaf += 1;
                counts[leaf - 1]
            }
        };
        let joined = next() + next();
        counts[made - 1] = joined;
        total += joined;
    }
    total
}
