//! A product of decimal numbers, from text to text, by limbs of several digits.

use super::transform::{Place, STRIP, Sequence, Strips, convolve};
use super::written::{four, numerals};
use contract::{compiled_twice, machine::Machine};

/// The product of two numbers, both given by their digits from the most significant on.
///
/// Limbs from -B/2 to B/2 have the smallest norms, and the fewer limbs the better: so B is the largest power of ten for which
/// the sums are known to be exact.
pub fn product(a: &[u8], b: &[u8]) -> Vec<u8> {
    if is_short(a, b, 300) {
        return short_product(a, b);
    }
    let by = [product_by::<6>, product_by::<5>, product_by::<4>, product_by::<3>, product_by::<2>];
    by.iter().find_map(|product| product(a, b)).expect("fewer than 10^10 digits")
}

/// Are factors so short, or one of them, that the definition is quicker than a transform? Measured, with `most` products for
/// each digit of the result.
pub fn is_short(a: &[u8], b: &[u8], most: usize) -> bool {
    a.len() * b.len() < most * (a.len() + b.len())
}

/// The same by the definition: eight digits to a limb, so that hundreds of products have a sum below 2^64.
fn short_product(a: &[u8], b: &[u8]) -> Vec<u8> {
    const BASE: u64 = 100_000_000;
    let [x, y] = [a, b].map(|text| {
        let padded = [&[0; 8][..text.len().wrapping_neg() % 8], text].concat();
        let four = |at: &[u8]| value(u32::from_le_bytes([at[0], at[1], at[2], at[3]]));
        padded.rchunks_exact(8).map(|eight| 10_000 * four(eight) + four(&eight[4..])).collect::<Vec<_>>()
    });
    let mut text = vec![0; 8 * (x.len() + y.len())];
    let mut carry = 0;
    for (place, sum) in text.rchunks_exact_mut(8).zip(sums(&x, &y).into_iter().chain([0])) {
        carry += sum;
        let digits = numerals((carry % BASE) as u32) | u64::from_le_bytes(*b"00000000");
        place.copy_from_slice(&digits.to_le_bytes());
        carry /= BASE;
    }
    without_zeros(text)
}

/// All x[i] y[j] summed by i + j, if each sum is below 2^64.
pub fn sums(x: &[u32], y: &[u32]) -> Vec<u64> {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let mut sums = vec![0; x.len() + y.len() - 1];
    for (at, &x) in short.iter().enumerate() {
        sums[at..].iter_mut().zip(long).for_each(|(sum, &y)| *sum += u64::from(x) * u64::from(y));
    }
    sums
}

/// A product's digits, without zeros before them.
fn without_zeros(mut text: Vec<u8>) -> Vec<u8> {
    let zeros = text.iter().position(|&digit| digit > b'0').unwrap_or(text.len() - 1);
    text.drain(..zeros);
    text
}

fn product_by<const DIGITS: usize>(a: &[u8], b: &[u8]) -> Option<Vec<u8>> {
    let [m, n] = [a, b].map(|text| text.len() / DIGITS + 2);
    // The mean square of random limbs is B^2 / 12; where those would not be exact, nothing is tried.
    if (m as f64 * n as f64).sqrt() * 10f64.powi(2 * DIGITS as i32) / 12.0 >= 6e13 {
        return None;
    }
    let fill = |text| move |from: usize, into: &mut [f64; STRIP]| fill::<DIGITS>(text, from, into);
    let (first, second) = (fill(a), fill(b));
    let other: Option<Sequence> = (a != b).then_some((n, &second));
    let mut writer = Writer::<DIGITS>::new(a.len() + b.len());
    convolve((m, &first), other, m + n - 1, &mut |place, strips| writer.write(place, strips))?;
    Some(writer.end())
}

/// The value of four digits, the most significant in the lowest byte: two by two, side by side.
#[inline(always)]
fn value(digits: u32) -> u32 {
    let twos = ((digits & 0x0f0f_0f0f).wrapping_mul(10 << 8 | 1) >> 8) & 0x00ff_00ff;
    twos.wrapping_mul(100 << 16 | 1) >> 16
}

/// The text of a strip's limbs and of one more below them, of six digits at most; a limb is read from eight bytes.
const WINDOW: usize = 6 * (STRIP + 1) + 2;

/// Limbs from -B/2 to B/2 of those from 0 to B - 1 that are written; of the one below them no more than what it carries.
#[inline(always)]
fn balance<const FMA: bool, const DIGITS: usize>(window: &[u8; WINDOW], into: &mut [f64; STRIP]) {
    let base = 10i32.pow(DIGITS as u32);
    let own = u64::MAX << (64 - 8 * DIGITS);
    let mut limbs = [0; STRIP + 1];
    for (k, limb) in limbs.iter_mut().enumerate() {
        let four =
            |at: usize| u32::from_le_bytes([window[at], window[at + 1], window[at + 2], window[at + 3]]);
        let at = WINDOW - 8 - DIGITS * k;
        let high = if DIGITS > 4 { 10_000 * value(four(at) & own as u32) } else { 0 };
        *limb = (high + value(four(at + 4) & (own >> 32) as u32)) as i32;
    }
    for (limb, pair) in into.iter_mut().zip(limbs.windows(2)) {
        let [carry, taken] = [pair[0], pair[1]].map(|limb| i32::from(2 * limb >= base));
        *limb = f64::from(pair[1] + carry - taken * base);
    }
}

/// A strip of limbs from one of them on, and of 0 after the last.
fn fill<const DIGITS: usize>(text: &[u8], from: usize, into: &mut [f64; STRIP]) {
    let Some(end) = (text.len() + DIGITS).checked_sub(from * DIGITS) else { return into.fill(0.0) };
    let start = end.saturating_sub(WINDOW);
    let mut padded = [0; WINDOW];
    let window = text.get(start..end).and_then(<[u8]>::first_chunk).unwrap_or_else(|| {
        let own = &text[start..end.min(text.len())];
        padded[WINDOW + start - end..][..own.len()].copy_from_slice(own);
        &padded
    });
    Machine::new().balance::<DIGITS>(window, into);
}

/// The digits of values below 10^4, in their place.
#[inline(always)]
fn spell<const FMA: bool>(values: &mut [u32]) {
    for value in values {
        *value = four(*value) | 0x3030_3030;
    }
}

compiled_twice! {
    trait Limbs {
        fn balance<const DIGITS: usize>(window: &[u8; WINDOW], into: &mut [f64; STRIP]);
        fn spell(values: &mut [u32]);
    }
}

/// Carries the sums of each run of each part by itself, side by side, and what is left after a run at the end.
struct Writer<const DIGITS: usize> {
    text: Vec<u8>,
    run: usize,
    carries: Vec<[i64; 8]>,
    /// Eight digits of each part, in two halves.
    groups: [[[u32; 2]; STRIP]; 8],
}

impl<const DIGITS: usize> Writer<DIGITS> {
    /// So many limbs are carried and written together.
    const GROUP: usize = if DIGITS > 2 { 8 / DIGITS } else { 4 };
    const WIDTH: usize = DIGITS * Self::GROUP;
    const BASE: u64 = 10u64.pow(Self::WIDTH as u32);

    /// A multiple of the base that makes every sum of a group positive.
    const ABOVE: u64 = (1 << 62) / Self::BASE;

    /// For so many digits; before them there is room for a whole group.
    fn new(length: usize) -> Self {
        Self { text: vec![0; length + 8], run: 0, carries: vec![], groups: [[[0; 2]; STRIP]; 8] }
    }

    fn write(&mut self, place: &Place, strips: &Strips<i64>) {
        self.run = place.run;
        self.carries.resize(place.part / place.run, [0; 8]);
        let (count, mut carries) = (place.width / Self::GROUP, self.carries[place.at / place.run]);
        for k in 0..count {
            for (j, carry) in carries.iter_mut().enumerate() {
                let limbs = strips[j][k * Self::GROUP..][..Self::GROUP].iter().rev();
                let sum = limbs.fold(0, |sum, limb| sum * 10i64.pow(DIGITS as u32) + limb) + *carry;
                let sum = (sum as u64).wrapping_add(Self::ABOVE * Self::BASE);
                let group = (sum % Self::BASE) as u32;
                self.groups[j][k] = [group / 10_000, group % 10_000];
                *carry = (sum / Self::BASE) as i64 - Self::ABOVE as i64;
            }
        }
        self.carries[place.at / place.run] = carries;
        for (j, groups) in self.groups.iter_mut().enumerate() {
            let after = (j * place.part + place.at) * DIGITS;
            let Some(end) = self.text.len().checked_sub(after) else { break };
            let groups = &mut groups[..count];
            Machine::new().spell(groups.as_flattened_mut());
            for (place, &[high, low]) in self.text[..end].rchunks_exact_mut(Self::WIDTH).zip(&*groups) {
                let word = (u64::from(low) << 32 | u64::from(high)).to_le_bytes();
                place.copy_from_slice(&word[8 - Self::WIDTH..]);
            }
        }
    }

    fn end(mut self) -> Vec<u8> {
        let length = self.text.len();
        let carries = (0..8).flat_map(|j| self.carries.iter().map(move |carries| carries[j]));
        for (at, mut carry) in carries.enumerate() {
            // Nothing is left after the last digit: what is carried there cancels.
            for place in self.text[..length.saturating_sub((at + 1) * self.run * DIGITS)].iter_mut().rev() {
                if carry == 0 {
                    break;
                }
                carry += i64::from(*place & 15);
                *place = b'0' + carry.rem_euclid(10) as u8;
                carry = carry.div_euclid(10);
            }
        }
        without_zeros(self.text)
    }
}
