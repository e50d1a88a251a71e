//! Decimal convolution, by a number-theoretic transform of our own.
//!
//! The digits stay decimal from the first byte to the last, where a big-integer library converts to binary and back.
//! What is left is one exact convolution (see [`transform`]), as short as can be: part 2 packs digits into limbs, part 1
//! puts two into a word as a Gaussian integer. The base is part of the type, so that numbers of different bases don't
//! mix, and a division by it is a multiplication.

use contract::InvalidInput;
use std::cmp::Ordering;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;

mod transform;

/// Two integers to multiply.
pub struct Factors {
    left: Digits,
    right: Digits,
}

pub fn parse(text: &str) -> Result<Factors, InvalidInput> {
    let mut lines = text.split('\n');
    let mut integer = |line| match lines.next() {
        Some(word) => word.parse().map_err(|_| InvalidInput::new(line, "expected a decimal integer")),
        None => Err(InvalidInput::new(line - 1, "expected two lines")),
    };
    let factors = Factors { left: integer(1)?, right: integer(2)? };
    match lines.next() {
        Some(_) => Err(InvalidInput::new(3, "expected two lines")),
        None => Ok(factors),
    }
}

pub fn part1(Factors { left, right }: &Factors) -> String {
    let coefficients = left.convolution(right).expect("decimal digits are small");
    written(&coefficients, left.negative != right.negative)
}

pub fn part2(Factors { left, right }: &Factors) -> String {
    (left * right).to_string()
}

/// Coefficients as text, the most significant first, each with the sign.
fn written(coefficients: &[u64], negative: bool) -> String {
    let longest = coefficients.iter().max().map_or(1, |most| most.checked_ilog10().unwrap_or(0) as usize + 1);
    let mut text = vec![0; coefficients.len() * (longest + 2) + 8];
    let mut at = 0;
    for &coefficient in coefficients.iter().rev() {
        if negative && coefficient > 0 {
            text[at] = b'-';
            at += 1;
        }
        at = write_number(&mut text, at, coefficient);
        text[at] = b' ';
        at += 1;
    }
    text.truncate(at - 1);
    String::from_utf8(text).expect("all ASCII")
}

/// Writes a number at a place, and up to seven bytes too many; where it ends.
#[inline]
fn write_number(text: &mut [u8], at: usize, value: u64) -> usize {
    const EIGHT: u64 = 100_000_000;
    let (at, value, zeros) = if value < EIGHT {
        let word = numerals(value);
        (at, word, (word | 1 << 56).trailing_zeros() / 8)
    } else {
        (write_number(text, at, value / EIGHT), numerals(value % EIGHT), 0)
    };
    let word = (value | 0x3030_3030_3030_3030) >> (8 * zeros);
    text[at..at + 8].copy_from_slice(&word.to_le_bytes());
    at + 8 - zeros as usize
}

/// The eight decimal digits of a value, a byte each, the most significant in the lowest byte: both
/// halves are split side by side, then all the quarters.
#[inline(always)]
fn numerals(value: u64) -> u64 {
    let fours = value / 10_000 + ((value % 10_000) << 32);
    let hundreds = ((fours * 10_486) >> 20) & 0x7f_0000_007f;
    let twos = hundreds + ((fours - 100 * hundreds) << 16);
    let tens = ((twos * 103) >> 10) & 0xf_000f_000f_000f;
    tens + ((twos - 10 * tens) << 8)
}

/// An integer as its digits in a base of 2 or more.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Digits<const BASE: u128 = 10> {
    negative: bool,
    /// The digits, the least significant first, each in [`Self::WIDTH`] bytes. The last is not 0, but for
    /// zero's only digit, and zero is not negative: equal numbers are equal digits.
    bytes: Vec<u8>,
}

impl<const BASE: u128> Digits<BASE> {
    const WIDTH: usize = {
        assert!(BASE >= 2, "a base is 2 or more");
        (BASE - 1).ilog2() as usize / 8 + 1
    };

    /// The number with these digits, the least significant first, each below the base.
    fn new(negative: bool, digits: impl Iterator<Item = u128>) -> Self {
        let mut bytes = Vec::with_capacity(digits.size_hint().0 * Self::WIDTH);
        digits.for_each(|digit| Self::push(&mut bytes, digit));
        Self::canonical(negative, bytes)
    }

    fn push(bytes: &mut Vec<u8>, digit: u128) {
        debug_assert!(digit < BASE);
        bytes.extend_from_slice(&digit.to_le_bytes()[..Self::WIDTH]);
    }

    /// The number of these digits' bytes, leading zeros or none among them.
    fn canonical(negative: bool, mut bytes: Vec<u8>) -> Self {
        let length = bytes.iter().rposition(|&byte| byte != 0).map_or(0, |last| last / Self::WIDTH + 1);
        bytes.resize(length.max(1) * Self::WIDTH, 0);
        Self { negative: negative && length > 0, bytes }
    }

    /// The digits, the least significant first.
    pub fn digits(&self) -> impl ExactSizeIterator<Item = u128> + DoubleEndedIterator + Clone {
        self.bytes.chunks_exact(Self::WIDTH).map(Self::digit)
    }

    #[inline(always)]
    fn digit(bytes: &[u8]) -> u128 {
        let mut word = [0; 16];
        word[..Self::WIDTH].copy_from_slice(bytes);
        u128::from_le_bytes(word)
    }

    /// How many digits there are; zero has one.
    pub fn count(&self) -> usize {
        self.bytes.len() / Self::WIDTH
    }

    /// The digits of the magnitudes convolved: all a[i] b[j] summed by i + j. Nothing where the base is so
    /// large that a sum might not fit.
    pub fn convolution(&self, other: &Self) -> Option<Vec<u64>> {
        let largest = u64::try_from(BASE - 1).ok()?;
        let [a, b] = [self, other].map(|number| number.digits().map(|digit| digit as u64).collect::<Vec<_>>());
        transform::fits(largest, a.len().min(b.len())).then(|| transform::convolve(&a, &b, largest))
    }

    /// The magnitudes' order.
    fn cmp_magnitude(&self, other: &Self) -> Ordering {
        self.count().cmp(&other.count()).then_with(|| self.digits().rev().cmp(other.digits().rev()))
    }

    /// The magnitudes' sum, with a sign.
    fn sum(&self, other: &Self, negative: bool) -> Self {
        let (long, short) = if self.count() < other.count() { (other, self) } else { (self, other) };
        let mut bytes = Vec::with_capacity(long.bytes.len() + Self::WIDTH);
        let mut carry = 0;
        for (a, b) in long.digits().zip(short.digits().chain(std::iter::repeat(0))) {
            // a + b + carry may pass what 128 bits hold.
            let room = BASE - 1 - a;
            let over = b > room || b == room && carry == 1;
            Self::push(&mut bytes, if over { (b + carry) - (room + 1) } else { a + b + carry });
            carry = u128::from(over);
        }
        Self::push(&mut bytes, carry);
        Self::canonical(negative, bytes)
    }

    /// The magnitudes' difference, with a sign; `other`'s is the smaller.
    fn difference(&self, other: &Self, negative: bool) -> Self {
        let mut borrow = 0;
        let digits = self.digits().zip(other.digits().chain(std::iter::repeat(0))).map(|(a, b)| {
            let under = a < b || a == b && borrow == 1;
            let digit = if under { BASE - (b - a) - borrow } else { a - b - borrow };
            borrow = u128::from(under);
            digit
        });
        Self::new(negative, digits)
    }

    /// How many digits make a limb, and the base that this makes: the largest limbs whose convolution is
    /// exact, for so many digits in the shorter factor. Nothing where even one digit is too large.
    fn limb(count: usize) -> Option<(usize, u64)> {
        let powers = std::iter::successors(u64::try_from(BASE).ok(), |power| power.checked_mul(BASE as u64));
        (1..).zip(powers).take_while(|&(k, limb)| transform::fits(limb - 1, count.div_ceil(k))).last()
    }

    /// The digits, so many to a limb.
    fn limbs(&self, size: usize) -> Vec<u64> {
        let value = |limb: &[u8]| {
            limb.chunks_exact(Self::WIDTH).rev().fold(0, |value, digit| value * BASE as u64 + Self::digit(digit) as u64)
        };
        self.bytes.chunks(size * Self::WIDTH).map(value).collect()
    }

    /// The product, the factors' limbs convolved and then carried.
    fn product_by_limbs(&self, other: &Self, negative: bool, (size, limb): (usize, u64)) -> Self {
        let coefficients = transform::convolve(&self.limbs(size), &other.limbs(size), limb - 1);
        let mut bytes = Vec::with_capacity((coefficients.len() + 1) * size * Self::WIDTH);
        // A carry is at most half of its sum, so it never passes what a coefficient may.
        let mut carry = 0;
        for coefficient in coefficients {
            let sum = coefficient + carry;
            carry = sum / limb;
            let mut rest = sum % limb;
            for _ in 0..size {
                Self::push(&mut bytes, u128::from(rest) % BASE);
                rest = (u128::from(rest) / BASE) as u64;
            }
        }
        while carry > 0 {
            Self::push(&mut bytes, u128::from(carry) % BASE);
            carry = (u128::from(carry) / BASE) as u64;
        }
        Self::canonical(negative, bytes)
    }

    /// The product digit by digit, as at school.
    fn long_product(&self, other: &Self, negative: bool) -> Self {
        let mut digits = vec![0; self.count() + other.count()];
        for (a, low) in self.digits().zip(0..) {
            let mut carry = 0;
            for (b, digit) in other.digits().zip(&mut digits[low..]) {
                (carry, *digit) = Self::multiply_add(a, b, *digit, carry);
            }
            digits[low + other.count()] = carry;
        }
        Self::new(negative, digits.into_iter())
    }

    /// a b + c + d, four digits, as two digits, the more significant first.
    fn multiply_add(a: u128, b: u128, c: u128, d: u128) -> (u128, u128) {
        if BASE <= 1 << 64 {
            let value = a * b + c + d;
            return (value / BASE, value % BASE);
        }
        // Bit by bit: no word holds the product.
        let add = |(high, low): (u128, u128), digit: u128| {
            if low >= BASE - digit { (high + 1, low - (BASE - digit)) } else { (high, low + digit) }
        };
        let product = (0..128).rev().fold((0, 0), |(high, low), bit| {
            let twice = add((2 * high, low), low);
            if a >> bit & 1 == 1 { add(twice, b) } else { twice }
        });
        add(add(product, c), d)
    }
}

impl<const BASE: u128> Add for &Digits<BASE> {
    type Output = Digits<BASE>;

    fn add(self, other: Self) -> Digits<BASE> {
        if self.negative == other.negative {
            self.sum(other, self.negative)
        } else if self.cmp_magnitude(other).is_ge() {
            self.difference(other, self.negative)
        } else {
            other.difference(self, other.negative)
        }
    }
}

impl<const BASE: u128> Sub for &Digits<BASE> {
    type Output = Digits<BASE>;

    fn sub(self, other: Self) -> Digits<BASE> {
        self + &-other
    }
}

impl<const BASE: u128> Mul for &Digits<BASE> {
    type Output = Digits<BASE>;

    fn mul(self, other: Self) -> Digits<BASE> {
        let negative = self.negative != other.negative;
        match Digits::<BASE>::limb(self.count().min(other.count())) {
            Some(limb) => self.product_by_limbs(other, negative, limb),
            None => self.long_product(other, negative),
        }
    }
}

macro_rules! owned {
    ($($operator:ident $method:ident),*) => {
        $(impl<const BASE: u128> $operator for Digits<BASE> {
            type Output = Self;

            fn $method(self, other: Self) -> Self {
                (&self).$method(&other)
            }
        })*
    };
}
owned!(Add add, Sub sub, Mul mul);

impl<const BASE: u128> Neg for &Digits<BASE> {
    type Output = Digits<BASE>;

    fn neg(self) -> Digits<BASE> {
        Digits::canonical(!self.negative, self.bytes.clone())
    }
}

impl<const BASE: u128> PartialOrd for Digits<BASE> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<const BASE: u128> Ord for Digits<BASE> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.cmp_magnitude(other),
            (true, true) => other.cmp_magnitude(self),
            (negative, _) => if negative { Ordering::Less } else { Ordering::Greater },
        }
    }
}

impl<const BASE: u128> From<i128> for Digits<BASE> {
    fn from(value: i128) -> Self {
        let rests = std::iter::successors(Some(value.unsigned_abs()), |rest| Some(rest / BASE));
        Self::new(value < 0, rests.take_while(|&rest| rest > 0).map(|rest| rest % BASE))
    }
}

/// The number does not fit into the integer type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

impl Display for TooLarge {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("the number does not fit")
    }
}

impl Error for TooLarge {}

impl<const BASE: u128> TryFrom<&Digits<BASE>> for i128 {
    type Error = TooLarge;

    fn try_from(number: &Digits<BASE>) -> Result<Self, TooLarge> {
        let mut digits = number.digits().rev();
        let magnitude = digits.try_fold(0u128, |value, digit| value.checked_mul(BASE)?.checked_add(digit));
        match magnitude {
            Some(value) if number.negative => 0i128.checked_sub_unsigned(value),
            Some(value) => 0i128.checked_add_unsigned(value),
            None => None,
        }
        .ok_or(TooLarge)
    }
}

/// The text does not spell a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotDigits;

impl Display for NotDigits {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("expected a sign or none, then digits of the base")
    }
}

impl Error for NotDigits {}

impl<const BASE: u128> FromStr for Digits<BASE> {
    type Err = NotDigits;

    fn from_str(text: &str) -> Result<Self, NotDigits> {
        let numerals = text.strip_prefix(['+', '-']).unwrap_or(text);
        if numerals.is_empty() {
            return Err(NotDigits);
        }
        let negative = text.starts_with('-');
        if BASE > 36 {
            let digits = numerals.split(':').rev().map(|word| {
                let plain = !word.starts_with('+');
                word.parse().ok().filter(|&digit| plain && digit < BASE).ok_or(NotDigits)
            });
            return Ok(Self::new(negative, digits.collect::<Result<Vec<u128>, _>>()?.into_iter()));
        }
        let value = |byte| char::from(byte).to_digit(BASE as u32).map_or(u8::MAX, |digit| digit as u8);
        let bytes: Vec<u8> = numerals.bytes().rev().map(value).collect();
        if bytes.iter().fold(0, |most, &digit| digit.max(most)) == u8::MAX {
            return Err(NotDigits);
        }
        Ok(Self::canonical(negative, bytes))
    }
}

impl<const BASE: u128> Display for Digits<BASE> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = if BASE > 36 {
            self.digits().rev().map(|digit| digit.to_string()).collect::<Vec<_>>().join(":")
        } else {
            let numeral = |&digit: &u8| char::from(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit });
            self.bytes.iter().rev().map(numeral).collect()
        };
        f.pad_integral(!self.negative, "", &text)
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
        fn number<const BASE: u128>(&mut self, count: usize) -> Digits<BASE> {
            let negative = self.next() % 2 == 1;
            let digits = (0..count).map(|_| match self.next() % 4 {
                0 => BASE - 1,
                1 => 0,
                _ => (u128::from(self.next()) << 64 | u128::from(self.next())) % BASE,
            });
            Digits::new(negative, digits.collect::<Vec<_>>().into_iter())
        }

        fn any<const BASE: u128>(&mut self) -> Digits<BASE> {
            let count = self.next() % 12;
            self.number(count as usize)
        }
    }

    /// The remainder by a prime below 2^31.
    fn remainder<const BASE: u128>(number: &Digits<BASE>) -> u128 {
        const PRIME: u128 = (1 << 31) - 1;
        let value = number.digits().rev().fold(0, |value, digit| (value * (BASE % PRIME) + digit % PRIME) % PRIME);
        if number.negative { (PRIME - value) % PRIME } else { value }
    }

    /// Sums of any length by their definition.
    fn naive<const BASE: u128>(a: &Digits<BASE>, b: &Digits<BASE>) -> Vec<u64> {
        let mut sums = vec![0; a.count() + b.count() - 1];
        for (i, x) in a.digits().enumerate() {
            for (j, y) in b.digits().enumerate() {
                sums[i + j] += (x * y) as u64;
            }
        }
        sums
    }

    fn laws<const BASE: u128>() {
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        let (zero, one) = (Digits::<BASE>::from(0), Digits::from(1));
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
            assert_eq!((a.cmp(&b), a == b), ((&a - &b).cmp(&zero), (&a - &b) == zero));
            assert_eq!(a.to_string().parse(), Ok(a.clone()));
            let [x, y, z, w] = [&a, &b, &(&a + &b), &(&a * &b)].map(remainder);
            assert_eq!(((x + y) % ((1 << 31) - 1), x * y % ((1 << 31) - 1)), (z, w));

            let [x, y] = [(); 2].map(|()| i128::from(random.next() as i64) >> (random.next() % 64));
            let [a, b] = [x, y].map(Digits::<BASE>::from);
            assert_eq!((i128::try_from(&a), i128::try_from(&(&a * &b))), (Ok(x), Ok(x * y)));
            assert_eq!((&a + &b, &a * &b), (Digits::from(x + y), Digits::from(x * y)));
            assert_eq!((&a - &b, a.cmp(&b)), (Digits::from(x - y), x.cmp(&y)));
        }
        for extreme in [i128::MIN, i128::MAX] {
            let number = Digits::<BASE>::from(extreme);
            assert_eq!(i128::try_from(&number), Ok(extreme));
            assert_eq!(i128::try_from(&(&number + &Digits::from(extreme.signum()))), Err(TooLarge));
        }
    }

    #[test]
    fn numbers_of_any_base_are_a_ring_and_to_integer_a_homomorphism() {
        laws::<2>();
        laws::<3>();
        laws::<10>();
        laws::<16>();
        laws::<36>();
        laws::<37>();
        laws::<256>();
        laws::<257>();
        laws::<1_000_000_000>();
        laws::<4_294_967_296>();
        laws::<18_446_744_073_709_551_615>();
        laws::<18_446_744_073_709_551_616>();
        laws::<1_000_000_000_000_000_000_000_000_000_000>();
        laws::<{ (1 << 127) + 1 }>();
        laws::<{ u128::MAX }>();
    }

    #[test]
    fn a_convolution_is_its_definition_and_carried_it_is_the_product() {
        fn holds<const BASE: u128>(counts: impl Iterator<Item = (usize, usize)>) {
            let mut random = Random(1);
            for (m, n) in counts {
                let (a, b): (Digits<BASE>, _) = (random.number(m), random.number(n));
                let sums = a.convolution(&b).expect("a small base");
                assert_eq!(sums, naive(&a, &b), "{a} {b}");
                let base = Digits::<BASE>::from(BASE as i128);
                let carried = sums.iter().rev().fold(Digits::from(0), |value, &sum| {
                    &(&value * &base) + &Digits::from(i128::from(sum))
                });
                assert_eq!(carried.bytes, (&a * &b).bytes);
            }
        }
        holds::<10>((1..150).map(|n| (n, n)));
        holds::<10>((1..40).map(|n| (17 * n, 400 / n)));
        holds::<3>((60..90).map(|n| (n, 2 * n)));
        holds::<1000>((60..90).map(|n| (2 * n, n)));
        holds::<50_000>((120..140).map(|n| (n, n)));
        assert_eq!(Digits::<{ 1 << 40 }>::from(-1).convolution(&Digits::from(5)), None);
    }

    #[test]
    fn nines_carry_all_the_way() {
        for (m, n) in [(5, 5), (1000, 1000), (3681, 3681), (4096, 5000), (70_000, 100_000), (300_000, 300_001)] {
            let nines = |count| "9".repeat(count).parse::<Digits>().expect("digits");
            let (a, b) = (nines(m), nines(n));
            // 10^n (10^m - 1) - (10^m - 1)
            let [nines, others, zeros] = [("9", m - 1), ("9", n - m), ("0", m - 1)].map(|(x, n)| x.repeat(n));
            assert_eq!((&a * &b).to_string(), format!("{nines}8{others}{zeros}1"));
            let sums = a.convolution(&b).expect("decimal digits are small");
            let terms = (0..m + n - 1).map(|k| (k + 1).min(m).min(n).min(m + n - 1 - k) as u64);
            assert!(sums.into_iter().eq(terms.map(|terms| 81 * terms)));
        }
    }

    #[test]
    fn texts_are_digits_of_the_base_after_a_sign_or_none() {
        for text in ["", "-", "+", "+-1", "1 ", " 1", "1_0", "a", "\u{0661}", "1:2", "0x1"] {
            assert_eq!(text.parse::<Digits>(), Err(NotDigits), "{text:?}");
        }
        for text in ["", ":", "1:", "60", "1:+2", "-:1", "1:2:60", "1:a"] {
            assert_eq!(text.parse::<Digits<60>>(), Err(NotDigits), "{text:?}");
        }
        assert_eq!("-000".parse::<Digits>().map(|zero| zero.to_string()), Ok("0".into()));
        assert_eq!("+0042".parse(), Ok(Digits::<10>::from(42)));
        assert_eq!("-23:59".parse(), Ok(Digits::<60>::from(-(23 * 60 + 59))));
        assert_eq!("-zz".parse(), Ok(Digits::<36>::from(-(36 * 36 - 1))));
        assert_eq!(format!("{:+5}|{:<4}|", Digits::<10>::from(7), Digits::<2>::from(-1)), "   +7|-1  |");
    }

    #[test]
    fn numbers_are_written_as_std_writes_them() {
        let mut random = Random(2);
        let numbers = (0..2000).map(|_| random.next() >> (random.next() % 64));
        let edges = (0..20).flat_map(|e| [10u64.pow(e) - 1, 10u64.pow(e), 10u64.pow(e) + 1]);
        let numbers: Vec<u64> = numbers.chain(edges).chain([0, u64::MAX]).collect();
        for sign in ["", "-"] {
            let words = numbers.iter().rev().map(|n| if *n > 0 { format!("{sign}{n}") } else { "0".to_owned() });
            assert_eq!(written(&numbers, sign == "-"), words.collect::<Vec<_>>().join(" "));
        }
    }
}
