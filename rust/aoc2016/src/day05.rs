//! How About a Nice Game of Chess?: 64 numbers at a time go through 61 steps of MD5, on all cores.
//!
//! A password's digits are all in a hash's first word, as in day 4 of 2015, with which this shares everything but what it does with
//! numbers that are found. Threads find them in any order; as soon as those that are known fill the password, only smaller ones count.

use contract::md5::{Hit, hits};
use contract::{InvalidInput, reading::single};

const MESSAGE: &str =
    "expected a door's name of 1 to 40 small letters, perhaps after a digit from 1 to 5 and a space";
const LENGTH: usize = 8;

/// A door's name, and how many zeroes a hash has to start with.
pub struct Door {
    name: String,
    zeroes: u32,
}

pub fn parse(text: &str) -> Result<Door, InvalidInput> {
    single(text, MESSAGE, |line| {
        let zeroes = line.choice(&["1 ", "2 ", "3 ", "4 ", "5 "]).map_or(5, |at| at as u32 + 1);
        let name = line.word(|byte| byte.is_ascii_lowercase()).filter(|name| name.len() <= 40)?;
        Some(Door { name: String::from_utf8_lossy(name).into_owned(), zeroes })
    })
}

pub fn part1(door: &Door) -> String {
    let found = hits(&door.name, 0, door.zeroes, |hits| (hits.len() >= LENGTH).then_some(LENGTH));
    found.iter().map(|&hit| shown(digit(hit, door.zeroes))).collect()
}

pub fn part2(door: &Door) -> String {
    let password = |hits: &[Hit]| {
        let mut password = [None; LENGTH];
        for (count, &hit) in (1..).zip(hits) {
            if let Some(place @ None) = password.get_mut(digit(hit, door.zeroes) as usize) {
                *place = Some(shown(digit(hit, door.zeroes + 1)));
                if password.iter().all(Option::is_some) {
                    return Some((count, password));
                }
            }
        }
        None
    };
    let found = hits(&door.name, 0, door.zeroes, |hits| Some(password(hits)?.0));
    password(&found).into_iter().flat_map(|(_, password)| password).flatten().collect()
}

/// One of a hash's first eight digits.
fn digit((_, word): Hit, place: u32) -> u32 {
    word.swap_bytes() >> (28 - 4 * place) & 15
}

fn shown(digit: u32) -> char {
    char::from_digit(digit, 16).expect("it is below 16")
}
