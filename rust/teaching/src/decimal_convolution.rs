//! Decimal convolution, by a number-theoretic transform of our own.
//!
//! The digits stay decimal from the first byte to the last, where a big-integer library converts to binary and back.
//! What is left is one exact convolution (see [`transform`]), as short as can be: part 2 packs digits into limbs, part 1
//! puts two into a word as a Gaussian integer. The base is part of the type, so that numbers of different bases don't
//! mix, and a division by it is a multiplication.

use std::fmt::{self, Display, Formatter};
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;

use contract::InvalidInput;
use contract::reading::Cursor;

mod prime;
pub mod transform;
mod written;

/// Two integers to multiply.
pub struct Factors {
    left: Digits,
    right: Digits,
}

pub fn parse(text: &str) -> Result<Factors, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let mut integer = || {
        cursor.line("expected a decimal integer", |line| line.word(|_| true).and_then(Digits::spelled))
    };
    let factors = Factors { left: integer()?, right: integer()? };
    cursor.end()?;
    Ok(factors)
}

pub fn part1(Factors { left, right }: &Factors) -> String {
    written::written(&left.convolution(right), left.negative != right.negative)
}

pub fn part2(Factors { left, right }: &Factors) -> String {
    (left * right).to_string()
}

/// An integer as its digits in a base from 2 to 36, which is part of the type, so that bases don't mix and a division
/// by one is a multiplication.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Digits<const BASE: u64 = 10> {
    negative: bool,
    /// The least significant first. The last is not 0, but for zero's only digit, and zero is not negative: equal
    /// numbers are equal digits.
    digits: Vec<u8>,
}

impl<const BASE: u64> Digits<BASE> {
    /// The number of these digits, leading zeros or none among them.
    fn canonical(negative: bool, mut digits: Vec<u8>) -> Self {
        const { assert!(2 <= BASE && BASE <= 36, "a base is from 2 to 36") };
        let length = digits.iter().rposition(|&digit| digit != 0).map_or(0, |last| last + 1);
        digits.resize(length.max(1), 0);
        Self { negative: negative && length > 0, digits }
    }

    /// What these multiples of 1, BASE, BASE^2 and so on make together; each above `i64::MIN`.
    pub fn carried(coefficients: &[i64]) -> Self {
        let mut digits = Vec::with_capacity(coefficients.len() + 1);
        let mut carry = 0;
        for coefficient in coefficients {
            carry += coefficient;
            digits.push(carry.rem_euclid(BASE as i64) as u8);
            carry = carry.div_euclid(BASE as i64);
        }
        if carry < 0 {
            let negated = coefficients.iter().map(|value| value.checked_neg().expect("a value above i64::MIN"));
            return -&Self::carried(&negated.collect::<Vec<_>>());
        }
        Self::push_all(&mut digits, carry as u64);
        Self::canonical(false, digits)
    }

    fn push_all(digits: &mut Vec<u8>, mut value: u64) {
        while value > 0 {
            digits.push((value % BASE) as u8);
            value /= BASE;
        }
    }

    /// The integer, if it fits.
    pub fn value(&self) -> Option<i128> {
        let sign = if self.negative { -1 } else { 1 };
        let digits = self.digits.iter().rev();
        digits
            .map(|&digit| sign * i128::from(digit))
            .try_fold(0i128, |value, digit| value.checked_mul(BASE.into())?.checked_add(digit))
    }

    fn spelled(text: &[u8]) -> Option<Self> {
        let (negative, numerals) = match text {
            [sign @ (b'+' | b'-'), numerals @ ..] => (*sign == b'-', numerals),
            _ => (false, text),
        };
        let worth = |&byte: &u8| match byte {
            b'a'..=b'z' if BASE > 10 => byte - b'a' + 10,
            b':'.. => u8::MAX,
            _ => byte.wrapping_sub(b'0'),
        };
        let digits: Vec<u8> = numerals.iter().rev().map(worth).collect();
        let most = digits.iter().fold(0, |most, &digit| digit.max(most));
        (!digits.is_empty() && u64::from(most) < BASE).then(|| Self::canonical(negative, digits))
    }

    /// The digits of the magnitudes convolved: all a[i] b[j] summed by i + j.
    pub fn convolution(&self, other: &Self) -> Vec<u64> {
        let [a, b] = [self, other].map(|number| number.digits.iter().map(|&digit| digit.into()).collect::<Vec<_>>());
        transform::convolve(&a, &b, BASE - 1)
    }

    /// The digits, `size` of them to a limb.
    fn limbs(&self, size: usize) -> Vec<u64> {
        let value = |limb: &[u8]| limb.iter().rev().fold(0, |value, &digit| value * BASE + u64::from(digit));
        self.digits.chunks(size).map(value).collect()
    }

    /// How many digits make a limb, and the base that this makes: the largest limbs whose convolution is exact, for so
    /// many digits in the shorter factor.
    fn limb(count: usize) -> (usize, u64) {
        let powers = std::iter::successors(Some(BASE), |power| power.checked_mul(BASE));
        let exact = |&(size, limb): &(usize, u64)| transform::fits(limb - 1, count.div_ceil(size));
        (1..).zip(powers).take_while(exact).last().expect("digits below 36 are small")
    }
}

impl<const BASE: u64> Add for &Digits<BASE> {
    type Output = Digits<BASE>;

    fn add(self, other: Self) -> Digits<BASE> {
        let mut sums = vec![0; self.digits.len().max(other.digits.len())];
        for number in [self, other] {
            let signed = |&digit: &u8| if number.negative { -i64::from(digit) } else { digit.into() };
            sums.iter_mut().zip(&number.digits).for_each(|(sum, digit)| *sum += signed(digit));
        }
        Digits::carried(&sums)
    }
}

impl<const BASE: u64> Sub for &Digits<BASE> {
    type Output = Digits<BASE>;

    fn sub(self, other: Self) -> Digits<BASE> {
        self + &-other
    }
}

impl<const BASE: u64> Mul for &Digits<BASE> {
    type Output = Digits<BASE>;

    fn mul(self, other: Self) -> Digits<BASE> {
        let (size, limb) = Digits::<BASE>::limb(self.digits.len().min(other.digits.len()));
        let coefficients = transform::convolve(&self.limbs(size), &other.limbs(size), limb - 1);
        let mut digits = Vec::with_capacity((coefficients.len() + 1) * size);
        // A carry is at most half of its sum, so it never passes what a coefficient may.
        let mut carry = 0;
        for coefficient in coefficients {
            let sum = coefficient + carry;
            carry = sum / limb;
            let mut rest = sum % limb;
            for _ in 0..size {
                digits.push((rest % BASE) as u8);
                rest /= BASE;
            }
        }
        Digits::<BASE>::push_all(&mut digits, carry);
        Digits::canonical(self.negative != other.negative, digits)
    }
}

impl<const BASE: u64> Neg for &Digits<BASE> {
    type Output = Digits<BASE>;

    fn neg(self) -> Digits<BASE> {
        Digits::canonical(!self.negative, self.digits.clone())
    }
}

impl<const BASE: u64> FromStr for Digits<BASE> {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::spelled(text.as_bytes()).ok_or("expected a sign or none, then digits of the base")
    }
}

impl<const BASE: u64> Display for Digits<BASE> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let numeral = |&digit: &u8| char::from(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit });
        f.pad_integral(!self.negative, "", &self.digits.iter().rev().map(numeral).collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marsaglia's xorshift.
    struct Random(u64);

    impl Random {
        fn next(&mut self) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0
        }

        /// Any digits, often the extreme ones; `count` of them, the last perhaps 0.
        fn number<const BASE: u64>(&mut self, count: usize) -> Digits<BASE> {
            let negative = self.next() % 2 == 1;
            let digits = (0..count).map(|_| match self.next() % 4 {
                0 => BASE - 1,
                1 => 0,
                _ => self.next() % BASE,
            });
            Digits::canonical(negative, digits.map(|digit| digit as u8).collect())
        }

        fn any<const BASE: u64>(&mut self) -> Digits<BASE> {
            let count = self.next() % 12;
            self.number(count as usize)
        }
    }

    /// The remainder by a prime below 2^31.
    fn remainder<const BASE: u64>(number: &Digits<BASE>) -> u64 {
        const PRIME: u64 = (1 << 31) - 1;
        let digits = number.digits.iter().rev();
        let value = digits.fold(0, |value, &digit| (value * BASE + u64::from(digit)) % PRIME);
        if number.negative { (PRIME - value) % PRIME } else { value }
    }

    /// Sums of any length by their definition.
    fn naive<const BASE: u64>(a: &Digits<BASE>, b: &Digits<BASE>) -> Vec<u64> {
        let mut sums = vec![0; a.digits.len() + b.digits.len() - 1];
        for (i, &x) in a.digits.iter().enumerate() {
            for (j, &y) in b.digits.iter().enumerate() {
                sums[i + j] += u64::from(x) * u64::from(y);
            }
        }
        sums
    }

    fn laws<const BASE: u64>() {
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        let (zero, one) = (Digits::<BASE>::carried(&[0]), Digits::carried(&[1]));
        for _ in 0..300 {
            let [a, b, c]: [Digits<BASE>; 3] = [(); 3].map(|()| random.any());
            assert_eq!(&a + &b, &b + &a);
            assert_eq!(&a * &b, &b * &a);
            assert_eq!(&(&a + &b) + &c, &a + &(&b + &c));
            assert_eq!(&(&a * &b) * &c, &a * &(&b * &c));
            assert_eq!(&a * &(&b + &c), &(&a * &b) + &(&a * &c));
            assert_eq!(&a * &(&b - &c), &(&a * &b) - &(&a * &c));
            assert_eq!((&a + &zero, &a * &one, &a * &zero), (a.clone(), a.clone(), zero.clone()));
            assert_eq!((&a + &-&a, -&-&a), (zero.clone(), a.clone()));
            assert_eq!((&(&a - &b) + &b, &a - &b), (a.clone(), -&(&b - &a)));
            assert_eq!(a == b, &a - &b == zero);
            assert_eq!(a.to_string().parse(), Ok(a.clone()));
            let [x, y, z, w] = [&a, &b, &(&a + &b), &(&a * &b)].map(remainder);
            assert_eq!(((x + y) % ((1 << 31) - 1), x * y % ((1 << 31) - 1)), (z, w));

            let [x, y] = [(); 2].map(|()| random.next() as i64 >> (random.next() % 64));
            let [a, b] = [x, y].map(|value| Digits::<BASE>::carried(&[value]));
            let [x, y] = [x, y].map(i128::from);
            let found = [a.clone(), &a + &b, &a - &b, &a * &b].map(|number| number.value());
            assert_eq!(found, [x, x + y, x - y, x * y].map(Some));
        }
        let [large, one] = [i64::MAX, 1].map(|value| Digits::<BASE>::carried(&[value]));
        let least = &-&large - &one;
        assert_eq!(least.value(), Some(i64::MIN.into()));
        let square = &least * &least;
        assert_eq!((&(&square + &square) * &-&one).value(), Some(i128::MIN));
        assert_eq!((&(&square + &square) * &large).value(), None);
    }

    #[test]
    fn numbers_of_any_base_are_a_ring_and_to_integer_a_homomorphism() {
        laws::<2>();
        laws::<3>();
        laws::<10>();
        laws::<16>();
        laws::<36>();
    }

    #[test]
    fn a_convolution_is_its_definition_and_carried_it_is_the_product() {
        fn holds<const BASE: u64>(counts: impl Iterator<Item = (usize, usize)>) {
            let mut random = Random(1);
            for (m, n) in counts {
                let (a, b): (Digits<BASE>, _) = (random.number(m), random.number(n));
                let sums = a.convolution(&b);
                assert_eq!(sums, naive(&a, &b), "{a} {b}");
                let base = Digits::<BASE>::carried(&[BASE as i64]);
                let carried = sums.iter().rev().fold(Digits::carried(&[0]), |value, &sum| {
                    &(&value * &base) + &Digits::carried(&[sum as i64])
                });
                assert_eq!(carried.digits, (&a * &b).digits);
            }
        }
        holds::<10>((1..150).map(|n| (n, n)));
        holds::<10>((1..40).map(|n| (17 * n, 400 / n)));
        holds::<3>((60..90).map(|n| (n, 2 * n)));
        holds::<36>((60..90).map(|n| (2 * n, n)));
    }

    #[test]
    fn nines_carry_all_the_way() {
        for (m, n) in [(5, 5), (1000, 1000), (3681, 3681), (4096, 5000), (70_000, 100_000), (300_000, 300_001)] {
            let nines = |count| "9".repeat(count).parse::<Digits>().expect("digits");
            let (a, b) = (nines(m), nines(n));
            // 10^n (10^m - 1) - (10^m - 1)
            let [nines, others, zeros] = [("9", m - 1), ("9", n - m), ("0", m - 1)].map(|(x, n)| x.repeat(n));
            assert_eq!((&a * &b).to_string(), format!("{nines}8{others}{zeros}1"));
            let sums = a.convolution(&b);
            let terms = (0..m + n - 1).map(|k| (k + 1).min(m).min(n).min(m + n - 1 - k) as u64);
            assert!(sums.into_iter().eq(terms.map(|terms| 81 * terms)));
        }
    }

    #[test]
    fn texts_are_digits_of_the_base_after_a_sign_or_none() {
        for text in ["", "-", "+", "+-1", "1 ", " 1", "1_0", "a", "\u{0661}", "1:2", "0x1"] {
            assert!(text.parse::<Digits>().is_err(), "{text:?}");
        }
        assert_eq!("-000".parse::<Digits>().map(|zero| zero.to_string()), Ok("0".into()));
        assert_eq!("+0042".parse(), Ok(Digits::<10>::carried(&[42])));
        assert_eq!("-zz".parse(), Ok(Digits::<36>::carried(&[-(36 * 36 - 1)])));
        assert_eq!(format!("{:+5}|{:<4}|", Digits::<10>::carried(&[7]), Digits::<2>::carried(&[-1])), "   +7|-1  |");
    }
}
