//! Binary Diagnostic: places are counted by vector code, and sifting moves ones before zeros.
//!
//! Part 2 parts an array into ones and zeros without a branch, as no
//! [predictor](https://en.wikipedia.org/wiki/Branch_predictor) could guess the bits. The order within a side does
//! not matter, so that happens within one array, which halves from place to place.
use std::cmp::Ordering;

use contract::reading::lines;
use contract::{InvalidInput, NoAnswer};

const WIDEST: usize = 32;

pub struct Report {
    width: usize,
    numbers: Vec<u32>,
}

pub fn parse(text: &str) -> Result<Report, InvalidInput> {
    let message = format!("expected 1 to {WIDEST} binary digits, as many on every line");
    let width = text.find('\n').unwrap_or(text.len());
    let numbers = lines(text, &message, |line| {
        let digits = line.word(|byte| matches!(byte, b'0' | b'1'))?;
        (digits.len() == width && width <= WIDEST)
            .then(|| digits.iter().fold(0, |number, digit| number << 1 | u32::from(digit & 1)))
    })?;
    Ok(Report { width, numbers })
}

pub fn part1(report: &Report) -> Result<u64, NoAnswer> {
    let (mut gamma, mut epsilon) = (0u64, 0u64);
    for place in 0..report.width {
        let ones = report.numbers.iter().map(|number| (number >> place & 1) as usize).sum::<usize>();
        match (2 * ones).cmp(&report.numbers.len()) {
            Ordering::Greater => gamma |= 1 << place,
            Ordering::Less => epsilon |= 1 << place,
            Ordering::Equal => return Err(NoAnswer("a place has as many ones as zeros".into())),
        }
    }
    Ok(gamma * epsilon)
}

/// Moves the numbers with a one in that place to the front; ones and zeros.
fn part_by(numbers: &mut [u32], place: usize) -> (&mut [u32], &mut [u32]) {
    let mut ones = 0;
    for at in 0..numbers.len() {
        let number = numbers[at];
        numbers.swap(at, ones);
        ones += (number >> place & 1) as usize;
    }
    numbers.split_at_mut(ones)
}

/// The number that is left when place after place parts the numbers and one side is kept. A side that is empty is
/// no choice.
fn rating(mut numbers: &mut [u32], width: usize, keep_ones: impl Fn(usize, usize) -> bool) -> u64 {
    for place in (0..width).rev() {
        if numbers.len() == 1 {
            break;
        }
        let (ones, zeros) = part_by(numbers, place);
        let choice = !ones.is_empty() && !zeros.is_empty();
        let ones_stay = if choice { keep_ones(ones.len(), zeros.len()) } else { zeros.is_empty() };
        numbers = if ones_stay { ones } else { zeros };
    }
    numbers[0].into()
}

pub fn part2(report: &Report) -> u64 {
    // The first rating leaves the numbers in another order, which is all the same to the second.
    let mut numbers = report.numbers.clone();
    let oxygen = rating(&mut numbers, report.width, |ones, zeros| ones >= zeros);
    let carbon_dioxide = rating(&mut numbers, report.width, |ones, zeros| ones < zeros);
    oxygen * carbon_dioxide
}
