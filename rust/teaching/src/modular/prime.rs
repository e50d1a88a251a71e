//! Arithmetic modulo the prime p = 2^62 - 2^46 + 1, which has roots of unity of every order up to 2^46.

/// The prime. Four times p is below 2^64, so that values need not be reduced to below p at once.
pub const P: u64 = (1 << 62) - (1 << 46) + 1;

/// 1 / p modulo 2^64.
const INVERSE: u64 = 0xc000_4000_0000_0001;

/// `ROOTS[k]` has order 2^k.
pub const ROOTS: [u64; 47] = {
    let mut roots = [power(7, (P - 1) >> 46); 47];
    let mut k = 46;
    while k > 0 {
        roots[k - 1] = times(roots[k], roots[k]);
        k -= 1;
    }
    roots
};

const fn times(a: u64, b: u64) -> u64 {
    (a as u128 * b as u128 % P as u128) as u64
}

pub const fn power(base: u64, exponent: u64) -> u64 {
    match exponent {
        0 => 1,
        _ if exponent % 2 == 1 => times(base, power(base, exponent - 1)),
        _ => power(times(base, base), exponent / 2),
    }
}

/// The high word of a product.
#[inline(always)]
const fn high(a: u64, b: u64) -> u64 {
    ((a as u128 * b as u128) >> 64) as u64
}

/// `value` or `value - bound`, whichever is in 0..bound; for a value below twice the bound.
#[inline(always)]
pub fn below(bound: u64, value: u64) -> u64 {
    value.min(value.wrapping_sub(bound))
}

/// A constant to multiply by, with its quotient floor(value 2^64 / p): two products give the
/// remainder without a division (Shoup's trick).
#[derive(Clone, Copy)]
pub struct Factor {
    pub value: u64,
    quotient: u64,
}

impl Factor {
    /// 2^126 / p = 2^64 + e, so the quotient is 4 value + (value e) / 2^62, or one more.
    pub fn new(value: u64) -> Self {
        const E: u64 = ((1u128 << 126) / P as u128) as u64;
        let guess = 4 * value + ((value as u128 * E as u128) >> 62) as u64;
        let remainder = 0u64.wrapping_sub(guess.wrapping_mul(P));
        Self { value, quotient: guess + u64::from(remainder >= P) }
    }

    /// The product modulo p, below 2p, with any word.
    #[inline(always)]
    pub fn times(self, x: u64) -> u64 {
        let quotient = high(self.quotient, x);
        self.value.wrapping_mul(x).wrapping_sub(quotient.wrapping_mul(P))
    }
}

/// A sum of at most seven products of values below p, divided by 2^64 modulo p; below 2p.
#[inline(always)]
pub fn reduced(sum: u128) -> u64 {
    let quotient = (sum as u64).wrapping_mul(INVERSE);
    below(2 * P, (sum >> 64) as u64 + P - high(quotient, P))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constants_are_what_they_say() {
        assert!(P.wrapping_mul(INVERSE) == 1 && ROOTS[1] == P - 1);
    }

    #[test]
    fn a_factors_quotient_is_exact() {
        for value in [0, 1, 2, P / 3, P / 2, P - 2, P - 1, ROOTS[2], ROOTS[46]] {
            let factor = Factor::new(value);
            assert_eq!(u128::from(factor.quotient), (u128::from(value) << 64) / u128::from(P));
            for x in [0, 1, P - 1, P, 4 * P - 1, u64::MAX] {
                let product = factor.times(x);
                assert!(product < 2 * P && product % P == times(value, x % P));
            }
        }
    }
}
