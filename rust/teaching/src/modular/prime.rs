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

/// p as a sum of two squares, S^2 + T^2, such that S = i T modulo p.
const S: u64 = 2_051_138_471;
const T: u64 = 635_961_180;

/// Up to this sum, u and v are known by the remainder of u + vi.
pub const NEAR: u64 = (1 << 30) - (1 << 20);

/// The small numbers u and v whose u + vi is the remainder `value`.
///
/// p = S^2 + T^2 = (S - Ti)(S + Ti), and S - Ti is 0 modulo p. So the Gaussian integers of one
/// remainder are a square lattice of mesh sqrt(p), and the one nearest to 0 is value - (S - Ti) q,
/// where q is value / (S - Ti) = value (S + Ti) / p, rounded. It is the one in question where u + v is
/// at most [`NEAR`] (neither is negative), because half a mesh is more than 2^30 - 2^13, and q before rounding
/// is found within 2^-32.
#[inline(always)]
pub fn gaussian(value: u64) -> (u64, u64) {
    const fn scaled(part: u64) -> u128 {
        ((part as u128) << 94) / P as u128
    }
    let [real, imaginary] =
        const { [scaled(S), scaled(T)] }.map(|part| ((u128::from(value) * part + (1 << 93)) >> 94) as u64);
    let u = value.wrapping_sub(S.wrapping_mul(real)).wrapping_sub(T.wrapping_mul(imaginary));
    let v = T.wrapping_mul(real).wrapping_sub(S.wrapping_mul(imaginary));
    (u, v)
}

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
        assert!(S * S + T * T == P && times(ROOTS[2], T) == S);
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

    #[test]
    fn near_gaussian_integers_are_known_by_their_remainders() {
        let near = NEAR;
        for u in [0, 1, 2, 12_345, near / 3, near / 2, near - 1, near] {
            for v in [0, 1, 99, near / 5, near / 2, near - 1, near].into_iter().filter(|v| u + v <= near) {
                assert_eq!(gaussian((u + times(v, ROOTS[2])) % P), (u, v));
            }
        }
    }
}
