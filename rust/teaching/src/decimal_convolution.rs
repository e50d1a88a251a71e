//! Decimal convolution, by a complex Fourier transform of our own.
//!
//! The digits stay decimal from the first byte to the last. What is left is one exact convolution (see [`transform`]): part 1's
//! of the digits themselves, part 2's of as many digits to a limb as the transform's error allows (see [`limbs`]).

use std::fmt::{self, Display, Formatter};
use std::ops::{Add, Mul};

use contract::InvalidInput;
use transform::{STRIP, Sequence};

mod complex;
mod limbs;
mod roots;
mod shape;
mod transform;
mod vectors;
mod written;

/// Two integers to multiply.
pub struct Factors<'a> {
    left: Integer<'a>,
    right: Integer<'a>,
}

/// Its decimal digits from the most significant on, no zero before them.
struct Integer<'a> {
    is_negative: bool,
    digits: &'a [u8],
}

pub fn parse(text: &str) -> Result<Factors<'_>, InvalidInput> {
    let mut lines = text.splitn(3, '\n');
    let mut integer = |line, missing| match lines.next().map(Integer::new) {
        Some(Some(integer)) => Ok(integer),
        found => {
            Err(InvalidInput::new(if found.is_some() { line } else { missing }, "expected a decimal integer"))
        }
    };
    let factors = Factors { left: integer(1, 1)?, right: integer(2, 1)? };
    lines.next().map_or(Ok(factors), |_| Err(InvalidInput::new(3, "expected no more lines")))
}

pub fn part1(factors: &Factors) -> String {
    let [a, b] = [factors.left.digits, factors.right.digits];
    if limbs::is_short(a, b, 35) {
        let [a, b] =
            [a, b].map(|text| text.iter().rev().map(|digit| u32::from(digit - b'0')).collect::<Vec<_>>());
        return written::written(&limbs::sums(&a, &b), factors.is_negative());
    }
    let fill = |digits| {
        move |from: usize, into: &mut [f64; STRIP]| {
            let digits: &[u8] = digits;
            let after =
                digits[..digits.len().saturating_sub(from)].iter().rev().map(|digit| f64::from(digit - b'0'));
            into.iter_mut().zip(after.chain(std::iter::repeat(0.0))).for_each(|(into, digit)| *into = digit);
        }
    };
    let (first, second) = (fill(a), fill(b));
    let mut sums = vec![0; a.len() + b.len() - 1];
    let other: Option<Sequence> = (a != b).then_some((b.len(), &second));
    let exact = transform::convolve((a.len(), &first), other, sums.len(), &mut |place, strips| {
        for (j, strip) in strips.iter().enumerate() {
            let own = sums.iter_mut().skip(j * place.part + place.at).take(place.width);
            own.zip(strip).for_each(|(own, &sum)| *own = sum as u64);
        }
    });
    exact.expect("fewer than 10^11 digits");
    written::written(&sums, factors.is_negative())
}

pub fn part2(factors: &Factors) -> String {
    let mut digits = limbs::product(factors.left.digits, factors.right.digits);
    if factors.is_negative() && digits != b"0" {
        digits.insert(0, b'-');
    }
    String::from_utf8(digits).expect("all ASCII")
}

/// A number by its digits, which are added, multiplied and shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Digits(Vec<u8>);

impl From<u64> for Digits {
    fn from(value: u64) -> Self {
        Self(value.to_string().into_bytes())
    }
}

impl Mul for &Digits {
    type Output = Digits;

    fn mul(self, other: Self) -> Digits {
        Digits(limbs::product(&self.0, &other.0))
    }
}

impl Add for &Digits {
    type Output = Digits;

    fn add(self, other: Self) -> Digits {
        let (long, short) = if self.0.len() < other.0.len() { (other, self) } else { (self, other) };
        let mut sum = [b"0", long.0.as_slice()].concat();
        let mut carry = 0;
        let digits = short.0.iter().rev().copied().chain(std::iter::repeat(b'0'));
        for (place, digit) in sum.iter_mut().rev().zip(digits) {
            let value = *place - b'0' + digit - b'0' + carry;
            *place = b'0' + value % 10;
            carry = value / 10;
        }
        Digits(sum.split_off(usize::from(sum[0] == b'0')))
    }
}

impl Display for Digits {
    fn fmt(&self, to: &mut Formatter) -> fmt::Result {
        to.write_str(std::str::from_utf8(&self.0).expect("all ASCII"))
    }
}

impl Factors<'_> {
    fn is_negative(&self) -> bool {
        self.left.is_negative != self.right.is_negative
    }
}

impl<'a> Integer<'a> {
    fn new(line: &'a str) -> Option<Self> {
        let (is_negative, digits) = match line.as_bytes() {
            [sign @ (b'+' | b'-'), digits @ ..] => (*sign == b'-', digits),
            digits => (false, digits),
        };
        let most = digits.iter().fold(0, |most, digit| digit.wrapping_sub(b'0').max(most));
        let zeros = digits.iter().position(|&digit| digit != b'0').unwrap_or(digits.len().saturating_sub(1));
        (!digits.is_empty() && most <= 9).then_some(Self { is_negative, digits: &digits[zeros..] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solved(a: &str, b: &str) -> (String, String) {
        let text = format!("{a}\n{b}");
        let factors = parse(&text).expect("two integers");
        (part1(&factors), part2(&factors))
    }

    /// What a text of sums makes, carried.
    fn carried(sums: &str) -> String {
        let mut carry = 0;
        let mut digits: Vec<u8> = vec![];
        for sum in sums.split(' ').rev() {
            carry += sum.parse::<u64>().expect("a sum");
            digits.push(b'0' + (carry % 10) as u8);
            carry /= 10;
        }
        let rest = if carry > 0 { carry.to_string() } else { String::new() };
        rest + std::str::from_utf8(&digits.into_iter().rev().collect::<Vec<_>>()).expect("all ASCII")
    }

    #[test]
    fn sums_are_their_definition_and_carried_they_are_the_product() {
        let mut random = 88_172_645_463_325_252u64;
        let mut number = |length: usize| {
            let digits = (0..length).map(|k| {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                // Often an extreme one, and often one on which a limb is halved.
                let digit = [0, 9, 5, 4, random % 10][random as usize / 10 % 5];
                char::from(b'0' + if k == 0 { digit.max(1) } else { digit } as u8)
            });
            digits.collect::<String>()
        };
        let any = (1..150)
            .map(|n| (n, n))
            .chain((1..40).map(|n| (17 * n, 400 / n)))
            .chain([(4000, 3), (7000, 9000)]);
        // From where on the definition is slower than a transform, in both parts.
        let switches = (596..604).map(|n| (n, n)).chain((30..40).chain(300..315).map(|n| (n, 10_000)));
        for (m, n) in any.chain(switches) {
            let (a, b) = (number(m), number(n));
            let (sums, product) = solved(&a, &b);
            let mut expected = vec![0u64; m + n - 1];
            for (i, x) in a.bytes().enumerate() {
                for (j, y) in b.bytes().enumerate() {
                    expected[i + j] += u64::from(x - b'0') * u64::from(y - b'0');
                }
            }
            assert_eq!(sums, expected.iter().map(u64::to_string).collect::<Vec<_>>().join(" "));
            assert_eq!(product, carried(&sums), "{a} {b}");
        }
    }

    /// Around where the definition ends, limbs get shorter, and memory is mapped.
    const LENGTHS: [(usize, usize); 12] = [
        (5, 5),
        (8, 16),
        (599, 599),
        (308, 10_000),
        (1000, 1000),
        (4310, 4312),
        (4330, 4330),
        (4096, 5000),
        (70_000, 100_000),
        (359_000, 361_000),
        (3, 200_000),
        (4_190_000, 4_200_000),
    ];

    #[test]
    fn nines_carry_all_the_way() {
        for (m, n) in LENGTHS {
            let product = solved(&"9".repeat(m), &"9".repeat(n)).1;
            let [nines, others, zeros] = [("9", m - 1), ("9", n - m), ("0", m - 1)].map(|(x, n)| x.repeat(n));
            // 10^n (10^m - 1) - (10^m - 1)
            assert!(product == format!("{nines}8{others}{zeros}1"), "{m} and {n} nines");
        }
    }

    #[test]
    fn powers_of_ten_add_their_zeros() {
        for (m, n) in LENGTHS {
            let [a, b, product] = [m - 1, n - 1, m + n - 2].map(|zeros| format!("1{}", "0".repeat(zeros)));
            assert!(solved(&a, &b).1 == product, "{m} and {n} digits");
        }
    }

    #[test]
    fn digits_of_largest_norm_take_shorter_limbs() {
        for length in [90_000, 300_000] {
            let (sums, product) = solved(&"5".repeat(length), &"5".repeat(length));
            assert_eq!(carried(&sums), product);
        }
    }

    #[test]
    fn an_integer_is_digits_after_a_sign_or_none() {
        for text in ["", "-", "+", "+-1", "1 ", " 1", "1_0", "a", "1:2", "0x1", "1/2"] {
            assert!(Integer::new(text).is_none(), "{text:?}");
        }
        assert_eq!(solved("-000", "+12"), ("0 0".into(), "0".into()));
        let [a, b] = [999_999, 1].map(Digits::from);
        assert_eq!(
            [&a + &b, &b + &a, &a * &a, &b + &b].map(|sum| sum.to_string()),
            ["1000000", "1000000", "999998000001", "2"]
        );
        assert_eq!(solved("-0012", "3"), ("-3 -6".into(), "-36".into()));
    }
}
