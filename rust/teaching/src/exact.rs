//! Decimals of real numbers, rounded half to even whatever a double says.
//!
//! A real number is known by enclosures, intervals that hold it; the first whose ends round alike decides. A fraction is its
//! own two ends, so that a tie is decided, too.
//!
//! ```ignore
//! let quick = Enclosure::near(1.25f64.log2(), 1e-15);
//! rounded(6, refined(quick, |bits| log2(&Enclosure::ratio(5, 4), bits))) // 0.321928
//! ```
//!
//! So a solution says two things: a double with a bound on its error, which nearly always decides, and the same value by
//! [`ln`], [`log2`], [`exp`] and [`pi`] to any number of bits after the point. More bits decide in the end (Ziv, 1991), unless the
//! value is a tie and no enclosure of it is exact. A sum of logarithms can be rational where its terms are not, as
//! log2(3/2) - log2(3) is; a solution in which it can has to find that out by itself.
//!
//! The functions are power series in whole numbers, units of 2^-width, with 64 bits more than are asked for. Each step
//! rounds down, by a unit or two; so a sum is from what it came to up to that and some units a term.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::iter::{once, successors};
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A real number from `low` to `high`; where they are equal, that number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosure {
    pub low: BigRational,
    pub high: BigRational,
}

impl Enclosure {
    pub fn exactly(value: BigRational) -> Self {
        Self { low: value.clone(), high: value }
    }

    pub fn ratio(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Self {
        Self::exactly(BigRational::new(numerator.into(), denominator.into()))
    }

    /// What is at most `error` away from a double; both are finite.
    pub fn near(value: f64, error: f64) -> Self {
        let [value, error] = [value, error].map(|one| BigRational::from_float(one).expect("a finite double"));
        Self { low: &value - &error, high: value + error }
    }

    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// What holds it, with ends of so many bits after the point; a fraction stays what it is.
    pub fn cut(self, bits: u64) -> Self {
        if self.is_exact() {
            return self;
        }
        let low = (self.low.numer() << bits).div_floor(self.low.denom());
        let high = (self.high.numer() << bits).div_ceil(self.high.denom());
        Self { low: dyadic(low, bits), high: dyadic(high, bits) }
    }
}

impl Add for &Enclosure {
    type Output = Enclosure;

    fn add(self, other: Self) -> Enclosure {
        Enclosure { low: &self.low + &other.low, high: &self.high + &other.high }
    }
}

impl Neg for &Enclosure {
    type Output = Enclosure;

    fn neg(self) -> Enclosure {
        Enclosure { low: -&self.high, high: -&self.low }
    }
}

impl Sub for &Enclosure {
    type Output = Enclosure;

    fn sub(self, other: Self) -> Enclosure {
        self + &-other
    }
}

impl Mul for &Enclosure {
    type Output = Enclosure;

    fn mul(self, other: Self) -> Enclosure {
        let mut products =
            [&self.low, &self.high].into_iter().flat_map(|a| [a * &other.low, a * &other.high]);
        let first = products.next().expect("four products");
        products.fold(Enclosure::exactly(first), |range, product| Enclosure {
            low: range.low.min(product.clone()),
            high: range.high.max(product),
        })
    }
}

impl Div for &Enclosure {
    type Output = Enclosure;

    /// Panics where the divisor may be 0.
    fn div(self, other: Self) -> Enclosure {
        assert!(other.low.is_positive() || other.high.is_negative(), "the divisor may be 0");
        self * &Enclosure { low: other.high.recip(), high: other.low.recip() }
    }
}

/// An enclosure that is there already, then a value's to 64 bits, to 128, to 256, ...
pub fn refined(first: Enclosure, value: impl FnMut(u64) -> Enclosure) -> impl Iterator<Item = Enclosure> {
    once(first).chain(successors(Some(64), |bits| Some(2 * bits)).map(value))
}

/// The number that all enclosures hold, to so many decimals, half to even; -0.000 is 0.000.
///
/// Panics where they end before one decides.
pub fn rounded(places: u32, enclosures: impl IntoIterator<Item = Enclosure>) -> String {
    let unit = BigInt::from(10).pow(places);
    let nearest = |end: &BigRational| {
        let half: BigInt = end.numer() * 2 * &unit + end.denom();
        let (floor, rest) = half.div_mod_floor(&(end.denom() * 2));
        if rest.is_zero() && floor.is_odd() { floor - 1 } else { floor }
    };
    let decided = |found: Enclosure| {
        Some(nearest(&found.low)).filter(|low| found.is_exact() || *low == nearest(&found.high))
    };
    let nearest = enclosures.into_iter().find_map(decided).expect("enclosures until one decides");
    let sign = if nearest.sign() == Sign::Minus { "-" } else { "" };
    let digits = format!("{:0>1$}", nearest.magnitude().to_string(), places as usize + 1);
    let (whole, part) = digits.split_at(digits.len() - places as usize);
    let point = if places > 0 { "." } else { "" };
    format!("{sign}{whole}{point}{part}")
}

/// The natural logarithm of what is above 0, each end off by less than 2^-bits.
pub fn ln(x: &Enclosure, bits: u64) -> Enclosure {
    if x.is_exact() && x.low.is_one() {
        return Enclosure::exactly(BigRational::zero());
    }
    let width = bits + 64;
    let [low, high] = [&x.low, &x.high].map(|end| logarithm(end, width));
    Enclosure { low: dyadic(low.0, width), high: dyadic(high.1, width) }
}

/// The binary logarithm; a power of two has a whole one.
pub fn log2(x: &Enclosure, bits: u64) -> Enclosure {
    let (_, power) = scaled(&x.low);
    if x.is_exact() && x.low == two_to(power) {
        return Enclosure::exactly(BigRational::from_integer(power.into()));
    }
    let more = bits + 64;
    (&ln(x, more) / &ln(&Enclosure::ratio(2, 1), more)).cut(bits + 1)
}

/// The exponential, each end off by less than 2^-bits, or that part of it where it is above 1.
pub fn exp(x: &Enclosure, bits: u64) -> Enclosure {
    if x.is_exact() && x.low.is_zero() {
        return Enclosure::ratio(1, 1);
    }
    let [low, high] = [&x.low, &x.high].map(|end| exponential(end, bits));
    Enclosure { low: low.low, high: high.high }
}

/// Machin's 16 arctan(1/5) - 4 arctan(1/239), off by less than 2^-bits.
pub fn pi(bits: u64) -> Enclosure {
    let width = bits + 64;
    // Each term is off by less than a unit, and what follows the last one is less than a unit.
    let arctan = |n: u32| {
        let (mut sum, mut odd) = (BigInt::zero(), 1u32);
        let mut power = (BigInt::one() << width) / n;
        while !power.is_zero() {
            let term = &power / odd;
            if odd % 4 == 1 {
                sum += term
            } else {
                sum -= term
            }
            power /= n * n;
            odd += 2;
        }
        (sum, odd)
    };
    let ((large, terms), (small, _)) = (arctan(5), arctan(239));
    let (value, error) = (16 * large - 4 * small, BigInt::from(20 * terms));
    Enclosure { low: dyadic(&value - &error, width), high: dyadic(value + error, width) }
}

fn dyadic(numerator: BigInt, bits: u64) -> BigRational {
    BigRational::new(numerator, BigInt::one() << bits)
}

fn two_to(power: i64) -> BigRational {
    let size = BigRational::from_integer(BigInt::one() << power.unsigned_abs());
    if power < 0 { size.recip() } else { size }
}

/// What is left of a positive number without a power of two, between 1/2 and 2, and that power.
fn scaled(x: &BigRational) -> ((BigInt, BigInt), i64) {
    let power = x.numer().bits() as i64 - x.denom().bits() as i64;
    let shift = power.unsigned_abs();
    let rest = match power < 0 {
        true => (x.numer() << shift, x.denom().clone()),
        false => (x.numer().clone(), x.denom() << shift),
    };
    (rest, power)
}

/// ln x between two numbers of units: of x = 2^power (1 + z) / (1 - z) it is power ln 2 + 2 artanh z, and |z| < 1/3.
fn logarithm(x: &BigRational, width: u64) -> (BigInt, BigInt) {
    assert!(x.is_positive(), "the logarithm of what may be 0");
    let ((p, q), power) = scaled(x);
    let (difference, sum) = (&p - &q, p + q);
    let (mut low, mut high) = artanh(difference.magnitude().clone().into(), &sum, width);
    if difference.is_negative() {
        (low, high) = (-high, -low);
    }
    let (mut two_low, mut two_high) = artanh(BigInt::one(), &3.into(), width);
    if power < 0 {
        (two_low, two_high) = (two_high, two_low);
    }
    (2 * (low + power * two_low), 2 * (high + power * two_high))
}

/// The inverse hyperbolic tangent of a fraction from 0 to 1/3: z + z^3/3 + z^5/5 + ...
///
/// A power is off by less than two units, as one ninth of the last one's, two thirds of a unit of z^2 and a unit of its own
/// are, so a term by less than three; all that come after the last are less than three, too.
fn artanh(numerator: BigInt, denominator: &BigInt, width: u64) -> (BigInt, BigInt) {
    let mut power = (numerator << width) / denominator;
    let square = (&power * &power) >> width;
    let (mut sum, mut odd) = (BigInt::zero(), 1u32);
    while !power.is_zero() {
        sum += &power / odd;
        power = (power * &square) >> width;
        odd += 2;
    }
    let high = &sum + (2 * odd + 4);
    (sum, high)
}

/// exp x: of x = power ln 2 + r it is 2^power exp r, with r from 0 to ln 2.
fn exponential(x: &BigRational, bits: u64) -> Enclosure {
    let whole = x.floor().to_integer();
    if whole < -BigInt::from(bits) {
        return Enclosure { low: BigRational::zero(), high: two_to(-(bits as i64)) };
    }
    let width = bits + 64 + whole.bits();
    let units = (x.numer() << width).div_floor(x.denom());
    let (low, high) = logarithm(&two_to(1), width);
    let (most, least) = if units.is_negative() { (low, high) } else { (high, low) };
    let power = units.div_floor(&most);
    let (sum, _) = series(&(&units - &power * most), width);
    let (above, error) = series(&(units + 1 - &power * least), width);
    let factor = two_to(power.to_i64().expect("an exponent below 2^63"));
    Enclosure { low: dyadic(sum, width) * &factor, high: dyadic(above + error, width) * factor }.cut(bits + 1)
}

/// 1 + r + r^2/2 + ... of r from 0 to 0.7, and how much more it may be: less than two units a term, as is each term that
/// two roundings make, and four for all that come after the last.
fn series(r: &BigInt, width: u64) -> (BigInt, u32) {
    let (mut sum, mut term, mut count) = (BigInt::zero(), BigInt::one() << width, 0u32);
    while !term.is_zero() {
        sum += &term;
        count += 1;
        term = ((term * r) >> width) / count;
    }
    (sum, 2 * count + 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(p: i64, q: i64) -> BigRational {
        BigRational::new(p.into(), q.into())
    }

    fn tiny() -> BigRational {
        BigRational::new(BigInt::one(), BigInt::from(10).pow(40))
    }

    #[test]
    fn halves_go_to_the_even_digit() {
        let third = BigRational::new(-BigInt::from(10).pow(30), 3.into());
        for (value, places, text) in [
            (fraction(0, 1), 3, "0.000"),
            (fraction(-1, 1_000_000_000), 3, "0.000"),
            (fraction(-1, 2000), 3, "0.000"),
            (fraction(-1, 2000) - tiny(), 3, "-0.001"),
            (fraction(-3, 2000), 3, "-0.002"),
            (fraction(1, 2000), 3, "0.000"),
            (fraction(1, 2000) + tiny(), 3, "0.001"),
            (fraction(3, 2000), 3, "0.002"),
            (fraction(3, 2000) - tiny(), 3, "0.001"),
            (fraction(1, 16), 3, "0.062"),
            (fraction(3, 16), 3, "0.188"),
            (fraction(1, 2), 0, "0"),
            (fraction(3, 2), 0, "2"),
            (fraction(-5, 2), 0, "-2"),
            (fraction(1, 2) + tiny(), 0, "1"),
            (fraction(1, 2) - tiny(), 0, "0"),
            (fraction(9995, 10000), 3, "1.000"),
            (fraction(1, 3), 18, "0.333333333333333333"),
            (third, 2, "-333333333333333333333333333333.33"),
        ] {
            let wide = Enclosure { low: &value - &fraction(1, 1), high: &value + &fraction(1, 1) };
            assert_eq!(rounded(places, [wide, Enclosure::exactly(value)]), text);
        }
    }

    #[test]
    fn constants_to_fifty_digits() {
        let refined = |value: fn(u64) -> Enclosure| rounded(50, refined(Enclosure::near(0.0, 9.0), value));
        assert_eq!(refined(pi), "3.14159265358979323846264338327950288419716939937511");
        let half = |bits| ln(&Enclosure::ratio(1, 2), bits);
        assert_eq!(refined(half), "-0.69314718055994530941723212145817656807550013436026");
        let log = |bits| log2(&Enclosure::ratio(5, 4), bits);
        assert_eq!(refined(log), "0.32192809488736234787031942948939017586483139302458");
        let small = |bits| exp(&Enclosure::ratio(-7, 3), bits);
        assert_eq!(refined(small), "0.09697196786440506280990665929837073148072085892480");
        let tiny = |bits| exp(&Enclosure::ratio(-1_000_000_000, 1), bits);
        assert_eq!(refined(tiny), format!("0.{}", "0".repeat(50)));
    }

    #[test]
    fn what_is_exact_stays_exact() {
        let [zero, one, third, three] = [(0, 1), (1, 1), (1, 3), (3, 1)].map(|(p, q)| Enclosure::ratio(p, q));
        assert_eq!([ln(&one, 5), exp(&zero, 5)], [zero.clone(), one.clone()]);
        assert_eq!(log2(&Enclosure::ratio(1, 8), 5), -&three);
        assert_eq!(log2(&Enclosure::ratio(8, 1), 5), three);
        assert_eq!(&(&third.clone().cut(2) * &three) - &one, zero);
    }

    #[test]
    fn functions_are_inverse_and_turn_products_into_sums() {
        for (p, q) in
            [(1, 3), (2, 1), (999_999, 1_000_000), (1, 1_000_000_000_000i64), (123_456_789, 10), (7, 8)]
        {
            for bits in [1, 10, 64, 300] {
                let x = Enclosure::ratio(p, q);
                let logarithm = ln(&x, bits);
                assert!(&logarithm.high - &logarithm.low < two_to(1 - bits as i64));
                let back = exp(&logarithm, bits);
                assert!(back.low <= x.low && x.high <= back.high, "{p}/{q}");
                let cube = ln(&(&x * &(&x * &x)), bits);
                let thrice = &logarithm * &Enclosure::ratio(3, 1);
                assert!(cube.low <= thrice.high && thrice.low <= cube.high, "{p}/{q}");
                let finer = ln(&x, 2 * bits);
                assert!(logarithm.low <= finer.high && finer.low <= logarithm.high, "{p}/{q}");
            }
        }
    }

    #[test]
    fn arithmetic_holds_what_it_should() {
        let ends = [(-2, 3), (1, 2), (-3, -1), (0, 0)]
            .map(|(low, high)| Enclosure { low: fraction(low, 3), high: fraction(high, 3) });
        for a in &ends {
            for b in &ends {
                for (x, y) in [(&a.low, &b.low), (&a.low, &b.high), (&a.high, &b.low), (&a.high, &b.high)] {
                    let holds =
                        |found: Enclosure, value: BigRational| found.low <= value && value <= found.high;
                    assert!(holds(a + b, x + y) && holds(a - b, x - y) && holds(a * b, x * y));
                    assert!(holds((a * b).cut(1), x * y));
                    if b.low.is_positive() || b.high.is_negative() {
                        assert!(holds(a / b, x / y));
                    }
                }
            }
        }
    }
}
