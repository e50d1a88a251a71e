//! Numbers by their remainders: primes of 30 bits, products in Montgomery's form, and a mixed base that tells signs.

use num_bigint::{BigInt, Sign};

/// Primes are above two to this.
pub const BITS: usize = 29;

/// As many as any polynomial of `real_roots` takes: a divisor of degree 98 of one whose length is below 2^71 has a length
/// below 2^169, its slope one below 2^176, and subresultants below 2^(98 · 345).
const COUNT: usize = 1280;
const PRIMES: [u32; COUNT] = primes();

/// The largest primes below 2^30, from the largest down.
const fn primes() -> [u32; COUNT] {
    const SMALL: usize = 1 << 15;
    let (mut small, mut high) = ([false; SMALL], [false; SMALL]);
    let mut divisor = 2;
    while divisor < SMALL {
        if !small[divisor] {
            let mut multiple = divisor * divisor;
            while multiple < SMALL {
                small[multiple] = true;
                multiple += divisor;
            }
            // By how much they are below 2^30.
            let mut below = (SMALL * SMALL) % divisor;
            while below < SMALL {
                high[below] = true;
                below += divisor;
            }
        }
        divisor += 1;
    }
    let mut found = [0; COUNT];
    let (mut count, mut below) = (0, 1);
    while count < COUNT {
        if !high[below] {
            found[count] = (1 << 30) - below as u32;
            count += 1;
        }
        below += 1;
    }
    found
}

/// A prime p. Values are below p, and x stands for x / 2^32 modulo p, but where they are called plain.
#[derive(Clone, Copy)]
pub struct Prime {
    pub p: u32,
    /// -1 / p modulo 2^32
    inverse: u32,
    /// 2^64 modulo p
    square: u32,
}

impl Prime {
    pub fn all() -> impl Iterator<Item = Self> {
        PRIMES.into_iter().map(|p| {
            let inverse = (0..5).fold(1u32, |x, _| x.wrapping_mul(2u32.wrapping_add(p.wrapping_mul(x))));
            let square = (u64::MAX % u64::from(p) + 1) % u64::from(p);
            Self { p, inverse, square: square as u32 }
        })
    }

    /// What is below 2^32 p, divided by 2^32; this makes a value plain.
    #[inline(always)]
    pub fn reduced(self, value: u64) -> u32 {
        let times = (value as u32).wrapping_mul(self.inverse);
        let found = ((value + u64::from(times) * u64::from(self.p)) >> 32) as u32;
        found.min(found.wrapping_sub(self.p))
    }

    #[inline(always)]
    pub fn times(self, one: u32, other: u32) -> u32 {
        self.reduced(u64::from(one) * u64::from(other))
    }

    /// Without a branch, so that it is vector code.
    #[inline(always)]
    pub fn minus(self, one: u32, other: u32) -> u32 {
        let found = one.wrapping_sub(other);
        found.min(found.wrapping_add(self.p))
    }

    /// Quick for small exponents.
    pub fn power(self, base: u32, exponent: usize) -> u32 {
        match exponent {
            0 => self.word(1),
            1 => base,
            _ => {
                let even = self.power(self.times(base, base), exponent / 2);
                if exponent % 2 == 1 { self.times(even, base) } else { even }
            }
        }
    }

    pub fn inverse(self, value: u32) -> u32 {
        self.power(value, self.p as usize - 2)
    }

    pub fn word(self, value: u32) -> u32 {
        self.times(value, self.square)
    }

    pub fn integer(self, value: i32) -> u32 {
        let size = self.word(value.unsigned_abs());
        if value < 0 { self.minus(0, size) } else { size }
    }

    pub fn remainder(self, value: &BigInt) -> u32 {
        let digits = value.iter_u32_digits().rev();
        let plain =
            digits.fold(0, |high, digit| ((high << 32) + u64::from(digit)) % u64::from(self.p)) as u32;
        self.word(if value.sign() == Sign::Minus { self.minus(0, plain) } else { plain })
    }
}

/// For each prime the products of those before modulo it, 1 first, and what the last is divided by.
#[derive(Default)]
pub struct MixedBase(Vec<(Prime, Vec<u32>, u32)>);

impl MixedBase {
    pub fn primes(&self) -> impl Iterator<Item = Prime> + Clone {
        self.0.iter().map(|row| row.0)
    }

    pub fn grow(&mut self, count: usize) {
        let more = Prime::all().take(count).skip(self.0.len());
        more.for_each(|p| self.push(p));
    }

    pub fn push(&mut self, p: Prime) {
        let mut bases = vec![p.word(1)];
        for lower in self.primes() {
            bases.push(p.times(bases[bases.len() - 1], p.word(lower.p)));
        }
        let last = bases.pop().expect("there is a 1");
        self.0.push((p, bases, p.inverse(last)));
    }

    /// The digits of the number below the primes' product that has these plain remainders.
    fn digits(&self, remainders: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut digits: Vec<u32> = Vec::with_capacity(self.0.len());
        for ((p, bases, inverse), remainder) in self.0.iter().zip(remainders) {
            let (mut low, mut high) = (0, 0);
            for (&digit, &base) in digits.iter().zip(bases) {
                let product = u64::from(digit) * u64::from(base);
                low += product & 0xffff_ffff;
                high += product >> 32;
            }
            let known = p.reduced(((high % u64::from(p.p)) << 32) + low);
            digits.push(p.times(p.minus(remainder, known), *inverse));
        }
        digits
    }

    /// Is the number nearest to 0 that has these plain remainders positive? None if it is 0.
    pub fn is_positive(&self, remainders: impl Iterator<Item = u32>) -> Option<bool> {
        self.sign(&self.digits(remainders))
    }

    fn sign(&self, digits: &[u32]) -> Option<bool> {
        // The digits of half the product, rounded down, are the halves of the primes.
        let mut from_the_top = digits.iter().zip(&self.0).rev().map(|(&digit, (p, ..))| (digit, p.p / 2));
        let found = from_the_top.find(|(digit, half)| digit != half);
        digits.iter().any(|&digit| digit > 0).then(|| found.is_none_or(|(digit, half)| digit < half))
    }

    /// The number nearest to 0 that has these plain remainders.
    pub fn number(&self, remainders: impl Iterator<Item = u32>) -> BigInt {
        let mut digits = self.digits(remainders);
        let negative = self.sign(&digits) == Some(false);
        if negative {
            // What is left to the product less 1.
            digits.iter_mut().zip(&self.0).for_each(|(digit, (p, ..))| *digit = p.p - 1 - *digit);
        }
        let rows = digits.iter().zip(&self.0).rev();
        let found = rows.fold(BigInt::ZERO, |number, (&digit, (p, ..))| number * p.p + digit);
        if negative { -found - 1 } else { found }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn primes_are_and_their_remainders_tell_numbers() {
        assert!(Prime::all().all(|p| p.p >> BITS == 1 && (3..32768).step_by(2).all(|d| p.p % d != 0)));
        for count in [1, 2, 30] {
            let mut base = MixedBase::default();
            base.grow(count);
            let half: BigInt = base.primes().map(|p| BigInt::from(p.p)).product::<BigInt>() / 2;
            for number in [&half - 1, half.clone(), -&half, 1.into(), (-1).into(), 0.into()] {
                let remainders = base.primes().map(|p| p.reduced(p.remainder(&number).into()));
                assert_eq!(base.number(remainders.clone()), number);
                let expected = (number != BigInt::ZERO).then(|| number > BigInt::ZERO);
                assert_eq!(base.is_positive(remainders), expected);
            }
        }
    }
}
