//! Doesn't He Have Intern-Elves For This? A string is one word of 128 bits, which is compared with itself some letters on.
//!
//! What is equal has a zero byte in the exclusive or. Letters are below 128, so that adding 127 to each byte carries nothing into
//! the next, and shows in its highest bit whether it is zero. Nor is a letter 0, which is what comes in where a word is moved: there
//! nothing is found equal. So every question is about all places of a string at once, and there is no table of pairs.

use contract::{InvalidInput, reading::lines};

const MESSAGE: &str = "expected 16 letters from a to z, on at most 100000 lines";
const MOST: usize = 100_000;

/// A 1 in each byte.
const EACH: u128 = u128::MAX / 255;

pub fn parse(text: &str) -> Result<Vec<u128>, InvalidInput> {
    let mut count = 0;
    lines(text, MESSAGE, |line| {
        count += 1;
        let letters = line.word(|byte| byte.is_ascii_lowercase())?.try_into().ok()?;
        (count <= MOST).then_some(u128::from_le_bytes(letters))
    })
}

pub fn part1(strings: &[u128]) -> usize {
    strings.iter().filter(|&&string| nice(string)).count()
}

pub fn part2(strings: &[u128]) -> usize {
    strings.iter().filter(|&&string| nicer(string)).count()
}

fn nice(string: u128) -> bool {
    let vowels = b"aeiou".iter().fold(0, |found, &vowel| found | letter(string, vowel));
    let unwanted = b"acpx".iter().map(|&first| letter(string, first) & letter(string, first + 1) >> 8);
    repeated(string, 1) != 0
        && vowels.count_ones() >= 3
        && unwanted.fold(0, |found, pairs| found | pairs) == 0
}

fn nicer(string: u128) -> bool {
    let pair = |by| {
        let places = repeated(string, by);
        places & places >> 8 != 0
    };
    repeated(string, 2) != 0 && (2..=14).any(pair)
}

/// Where a letter is.
fn letter(string: u128, letter: u8) -> u128 {
    zeroes(string ^ (u128::from(letter) * EACH))
}

/// Where a letter is equal to the one so many places on.
fn repeated(string: u128, by: u32) -> u128 {
    zeroes(string ^ string >> (8 * by))
}

/// The highest bit of each byte that is zero, if none is above 127.
fn zeroes(bytes: u128) -> u128 {
    !(bytes + 127 * EACH) & (128 * EACH)
}
