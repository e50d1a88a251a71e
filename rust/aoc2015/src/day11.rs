//! Corporate Policy: the first leaf to the right of the old password, in the tree of all passwords.
//!
//! The search goes down along the old password and leaves it as late as it can. A branch whose missing letters do not fit into
//! the places that are left is not entered, so that it hardly ever turns back.

use contract::reading::single;
use contract::{InvalidInput, NoAnswer};

const LENGTH: usize = 8;
const FORM: &str = "expected a password of eight small letters";

pub type Password = [u8; LENGTH];

pub fn parse(text: &str) -> Result<Password, InvalidInput> {
    single(text, FORM, |line| line.word(|byte| byte.is_ascii_lowercase())?.try_into().ok())
}

pub fn part1(password: &Password) -> Result<String, NoAnswer> {
    following(password).map(written)
}

pub fn part2(password: &Password) -> Result<String, NoAnswer> {
    following(&following(password)?).map(written)
}

fn written(password: Password) -> String {
    password.iter().map(|&byte| char::from(byte)).collect()
}

fn following(old: &Password) -> Result<Password, NoAnswer> {
    let mut password = *old;
    if search(&mut password, old, 0, true) {
        Ok(password)
    } else {
        Err(NoAnswer("no password follows".into()))
    }
}

/// Fills the places from one on with the least letters that will do; `along` the old password until one is higher.
fn search(password: &mut Password, old: &Password, place: usize, along: bool) -> bool {
    if place + missing(&password[..place]) > LENGTH {
        return false;
    }
    if place == LENGTH {
        return !along;
    }
    let least = if along { old[place] } else { b'a' };
    (least..=b'z').filter(|letter| !b"iol".contains(letter)).any(|letter| {
        password[place] = letter;
        search(password, old, place + 1, along && letter == old[place])
    })
}

/// How many letters the policy asks for after these, at least.
fn missing(start: &[u8]) -> usize {
    let (mut paired, mut run, mut longest) = (0u32, 0, 0);
    for (place, &letter) in start.iter().enumerate() {
        let before = if place > 0 { start[place - 1] } else { 0 };
        paired |= u32::from(letter == before) << (letter - b'a');
        run = if letter == before + 1 { run + 1 } else { 1 };
        longest = run.max(longest);
    }
    let again = 2 - paired.count_ones().min(2) as usize; // letters like the one before
    let begun = start.last().is_some_and(|letter| paired >> (letter - b'a') & 1 == 0);
    let between = if again > 0 { again - usize::from(begun) } else { 0 };
    let steps = if longest < 3 { 3 - run } else { 0 };
    again + steps.max(between)
}
