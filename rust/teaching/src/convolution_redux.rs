//! Convolution redux, each rule by the transform that it has.
//!
//! Polynomials, and those in which places are counted modulo a length, are multiplied by the transform of
//! [`modular`](crate::modular), whose prime is so large that sums are exact. For powers modulo
//! another prime one factor is split in two. For xor it is Walsh's transform, in which a power is taken term by term. Dirichlet's
//! product has none that is shorter than going through multiples, but only the divisors of a place lead to it; and
//! concave sequences are merged by their rises.

use std::fmt::Write;

use contract::InvalidInput;
use contract::reading::Cursor;

use Rule::{Cyclic, Dirichlet, Integers, MaxPlus, Xor};

use crate::modular::convolve;

const PRIME: i64 = 998_244_353;
const TERMS: usize = 200_000;
const RULES: [&str; 5] = ["integers", "cyclic", "xor", "dirichlet", "max-plus"];
const RULE: &str = "expected integers, cyclic, xor, dirichlet or max-plus";
const SEQUENCE: &str =
    "expected 1 to 200000 numbers as 3 -1 4, of the size and in the number that the rule asks for";
const POWER: &str = "expected 1 to 1000000000 copies and a place of the first sequence, as 5 3";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    Integers,
    Cyclic,
    Xor,
    Dirichlet,
    MaxPlus,
}

pub struct Question {
    rule: Rule,
    a: Vec<i64>,
    b: Vec<i64>,
    exponent: u64,
    /// From 0 on, for all rules.
    place: usize,
}

pub fn parse(text: &str) -> Result<Question, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let rule = cursor.line(RULE, |line| line.choice(&RULES))?;
    let rule = [Integers, Cyclic, Xor, Dirichlet, MaxPlus][rule];
    let a = cursor.line(SEQUENCE, |line| sequence(line, rule, None))?;
    let as_long = matches!(rule, Cyclic | Xor | Dirichlet).then_some(a.len());
    let b = cursor.line(SEQUENCE, |line| sequence(line, rule, as_long))?;
    let first = usize::from(rule == Dirichlet);
    let (exponent, place) = cursor.line(POWER, |line| {
        let exponent = line.natural(1_000_000_000).filter(|&exponent| exponent > 0)?;
        line.tag(" ")?;
        let place = (line.natural(TERMS as u64)? as usize).checked_sub(first)?;
        (place < a.len()).then_some((exponent, place))
    })?;
    cursor.end()?;
    Ok(Question { rule, a, b, exponent, place })
}

fn sequence(line: &mut Cursor, rule: Rule, length: Option<usize>) -> Option<Vec<i64>> {
    let most = if rule == MaxPlus { 1_000_000_000 } else { 1000 };
    let terms = line.separated(" ", |term| term.integer(most))?;
    let fits = terms.len() <= TERMS
        && length.is_none_or(|length| length == terms.len())
        && (rule != Xor || terms.len().is_power_of_two())
        && (rule != MaxPlus || rises(&terms).is_sorted_by(|before, after| before >= after));
    fits.then_some(terms)
}

fn rises(terms: &[i64]) -> impl Iterator<Item = i64> {
    terms.windows(2).map(|pair| pair[1] - pair[0])
}

pub fn part1(Question { rule, a, b, .. }: &Question) -> String {
    let terms = match rule {
        Integers => convolve(a, b),
        Cyclic => around(convolve(a, b), a.len()),
        Xor => {
            let mut products = walsh(a);
            products.iter_mut().zip(walsh(b)).for_each(|(x, y)| *x *= y);
            walsh(&products).into_iter().map(|sum| sum / a.len() as i64).collect()
        }
        Dirichlet => dirichlet(a, b),
        MaxPlus => merged(a, b),
    };
    written(&terms)
}

pub fn part2(&Question { rule, ref a, exponent, place, .. }: &Question) -> i64 {
    match rule {
        // No later terms play a part.
        Integers => {
            let low = |mut terms: Vec<i64>| {
                terms.truncate(place + 1);
                terms
            };
            power(&low(a.clone()), exponent, |x, y| low(modular_product(x, y)))[place].rem_euclid(PRIME)
        }
        Cyclic => power(a, exponent, |x, y| {
            around(modular_product(x, y), a.len()).into_iter().map(centred).collect()
        })[place]
            .rem_euclid(PRIME),
        Xor => {
            let values = walsh(a).into_iter().map(|value| power(&value, exponent, |x, y| x * y % PRIME));
            let signed = values
                .enumerate()
                .map(|(at, value)| if (at & place).count_ones() % 2 == 1 { -value } else { value });
            let sum = signed.sum::<i64>().rem_euclid(PRIME);
            let inverse = power(&(a.len() as i64), PRIME as u64 - 2, |x, y| x * y % PRIME);
            sum * inverse % PRIME
        }
        Dirichlet => dirichlet_power(a, exponent, place + 1),
        // As rises only fall, the place is shared out evenly among the factors.
        MaxPlus => {
            let (each, more) = (place / exponent as usize, place as i64 % exponent as i64);
            a[each] * (exponent as i64 - more) + if more > 0 { a[each + 1] * more } else { 0 }
        }
    }
}

/// So many factors, multiplied.
fn power<T: Clone>(factor: &T, exponent: u64, times: impl Fn(&T, &T) -> T) -> T {
    let bits = (0..exponent.ilog2()).rev().map(|bit| exponent >> bit & 1);
    bits.fold(factor.clone(), |found, bit| {
        let square = times(&found, &found);
        if bit == 1 { times(&square, factor) } else { square }
    })
}

fn centred(term: i64) -> i64 {
    (term + PRIME / 2).rem_euclid(PRIME) - PRIME / 2
}

/// The product of polynomials modulo the prime. Of numbers nearest to 0, one by half of another is below 2^43, and 200000 of
/// them are summed.
fn modular_product(a: &[i64], b: &[i64]) -> Vec<i64> {
    const HALF: i64 = 1 << 15;
    let low: Vec<i64> = b.iter().map(|term| (term + HALF / 2).rem_euclid(HALF) - HALF / 2).collect();
    let high: Vec<i64> = b.iter().zip(&low).map(|(term, low)| (term - low) / HALF).collect();
    let mut sums = convolve(a, &low);
    if high.iter().all(|&term| term == 0) {
        sums.iter_mut().for_each(|sum| *sum = centred(*sum));
    } else {
        let combined = |low: i64, high: i64| centred(low + high % PRIME * HALF);
        sums.iter_mut().zip(convolve(a, &high)).for_each(|(low, high)| *low = combined(*low, high));
    }
    sums
}

/// Places counted modulo a length.
fn around(mut terms: Vec<i64>, length: usize) -> Vec<i64> {
    let high = terms.split_off(length);
    terms.iter_mut().zip(high).for_each(|(low, high)| *low += high);
    terms
}

/// The sums of all terms with each pattern of signs.
fn walsh(terms: &[i64]) -> Vec<i64> {
    let mut sums = terms.to_vec();
    let mut half = 1;
    while half < sums.len() {
        for block in sums.chunks_exact_mut(2 * half) {
            let (low, high) = block.split_at_mut(half);
            low.iter_mut().zip(high).for_each(|(x, y)| (*x, *y) = (*x + *y, *x - *y));
        }
        half *= 2;
    }
    sums
}

fn dirichlet(a: &[i64], b: &[i64]) -> Vec<i64> {
    let mut sums = vec![0; a.len()];
    for (place, x) in (1..).zip(a) {
        sums.iter_mut().skip(place - 1).step_by(place).zip(b).for_each(|(sum, y)| *sum += x * y);
    }
    sums
}

/// Only the place's divisors play a part.
fn dirichlet_power(a: &[i64], exponent: u64, place: usize) -> i64 {
    let divisors: Vec<usize> = (1..=place).filter(|d| place % d == 0).collect();
    let at = |divisor: usize| divisors.binary_search(&divisor).expect("a divisor");
    let factors = |n: usize| divisors.iter().filter(move |&d| n % d == 0).map(move |&d| (at(d), at(n / d)));
    let pairs: Vec<Vec<(usize, usize)>> = divisors.iter().map(|&n| factors(n).collect()).collect();
    let terms: Vec<i64> = divisors.iter().map(|&d| a[d - 1]).collect();
    let sum = |pairs: &Vec<(usize, usize)>, x: &[i64], y: &[i64]| {
        pairs.iter().map(|&(i, j)| x[i] * y[j] % PRIME).sum::<i64>() % PRIME
    };
    let found = power(&terms, exponent, |x, y| pairs.iter().map(|pairs| sum(pairs, x, y)).collect());
    found[divisors.len() - 1].rem_euclid(PRIME)
}

/// Begins with both first terms; then the steepest rise comes first, whichever sequence has it.
fn merged(a: &[i64], b: &[i64]) -> Vec<i64> {
    let (mut i, mut j) = (0, 0);
    let mut sums = vec![a[0] + b[0]];
    while i + j + 2 < a.len() + b.len() {
        let from_a = j + 1 == b.len() || i + 1 < a.len() && a[i + 1] - a[i] >= b[j + 1] - b[j];
        (i, j) = if from_a { (i + 1, j) } else { (i, j + 1) };
        sums.push(a[i] + b[j]);
    }
    sums
}

fn written(terms: &[i64]) -> String {
    let mut text = String::with_capacity(8 * terms.len());
    for term in terms {
        write!(text, "{term} ").expect("a string takes all");
    }
    text.pop();
    text
}
