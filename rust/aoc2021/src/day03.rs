//! Binary Diagnostic: all places are counted at once, and sifting moves ones before zeros.
//!
//! *Reading.* Eight digits are one 64-bit word. They are right if only their lowest bits
//! differ from `'0'`, and a multiplication gathers those bits into the highest byte.
//!
//! *Part 1* never looks at a single place. Counters stand on edge: plane 0 holds the lowest
//! bit of every place's count, plane 1 the next, and so on. A number is added to all counts
//! at once, carries being words as well (an idea of the Haskell solution). A carry-save adder
//! takes in two numbers at a time, so that most of the work is five operations for two
//! numbers, whatever the width.
//!
//! *Part 2* parts an array into ones and zeros without a branch, as no predictor could guess
//! the bits. The order within a side does not matter, so that happens within one array, which
//! halves from place to place.
use contract::{InvalidInput, NoAnswer};

const WIDEST: usize = 64;

pub struct Report {
    width: u32,
    numbers: Vec<u64>,
}

pub fn parse(text: &str) -> Result<Report, InvalidInput> {
    let bytes = text.as_bytes();
    let width = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len());
    if width == 0 || width > WIDEST {
        return Err(wrong(0));
    }
    let mut numbers = Vec::with_capacity(bytes.len() / (width + 1) + 1);
    let mut lines = bytes.chunks_exact(width + 1);
    for line in &mut lines {
        match number(&line[..width]) {
            Some(number) if line[width] == b'\n' => numbers.push(number),
            _ => return Err(wrong(numbers.len())),
        }
    }
    match number(lines.remainder()) {
        Some(number) if lines.remainder().len() == width => numbers.push(number),
        _ => return Err(wrong(numbers.len())),
    }
    Ok(Report { width: width as u32, numbers })
}

#[cold]
fn wrong(at: usize) -> InvalidInput {
    InvalidInput::new(at + 1, format!("expected 1 to {WIDEST} binary digits, as many on every line"))
}

/// The number that binary digits spell, at most 64 of them.
#[inline]
fn number(line: &[u8]) -> Option<u64> {
    const ZEROS: u64 = u64::from_le_bytes(*b"00000000");
    let mut number = 0;
    let mut wrong = 0;
    let mut eights = line.chunks_exact(8);
    for eight in &mut eights {
        let digits = eight.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)) ^ ZEROS;
        wrong |= digits;
        number = number << 8 | digits.wrapping_mul(0x8040_2010_0804_0201) >> 56;
    }
    for byte in eights.remainder() {
        let digit = u64::from(byte ^ b'0');
        wrong |= digit;
        number = number << 1 | digit & 1;
    }
    (wrong & !0x0101_0101_0101_0101 == 0).then_some(number)
}

/// How many of the numbers have a one, for every place: plane `k` has bit `k` of each count.
fn count_ones(numbers: &[u64]) -> [u64; 64] {
    let mut planes = [0; 64];
    let mut pairs = numbers.chunks_exact(2);
    let mut carry_on = |plane: usize, mut carry: u64| {
        // Counts stay below 2^64, so the last plane has no carry.
        for plane in &mut planes[plane..] {
            if carry == 0 {
                break;
            }
            (*plane, carry) = (*plane ^ carry, *plane & carry);
        }
    };
    let mut low = 0;
    for pair in &mut pairs {
        let half = low ^ pair[0];
        let carry = low & pair[0] | half & pair[1];
        low = half ^ pair[1];
        carry_on(1, carry);
    }
    carry_on(0, low);
    pairs.remainder().iter().for_each(|&number| carry_on(0, number));
    planes
}

pub fn part1(report: &Report) -> Result<u128, NoAnswer> {
    let planes = count_ones(&report.numbers);
    // Twice every count against all numbers, from the highest digit of both.
    let all = report.numbers.len() as u128;
    let (mut more, mut fewer) = (0, 0);
    for digit in (0..=64).rev() {
        let twice = if digit == 0 { 0 } else { planes[digit - 1] };
        let ours = if all >> digit & 1 == 1 { !0 } else { 0 };
        let open = !(more | fewer);
        more |= open & twice & !ours;
        fewer |= open & !twice & ours;
    }
    let places = u64::MAX >> (64 - report.width);
    if (more | fewer) & places != places {
        return Err(NoAnswer("a place has as many ones as zeros".into()));
    }
    Ok(u128::from(more & places) * u128::from(fewer & places))
}

/// Moves the numbers with a one in that place to the front; ones and zeros.
fn part_by(numbers: &mut [u64], place: u32) -> (&mut [u64], &mut [u64]) {
    let mut ones = 0;
    for at in 0..numbers.len() {
        let number = numbers[at];
        numbers.swap(at, ones);
        ones += (number >> place & 1) as usize;
    }
    numbers.split_at_mut(ones)
}

/// The number that is left when place after place parts the numbers and one side is kept. A
/// side that is empty is no choice.
fn rating(mut numbers: &mut [u64], width: u32, keep_ones: impl Fn(usize, usize) -> bool) -> u128 {
    for place in (0..width).rev() {
        if numbers.len() == 1 {
            break;
        }
        let (ones, zeros) = part_by(numbers, place);
        let choice = !ones.is_empty() && !zeros.is_empty();
        let ones_stay = if choice { keep_ones(ones.len(), zeros.len()) } else { zeros.is_empty() };
        numbers = if ones_stay { ones } else { zeros };
    }
    u128::from(numbers[0])
}

pub fn part2(report: &Report) -> u128 {
    // The first rating leaves the numbers in another order, which is all the same to the second.
    let mut numbers = report.numbers.clone();
    let oxygen = rating(&mut numbers, report.width, |ones, zeros| ones >= zeros);
    let carbon_dioxide = rating(&mut numbers, report.width, |ones, zeros| ones < zeros);
    oxygen * carbon_dioxide
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planes_hold_the_counts() {
        let mut seed = 1u64;
        let numbers: Vec<u64> = (0..1001)
            .map(|_| {
                seed ^= seed << 13;
                seed ^= seed >> 7;
                seed ^= seed << 17;
                seed
            })
            .collect();
        for length in [0, 1, 2, 3, 4, 7, 8, 1000, 1001] {
            let planes = count_ones(&numbers[..length]);
            for place in 0..64 {
                let count = numbers[..length].iter().filter(|&&number| number >> place & 1 == 1).count();
                let found = (0..64).map(|plane| (planes[plane] >> place & 1) << plane).sum::<u64>();
                assert_eq!(found, count as u64);
            }
        }
    }
}
