//! Remainders modulo a prime of Mersenne's, 2^61 - 1: what is above the 61st bit is added to what is below.

pub const P: u64 = (1 << 61) - 1;

/// Of any number.
#[inline(always)]
pub fn remainder(value: u128) -> u64 {
    let folded = (value >> 61) + (value & u128::from(P));
    let once = (folded >> 61) as u64 + (folded as u64 & P);
    if once >= P { once - P } else { once }
}

#[inline(always)]
pub fn times(one: u64, other: u64) -> u64 {
    remainder(u128::from(one) * u128::from(other))
}

/// Of a number nearer to 0 than the prime.
pub fn signed(value: i64) -> u64 {
    if value < 0 { value.wrapping_add_unsigned(P) as u64 } else { value as u64 }
}

/// The number nearest to 0 that leaves a remainder.
pub fn nearest(remainder: u64) -> i64 {
    if remainder > P / 2 { remainder as i64 - P as i64 } else { remainder as i64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remainders_are_below_the_prime() {
        for high in [0, 1, 2, P - 1, P, P + 1, u64::MAX] {
            for low in [0, 1, P - 1, P, P + 1, 2 * P, u64::MAX] {
                let value = (u128::from(high) << 64) + u128::from(low);
                assert_eq!(u128::from(remainder(value)), value % u128::from(P));
            }
        }
        assert_eq!([-1, 0, 1].map(signed).map(nearest), [-1, 0, 1]);
    }
}
