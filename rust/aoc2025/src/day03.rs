//! Lobby: for each digit, the batteries that have it are the bits of one number.
//!
//! The best next battery is the first 9 that leaves enough batteries after it, or else the first 8, and so on: a
//! mask for the places that are allowed, and the lowest bit of what is left. Nothing is compared digit by digit.

use contract::{InvalidInput, reading::Grid};

const MESSAGE: &str = "expected as many digits from 1 to 9 as in the first line, 12 to 100";

/// A bank: its number of batteries, and for each digit which of them have it.
pub struct Bank {
    batteries: usize,
    with: [u128; 10],
}

pub fn parse(text: &str) -> Result<Vec<Bank>, InvalidInput> {
    let grid = Grid::new(text, 20_000, MESSAGE, |byte| matches!(byte, b'1'..=b'9'))?;
    if !(12..=100).contains(&grid.width) {
        return Err(InvalidInput::new(1, MESSAGE));
    }
    Ok(grid.rows().map(bank).collect())
}

fn bank(digits: &[u8]) -> Bank {
    let mut with = [0; 10];
    for (at, digit) in digits.iter().enumerate() {
        with[usize::from(digit & 15)] |= 1 << at;
    }
    Bank { batteries: digits.len(), with }
}

pub fn part1(banks: &[Bank]) -> u64 {
    banks.iter().map(|bank| joltage(bank, 2)).sum()
}

pub fn part2(banks: &[Bank]) -> u64 {
    banks.iter().map(|bank| joltage(bank, 12)).sum()
}

/// The largest number that so many of a bank's digits form.
fn joltage(bank: &Bank, count: usize) -> u64 {
    let mut number = 0;
    let mut allowed = (1u128 << bank.batteries) - 1;
    for others in (0..count).rev() {
        let early = allowed & ((1 << (bank.batteries - others)) - 1);
        let digit = (1..10).rev().find(|&digit| bank.with[digit] & early != 0).expect("enough are left");
        let first = (bank.with[digit] & early).trailing_zeros();
        allowed &= u128::MAX << first << 1;
        number = 10 * number + digit as u64;
    }
    number
}
