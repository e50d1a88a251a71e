//! Statistics in one sentence: samples are counted modulo primes below 2^60, as many as their number needs.
//!
//! Counts have up to 287 digits, but sums and products of remainders are those of the counts, so that all work is done in
//! words, a sum of sixty products with one division at the end. By the Chinese remainder theorem one number below the
//! primes' product has these remainders; only it is a big number. Modulo a prime `j!` has an inverse, so a truncated
//! exponential series is a row of words, and the mode's counts are products of such rows, from either side.

use contract::InvalidInput;
use contract::reading::Cursor;
use num_bigint::BigUint;
use num_rational::Ratio;

mod residues;

use residues::{MixedBase, PRIMES, Prime};

const FIRST: &str = "expected 1 to 60 draws, and different ones of max, mean, median, mode and range";
const ROW: &str = "expected a value from -100 to 100 and a weight from 1 to 1000, on at most 60 lines";
const NAMES: [&str; 5] = ["max", "mean", "median", "mode", "range"];

pub struct Question {
    draws: usize,
    /// Places in `NAMES`.
    statistics: Vec<usize>,
    /// Values in order, above the least one, with their weights.
    data: Vec<(usize, u64)>,
    least: i64,
}

pub fn parse(text: &str) -> Result<Question, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let (draws, statistics) = cursor.line(FIRST, |line| {
        let draws = line.natural(60).filter(|&draws| draws > 0)? as usize;
        let mut named = Vec::new();
        while line.tag(" ").is_some() {
            named.push(line.choice(&NAMES).filter(|name| !named.contains(name))?);
        }
        (!named.is_empty()).then_some((draws, named))
    })?;
    let mut weights = [0; 201];
    for row in 0.. {
        let (value, weight) = cursor.line(ROW, |line| {
            let value = line.integer(100)?;
            line.tag(" ")?;
            let weight = line.natural(1000)?;
            (row < 60 && weight > 0).then_some((value, weight))
        })?;
        weights[(value + 100) as usize] += weight;
        if cursor.is_done() {
            break;
        }
    }
    let least = weights.iter().position(|&weight| weight > 0).expect("there is a row");
    let data = weights[least..].iter().copied().enumerate().filter(|&(_, weight)| weight > 0);
    Ok(Question { draws, statistics, data: data.collect(), least: least as i64 - 100 })
}

/// The most probable value of each statistic, the least of several, and its probability.
pub fn part1(question: &Question) -> String {
    let samples = question.samples();
    each(question, |name| {
        let counts = question.counts(name, &samples);
        let most = counts.iter().max().expect("there is a sample");
        let place = counts.iter().position(|count| count == most).expect("it is there");
        let value = Ratio::new(question.first(name) + place as i64, question.unit(name) as i64);
        format!("{value} {}", Ratio::new(most.clone(), samples.clone()))
    })
}

/// The variance of each statistic. It is that of the places of the counts.
pub fn part2(question: &Question) -> String {
    let samples = question.samples();
    each(question, |name| {
        let counts = question.counts(name, &samples);
        let moment =
            |power| (0u64..).zip(&counts).map(|(place, count)| count * place.pow(power)).sum::<BigUint>();
        let mean = moment(1);
        let unit = &samples * question.unit(name);
        Ratio::new(moment(2) * &samples - &mean * &mean, &unit * &unit).to_string()
    })
}

fn each(question: &Question, written: impl Fn(usize) -> String) -> String {
    question.statistics.iter().map(|&name| written(name)).collect::<Vec<_>>().join(", ")
}

impl Question {
    /// The weight of all samples.
    fn samples(&self) -> BigUint {
        BigUint::from(self.data.iter().map(|&(_, weight)| weight).sum::<u64>()).pow(self.draws as u32)
    }

    /// One over what a statistic is a multiple of.
    fn unit(&self, name: usize) -> u64 {
        [1, self.draws as u64, 2, 1, 1][name]
    }

    /// What the first count belongs to.
    fn first(&self, name: usize) -> i64 {
        if NAMES[name] == "range" { 0 } else { self.least * self.unit(name) as i64 }
    }

    /// How many samples have each value of a statistic, from the first on.
    fn counts(&self, name: usize, samples: &BigUint) -> Vec<BigUint> {
        let count = [Self::greatest, Self::total, Self::middle, Self::most_frequent, Self::spread]
            .map(|f| f as Counting)[name];
        let primes = &PRIMES[..samples.bits() as usize / 59 + 1];
        let remainders: Vec<_> = primes.iter().map(|&prime| count(self, prime)).collect();
        let base = MixedBase::new(primes);
        (0..remainders[0].len()).map(|place| base.number(remainders.iter().map(|row| row[place]))).collect()
    }

    /// Weights of values up to each, and of none first.
    fn up_to(&self) -> Vec<u64> {
        let sums = self.data.iter().scan(0, |sum, &(_, weight)| {
            *sum += weight;
            Some(*sum)
        });
        std::iter::once(0).chain(sums).collect()
    }

    /// Room for a count at each multiple of the values' distances.
    fn places(&self, times: usize) -> Vec<u64> {
        vec![0; times * self.data[self.data.len() - 1].0 + 1]
    }

    /// Those with a value as their greatest are those up to it, without those below it.
    fn greatest(&self, p: Prime) -> Vec<u64> {
        let mut counts = self.places(1);
        let powers: Vec<_> = self.up_to().iter().map(|&sum| p.power(sum, self.draws)).collect();
        for (&(value, _), pair) in self.data.iter().zip(powers.windows(2)) {
            counts[value] = p.minus(pair[1], pair[0]);
        }
        counts
    }

    /// A power Q of the weights' polynomial P solves P Q' = n P' Q, so a coefficient follows from those before.
    fn total(&self, p: Prime) -> Vec<u64> {
        let mut counts = self.places(self.draws);
        let base = self.data[0].1;
        let inverses = p.inverses(counts.len());
        let of_base = p.power(base, p.0 as usize - 2);
        counts[0] = p.power(base, self.draws);
        for place in 1..counts.len() {
            let near = self.data[1..].iter().take_while(|(step, _)| *step <= place);
            let sum = near.map(|&(step, weight)| {
                let factor = (((self.draws + 1) * step) as i64 - place as i64) * weight as i64;
                i128::from(factor) * i128::from(counts[place - step])
            });
            let known = sum.sum::<i128>().rem_euclid(p.0.into()) as u64;
            counts[place] = p.times(known, p.times(inverses[place], of_base));
        }
        counts
    }

    /// The sum of the two in the middle: twice the lower one, where the upper is another moved to their sum.
    fn middle(&self, p: Prime) -> Vec<u64> {
        let (n, half) = (self.draws, self.draws / 2);
        let mut counts = self.places(2);
        let up_to = self.up_to();
        let inverses = p.inverses(n + 1);
        let all: u64 = (1..=n as u64).fold(1, |product, factor| p.times(product, factor));
        // Samples by how many are below: k of them in below^k / k! times above^(n - k) / (n - k)! times n! ways.
        let sides: Vec<_> = up_to.iter().map(|&below| [below, up_to[self.data.len()] - below]).collect();
        let sides: Vec<_> =
            sides.iter().map(|pair| pair.map(|weight| p.exponential(weight, &inverses))).collect();
        let at_most =
            sides.iter().map(|[below, above]| p.dot(&below[n.div_ceil(2)..], above[..=half].iter().rev()));
        let at_most: Vec<_> = at_most.collect();
        for (at, &(value, _)) in self.data.iter().enumerate() {
            p.add(&mut counts[2 * value], p.times(all, p.minus(at_most[at + 1], at_most[at])));
            let lower = p.times(all, p.minus(sides[at + 1][0][half], sides[at][0][half]));
            for (above, &(other, _)) in self.data.iter().enumerate().skip(at + 1).filter(|_| n % 2 == 0) {
                let both = p.times(lower, p.minus(sides[above][1][half], sides[above + 1][1][half]));
                p.add(&mut counts[value + other], both);
                p.add(&mut counts[2 * value], p.0 - both);
            }
        }
        counts
    }

    /// Those whose mode comes `often`: smaller values come less often, greater ones at most as often.
    fn most_frequent(&self, p: Prime) -> Vec<u64> {
        let n = self.draws;
        let mut counts = self.places(1);
        let inverses = p.inverses(n + 1);
        let series: Vec<Vec<u64>> =
            self.data.iter().map(|&(_, weight)| p.exponential(weight, &inverses)).collect();
        let all = (1..=n as u64).fold(1, |product, factor| p.times(product, factor));
        for often in 1..=n {
            let rest = n - often;
            let smaller = p.products(series.iter(), often - 1, rest);
            let greater = p.products(series[1..].iter().rev(), often, rest);
            for (at, (&(value, _), own)) in self.data.iter().zip(&series).enumerate() {
                let others = p.dot(&smaller[at], greater[series.len() - 1 - at].iter().rev());
                p.add(&mut counts[value], p.times(p.times(all, own[often]), others));
            }
        }
        counts
    }

    /// Those between two values, without those that miss either of them, but for what misses both.
    fn spread(&self, p: Prime) -> Vec<u64> {
        let mut counts = self.places(1);
        let up_to = self.up_to();
        for (at, (low, _)) in self.data.iter().enumerate() {
            let mut before = 0;
            for (high, sums) in
                self.data.iter().zip(up_to.windows(2)).skip(at).map(|((high, _), sums)| (high, sums[1]))
            {
                let within = |from: u64| p.power(sums.saturating_sub(from), self.draws);
                let without = p.minus(within(up_to[at]), within(up_to[at + 1]));
                p.add(&mut counts[high - low], p.minus(without, before));
                before = without;
            }
        }
        counts
    }
}

type Counting = fn(&Question, Prime) -> Vec<u64>;
