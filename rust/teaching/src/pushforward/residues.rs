//! Numbers by their remainders: primes of 60 bits, rows of remainders, and the way back.

use num_bigint::BigUint;

/// A prime between 2^59 and 2^60, so that a sum of 64 products of remainders fits 126 bits.
#[derive(Clone, Copy)]
pub struct Prime(pub u64);

/// The largest: 60 draws from a weight of 60000 are below 2^953, and take all of the first 17.
pub const PRIMES: [Prime; 17] = {
    let below = [93, 107, 173, 179, 257, 279, 369, 395, 399, 453, 557, 579, 629, 669, 695, 707, 717];
    let mut primes = [Prime(0); 17];
    let mut at = 0;
    while at < 17 {
        primes[at] = Prime((1 << 60) - below[at]);
        at += 1;
    }
    primes
};

impl Prime {
    pub fn times(self, one: u64, other: u64) -> u64 {
        (u128::from(one) * u128::from(other) % u128::from(self.0)) as u64
    }

    pub fn minus(self, one: u64, other: u64) -> u64 {
        if one < other { one + self.0 - other } else { one - other }
    }

    pub fn add(self, sum: &mut u64, more: u64) {
        *sum = self.minus(*sum, self.0 - more);
    }

    pub fn power(self, mut base: u64, mut exponent: usize) -> u64 {
        let mut product = 1;
        while exponent > 0 {
            if exponent % 2 == 1 {
                product = self.times(product, base);
            }
            base = self.times(base, base);
            exponent /= 2;
        }
        product
    }

    pub fn dot<'a>(self, row: &[u64], other: impl Iterator<Item = &'a u64>) -> u64 {
        let sum =
            row.iter().zip(other).map(|(&one, &other)| u128::from(one) * u128::from(other)).sum::<u128>();
        (sum % u128::from(self.0)) as u64
    }

    /// Of 1, 2, and so on, after a 0: p is `(p / i) i` and a remainder that is below i.
    pub fn inverses(self, count: usize) -> Vec<u64> {
        let mut found = vec![0, 1];
        for i in 2..count as u64 {
            found.push(self.times(self.0 - self.0 / i, found[(self.0 % i) as usize]));
        }
        found
    }

    /// The coefficients of exp(weight x), as many as there are inverses.
    pub fn exponential(self, weight: u64, inverses: &[u64]) -> Vec<u64> {
        let mut terms = vec![1; inverses.len()];
        for at in 1..terms.len() {
            terms[at] = self.times(self.times(terms[at - 1], weight), inverses[at]);
        }
        terms
    }

    /// Up to `x^length`, the products of no series, of the first, of the first two, and so on, each cut off after `x^most`.
    pub fn products<'a>(
        self,
        series: impl Iterator<Item = &'a Vec<u64>>,
        most: usize,
        length: usize,
    ) -> Vec<Vec<u64>> {
        let mut one = vec![0; length + 1];
        one[0] = 1;
        let mut found = vec![one];
        for terms in series {
            let before = &found[found.len() - 1];
            let product =
                (0..=length).map(|end| self.dot(&terms[..=most.min(end)], before[..=end].iter().rev()));
            let product = product.collect();
            found.push(product);
        }
        found
    }
}

/// The mixed base of some primes: for each of them the products of those before, and what the last is divided by.
pub struct MixedBase(Vec<(Prime, Vec<u64>, u64)>);

impl MixedBase {
    pub fn new(primes: &[Prime]) -> Self {
        let digit = |(at, &p): (usize, &Prime)| {
            let next = |base: &u64, lower: &Prime| p.times(*base, lower.0 % p.0);
            let mut bases = vec![1];
            for lower in &primes[..at] {
                bases.push(next(&bases[bases.len() - 1], lower));
            }
            let inverse = p.power(bases[at], p.0 as usize - 2);
            (p, bases, inverse)
        };
        Self(primes.iter().enumerate().map(digit).collect())
    }

    /// The number below the product of the primes that has these remainders.
    pub fn number(&self, remainders: impl Iterator<Item = u64>) -> BigUint {
        let mut digits: Vec<u64> = Vec::with_capacity(self.0.len());
        for ((p, bases, inverse), rest) in self.0.iter().zip(remainders) {
            let known = p.dot(&digits, bases.iter());
            digits.push(p.times(p.minus(rest, known), *inverse));
        }
        let digits = digits.iter().zip(&self.0).rev().skip_while(|(digit, _)| **digit == 0);
        digits.fold(BigUint::ZERO, |number, (&digit, (prime, ..))| number * prime.0 + digit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn primes_pass_fermats_test_and_numbers_are_known_by_remainders() {
        for p in PRIMES {
            assert!([2, 3, 5, 7].iter().all(|&base| p.power(base, p.0 as usize - 1) == 1), "{}", p.0);
        }
        let mut number = BigUint::from(1u64);
        while number.bits() < 953 {
            number = number * 59_999u64 + 1u64;
            let primes = &PRIMES[..number.bits() as usize / 59 + 1];
            let remainders =
                primes.iter().map(|p| (&number % p.0).try_into().expect("a remainder is a word"));
            assert_eq!(MixedBase::new(primes).number(remainders), number);
        }
    }
}
