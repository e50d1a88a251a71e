//! Which test: Fisher's and Barnard's p of tables of two groups.
//!
//! The tables that Barnard's test counts lie on a staircase: with one more yes in all, its edge moves by one or not at all. So the
//! numbers of ways for all totals take as many steps as there are people, each with factors of one word. Conditional on the
//! total they are control points of a Bernstein polynomial, as words of 60 bits: halving an interval is rounds of means of
//! neighbours in place, which become vector code. Few halves are left: what lies below a value that is taken is dropped.

use crate::exact::{Enclosure, rounded};
use contract::InvalidInput;
use contract::reading::{Cursor, lines};
use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{One, Zero};
use std::cmp::max;
use std::iter::{from_fn, once};

const MOST: u64 = 5000;
const MESSAGE: &str = "expected two groups of 1 to 5000 as 83/264 255/677";
const BITS: u64 = 60; // so that the sum of two control points fits into a word

/// Of `n` and `m` people `a` and `b` said yes.
#[derive(Clone, Copy)]
pub struct Table {
    a: u64,
    n: u64,
    b: u64,
    m: u64,
}

pub fn parse(text: &str) -> Result<Vec<Table>, InvalidInput> {
    let group = |line: &mut Cursor| {
        let yes = line.natural(MOST)?;
        line.tag("/")?;
        let people = line.natural(MOST)?;
        (yes <= people && people > 0).then_some((yes, people))
    };
    lines(text, MESSAGE, |line| {
        let (a, n) = group(line)?;
        line.tag(" ")?;
        let (b, m) = group(line)?;
        Some(Table { a, n, b, m })
    })
}

pub fn part1(tables: &[Table]) -> String {
    joined(tables, |table| rounded(9, once(table.fisher())))
}

pub fn part2(tables: &[Table]) -> String {
    joined(tables, |table| rounded(6, table.barnard()))
}

fn joined(tables: &[Table], answer: impl Fn(&Table) -> String) -> String {
    tables.iter().map(answer).collect::<Vec<_>>().join("\n")
}

impl Table {
    /// Tables with as many yes in all that are at most as probable.
    fn fisher(&self) -> Enclosure {
        let (Table { a, n, b: _, m }, k) = (*self, self.a + self.b);
        let first = k.saturating_sub(m);
        let mut ways = vec![binomial(n, first) * binomial(m, k - first)];
        for x in first..n.min(k) {
            let last = &ways[ways.len() - 1];
            ways.push(last * ((n - x) * (k - x)) / ((x + 1) * (m + x + 1 - k)));
        }
        let seen = &ways[(a - first) as usize];
        let counted: BigUint = ways.iter().filter(|&way| way <= seen).sum();
        Enclosure::ratio(counted, ways.iter().sum::<BigUint>())
    }

    /// With `x` yes in the first group of `k` in all: is its share the larger, by at least as many deviations?
    fn counts(&self, x: u64, k: u64) -> bool {
        let (people, yes) = (self.n + self.m, self.a + self.b);
        let square = |difference: u64| u128::from(difference).pow(2);
        let product = |k: u64| u128::from(k * (people - k));
        let seen = (self.a * people).abs_diff(yes * self.n);
        let (larger, smaller) = (x * people, k * self.n);
        larger > smaller && square(larger - smaller) * product(yes) >= square(seen) * product(k)
    }

    /// Of all ways to choose k yes, how many count, and how many there are, for each k.
    fn tails(&self) -> Vec<(BigUint, BigUint)> {
        let Table { n, m, .. } = *self;
        // From x on they count, none once x is above n; last is the number of ways to x - 1.
        let (mut x, mut last, mut tail, mut ways) = (1, BigUint::one(), BigUint::zero(), BigUint::one());
        let mut found = vec![(tail.clone(), ways.clone())];
        for k in 1..=n + m {
            tail = (tail * (n + m + 1 - k) + &last * (n + 1).saturating_sub(x)) / k;
            ways = ways * (n + m + 1 - k) / k;
            if x <= n.min(k) && self.counts(x, k) {
                last = last * (m + x - k) / (k + 1 - x);
            } else {
                last = last * (n + 1).saturating_sub(x) / x;
                tail -= &last;
                x += 1;
            }
            found.push((tail.clone(), ways.clone()));
        }
        found
    }

    /// Enclosures of the largest probability, over the shares of yes, of tables at least as extreme.
    fn barnard(&self) -> Box<dyn Iterator<Item = Enclosure>> {
        if self.a * self.m == self.b * self.n {
            return Box::new(once(Enclosure::ratio(1, 1)));
        }
        let upper = self.tails();
        let lower = upper.iter().rev();
        let both: Vec<_> =
            upper.iter().zip(lower).map(|((tail, ways), (other, _))| (tail + other, ways.clone())).collect();
        let words =
            both.iter().map(|(tail, ways)| u64::try_from((tail << BITS) / ways).expect("at most 2^60"));
        let words = narrowed(words.collect(), both.len());
        let exactly = move || both.iter().map(|(tail, ways)| fraction(tail, ways)).collect();
        Box::new(words.chain(once(exactly).flat_map(|points| narrowed::<BigRational>(points(), 0))))
    }
}

fn fraction(numerator: &BigUint, denominator: &BigUint) -> BigRational {
    BigRational::new(numerator.clone().into(), denominator.clone().into())
}

fn binomial(n: u64, k: u64) -> BigUint {
    (0..k.min(n - k)).fold(BigUint::one(), |ways, i| ways * (n - i) / (i + 1))
}

/// A control point.
trait Point: Clone + Ord {
    fn mean(&self, other: &Self) -> Self;
    fn value(&self) -> BigRational;
}

/// In units of 2^-60, a mean rounded down.
impl Point for u64 {
    #[inline]
    fn mean(&self, other: &Self) -> Self {
        (self + other) >> 1
    }

    fn value(&self) -> BigRational {
        BigRational::new_raw((*self).into(), BigInt::one() << BITS)
    }
}

impl Point for BigRational {
    fn mean(&self, other: &Self) -> Self {
        (self + other) / BigInt::from(2)
    }

    fn value(&self) -> BigRational {
        self.clone()
    }
}

/// What encloses the largest value of a polynomial, whose halves mirror each other, until rounding errs more.
///
/// By halving, control points fall at most `wrong` units too low.
fn narrowed<P: Point>(points: Vec<P>, wrong: usize) -> impl Iterator<Item = Enclosure> {
    let last = points.len() - 1;
    let (mut cells, mut low, mut depth, mut done) = (vec![halves(points).0], BigRational::zero(), 0, false);
    from_fn(move || {
        if done {
            return None;
        }
        let top = |cell: &Vec<P>, depth: usize| {
            let error = (usize::from(wrong > 0) + depth * wrong) as u64;
            cell.iter().max().map_or_else(BigRational::zero, P::value) + error.value()
        };
        if depth > 0 {
            cells.retain(|cell| top(cell, depth) > low);
            cells = cells.drain(..).map(halves).flat_map(|(left, right)| [left, right]).collect();
        }
        depth += 1;
        let ends = cells.iter().map(|cell| max(&cell[0], &cell[last]).value());
        low = ends.fold(low.clone(), max);
        let high = cells.iter().map(|cell| top(cell, depth)).fold(low.clone(), max);
        done = &high - &low <= ((3 * (usize::from(wrong > 0) + depth * wrong)) as u64).value();
        Some(Enclosure { low: low.clone(), high })
    })
}

/// The control points of both halves, by de Casteljau.
fn halves<P: Point>(mut points: Vec<P>) -> (Vec<P>, Vec<P>) {
    let last = points.len() - 1;
    let mut left = vec![points[0].clone()];
    for end in (0..last).rev() {
        for i in 0..=end {
            points[i] = points[i].mean(&points[i + 1]);
        }
        left.push(points[0].clone());
    }
    (left, points)
}
