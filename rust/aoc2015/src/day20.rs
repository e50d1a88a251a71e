//! Infinite Elves and Infinite Houses: houses are made of prime factors, and what cannot beat the best is left.
//!
//! A house may still be multiplied by primes from p on, by as many different ones as fit below the best house. The powers of each are
//! worth less than 1 + 1/p + 1/p² + … = p / (p - 1). If that is not enough, no larger prime is. A few hundred houses are looked at.

use contract::{InvalidInput, bits::ones, reading::single};

const MOST: u64 = 4_000_000_000;
const STOPS: u64 = 50;
const PRIMES: [u64; 15] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47];

pub fn parse(text: &str) -> Result<u64, InvalidInput> {
    single(text, "expected a number from 1 to 4000000000", |line| {
        line.natural(MOST).filter(|&presents| presents > 0)
    })
}

pub fn part1(presents: &u64) -> u64 {
    first_house(presents.div_ceil(10), Divisors { house: 1, sum: 1 })
}

pub fn part2(presents: &u64) -> u64 {
    first_house(presents.div_ceil(11), Stops { house: 1, sum: 1, stops: 1 << 1 })
}

/// A house and the sum of the elves that stop there.
trait Elves: Copy {
    fn house(&self) -> u64;
    fn sum(&self) -> u64;
    /// The house that many times as far, by a power of a prime that does not divide this one.
    fn times(&self, prime: u64, power: u64) -> Self;
}

/// All divisors of the house.
#[derive(Clone, Copy)]
struct Divisors {
    house: u64,
    sum: u64,
}

impl Elves for Divisors {
    fn house(&self) -> u64 {
        self.house
    }
    fn sum(&self) -> u64 {
        self.sum
    }
    fn times(&self, prime: u64, power: u64) -> Self {
        Self { house: self.house * power, sum: self.sum * ((power * prime - 1) / (prime - 1)) }
    }
}

/// Those whose stop at the house, a divisor as well, is one of the first fifty; and these stops.
#[derive(Clone, Copy)]
struct Stops {
    house: u64,
    sum: u64,
    stops: u64,
}

impl Elves for Stops {
    fn house(&self) -> u64 {
        self.house
    }
    fn sum(&self) -> u64 {
        self.sum
    }
    fn times(&self, prime: u64, power: u64) -> Self {
        let mut next = Self { house: self.house * power, sum: self.sum * power, stops: self.stops };
        let mut factor = prime;
        while factor <= power.min(STOPS) {
            for stop in ones(self.stops & (u64::MAX >> (63 - STOPS / factor))) {
                next.stops |= 1 << (stop as u64 * factor);
                next.sum += next.house / (stop as u64 * factor);
            }
            factor *= prime;
        }
        next
    }
}

fn first_house(enough: u64, street: impl Elves) -> u64 {
    let mut best = enough;
    improve(street, 0, enough, &mut best);
    best
}

/// The first house that is a multiple of one, by primes from a place in their list on.
fn improve(house: impl Elves, from: usize, enough: u64, best: &mut u64) {
    *best = (*best).min(house.house() * enough.div_ceil(house.sum()));
    for at in from.. {
        let room = (*best - 1) / house.house();
        let mut bound = (house.sum() * room) as f64 * (1.0 + 1e-9);
        let mut product = 1;
        for prime in (at..).map(nth_prime) {
            product *= prime;
            if product > room {
                break;
            }
            bound *= prime as f64 / (prime - 1) as f64;
        }
        if bound < enough as f64 {
            return;
        }
        let prime = nth_prime(at);
        let mut power = 1;
        while power * prime <= room {
            power *= prime;
        }
        while power > 1 {
            improve(house.times(prime, power), at + 1, enough, best);
            power /= prime;
        }
    }
}

fn nth_prime(at: usize) -> u64 {
    let prime = |&number: &u64| {
        (2..).take_while(|factor| factor * factor <= number).all(|factor| number % factor > 0)
    };
    let later = || (PRIMES[14] + 1..).filter(prime).nth(at - PRIMES.len()).expect("there are more");
    PRIMES.get(at).copied().unwrap_or_else(later)
}
