//! A product of decimal numbers, from text to text, by limbs of several digits.

use contract::{compiled_twice, machine::Machine};
use super::written::numerals;
use super::transform::{STRIP, Sequence, Strips, convolve};

/// The product of two numbers, both given by their digits from the most significant on.
///
/// Limbs from -B/2 to B/2 have the smallest norms, and the fewer limbs the better: so B is the largest power of ten for which
/// the sums are known to be exact.
pub fn product(a: &[u8], b: &[u8]) -> Vec<u8> {
    let product = product_by::<6>(a, b).or_else(|| product_by::<5>(a, b)).or_else(|| product_by::<4>(a, b));
    product.or_else(|| product_by::<3>(a, b)).or_else(|| product_by::<2>(a, b)).expect("fewer than 10^10 digits")
}

fn product_by<const DIGITS: usize>(a: &[u8], b: &[u8]) -> Option<Vec<u8>> {
    let [m, n] = [a, b].map(|text| text.len() / DIGITS + 2);
    if !are_likely_exact(m, n, 10f64.powi(DIGITS as i32)) {
        return None;
    }
    let fill = |text| move |from: usize, into: &mut [f64; STRIP]| fill::<DIGITS>(text, from, into);
    let (first, second) = (fill(a), fill(b));
    let mut writer = Writer::<DIGITS>::new(a.len() + b.len());
    let b = (a != b).then_some(Sequence { length: n, fill: &second });
    let a = Sequence { length: m, fill: &first };
    convolve(a, b, m + n - 1, |part, at, width, strips| writer.write(part, at, width, strips))?;
    Some(writer.end())
}

/// Whether random limbs are small enough, whose mean square is B^2 / 12; where not, nothing is tried.
fn are_likely_exact(m: usize, n: usize, base: f64) -> bool {
    (m as f64 * n as f64).sqrt() * base * base / 12.0 < 6e13
}

/// The value of four digits, the most significant in the lowest byte: two by two, side by side.
#[inline(always)]
fn value(digits: u32) -> u32 {
    let twos = ((digits & 0x0f0f_0f0f).wrapping_mul(10 << 8 | 1) >> 8) & 0x00ff_00ff;
    twos.wrapping_mul(100 << 16 | 1) >> 16
}

/// Limbs from -B/2 to B/2 of those from 0 to B - 1 that pairs of four digits make; of the first no more than what it carries.
#[inline(always)]
fn balance<const FMA: bool>(pairs: &[[u32; 2]; STRIP + 1], base: i32, into: &mut [f64; STRIP]) {
    let mut limbs = [0; STRIP + 1];
    for (limb, pair) in limbs.iter_mut().zip(pairs) {
        *limb = (10_000 * value(pair[0]) + value(pair[1])) as i32;
    }
    for (limb, pair) in into.iter_mut().zip(limbs.windows(2)) {
        let [carry, taken] = [pair[0], pair[1]].map(|limb| i32::from(2 * limb >= base));
        *limb = f64::from(pair[1] + carry - taken * base);
    }
}

/// A strip of limbs, from one of them on.
fn fill<const DIGITS: usize>(text: &[u8], from: usize, into: &mut [f64; STRIP]) {
    let mut pairs = [[0; 2]; STRIP + 1];
    let (before, first) = (from.saturating_sub(1), usize::from(from == 0));
    let mut rest = &text[..text.len().saturating_sub(before * DIGITS)];
    for pair in &mut pairs[first..] {
        let eight = match rest.last_chunk() {
            Some(eight) => u64::from_le_bytes(*eight),
            None => rest.iter().rev().enumerate().map(|(k, &digit)| u64::from(digit) << (56 - 8 * k)).sum(),
        };
        let own = eight & u64::MAX << (64 - 8 * DIGITS);
        *pair = [own as u32, (own >> 32) as u32];
        rest = &rest[..rest.len().saturating_sub(DIGITS)];
    }
    Machine::new().balance(&pairs, 10i32.pow(DIGITS as u32), into);
}

/// Eight digits each.
#[inline(always)]
fn spell<const FMA: bool>(values: &[u32; STRIP], into: &mut [u64; STRIP]) {
    for (value, word) in values.iter().zip(into) {
        *word = numerals(*value) | 0x3030_3030_3030_3030;
    }
}

compiled_twice! {
    trait Limbs {
        fn balance(pairs: &[[u32; 2]; STRIP + 1], base: i32, into: &mut [f64; STRIP]);
        fn spell(values: &[u32; STRIP], into: &mut [u64; STRIP]);
    }
}

/// Carries the sums of each part by itself, side by side, and what is left after a part at the end.
struct Writer<const DIGITS: usize> {
    text: Vec<u8>,
    part: usize,
    carries: [i64; 8],
    groups: [[u32; STRIP]; 8],
    words: [u64; STRIP],
}

impl<const DIGITS: usize> Writer<DIGITS> {
    /// So many limbs are carried and written together.
    const GROUP: usize = if DIGITS > 2 { 8 / DIGITS } else { 4 };
    const WIDTH: usize = DIGITS * Self::GROUP;
    const BASE: u64 = 10u64.pow(Self::WIDTH as u32);

    /// A multiple of the base that makes every sum of a group positive.
    const ABOVE: u64 = (1 << 62) / Self::BASE;

    fn new(length: usize) -> Self {
        Self { text: vec![b'0'; length], part: 0, carries: [0; 8], groups: [[0; STRIP]; 8], words: [0; STRIP] }
    }

    fn write(&mut self, part: usize, at: usize, width: usize, strips: &Strips<i64>) {
        self.part = part;
        let count = width / Self::GROUP;
        let carried = self.carries.chunks_exact_mut(4).zip(self.groups.chunks_exact_mut(4));
        for ((carries, groups), strips) in carried.zip(strips.chunks_exact(4)) {
            let mut carry: [i64; 4] = carries.try_into().expect("four");
            for k in 0..count {
                for j in 0..4 {
                    let limbs = &strips[j][k * Self::GROUP..][..Self::GROUP];
                    let sum = limbs.iter().rev().fold(0, |sum, limb| sum * 10i64.pow(DIGITS as u32) + limb);
                    let sum = ((sum + carry[j]) as u64).wrapping_add(Self::ABOVE * Self::BASE);
                    groups[j][k] = (sum % Self::BASE) as u32;
                    carry[j] = (sum / Self::BASE) as i64 - Self::ABOVE as i64;
                }
            }
            carries.copy_from_slice(&carry);
        }
        for (j, groups) in self.groups.iter().enumerate() {
            let after = (j * part + at) * DIGITS;
            let Some(end) = self.text.len().checked_sub(after) else { break };
            Machine::new().spell(groups, &mut self.words);
            let mut places = self.text[..end].rchunks_exact_mut(Self::WIDTH);
            let mut words = self.words[..count].iter().map(|word| word.to_le_bytes());
            for (place, word) in places.by_ref().zip(words.by_ref()) {
                place.copy_from_slice(&word[8 - Self::WIDTH..]);
            }
            // What is left is shorter than a group, if this is the last.
            if let (rest, Some(word)) = (places.into_remainder(), words.next()) {
                rest.copy_from_slice(&word[8 - rest.len()..]);
            }
        }
    }

    /// The digits, without zeros before them.
    fn end(mut self) -> Vec<u8> {
        let length = self.text.len();
        for (j, &carry) in self.carries.iter().enumerate() {
            let mut carry = carry;
            // Nothing is left after the last digit: what is carried there cancels.
            for place in self.text[..length.saturating_sub((j + 1) * self.part * DIGITS)].iter_mut().rev() {
                if carry == 0 {
                    break;
                }
                carry += i64::from(*place - b'0');
                *place = b'0' + carry.rem_euclid(10) as u8;
                carry = carry.div_euclid(10);
            }
        }
        let zeros = self.text.iter().position(|&digit| digit != b'0').unwrap_or(length - 1);
        self.text.drain(..zeros);
        self.text
    }
}
