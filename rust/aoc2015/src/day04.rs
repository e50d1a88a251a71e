//! The Ideal Stocking Stuffer: 64 numbers at a time go through 61 steps of MD5, on all cores.
//!
//! Only the hash's first word is looked at, and the last three of 64 steps don't change it. The rest is in the contract's `md5`, which
//! two days of 2016 use as well.

use contract::{InvalidInput, md5::hits, reading::single};

const MESSAGE: &str =
    "expected a key of 1 to 40 small letters, perhaps after a digit from 1 to 5 and a space";
/// A key, and how many zeroes part 1 asks for.
pub struct Secret {
    key: String,
    zeroes: u32,
}

pub fn parse(text: &str) -> Result<Secret, InvalidInput> {
    single(text, MESSAGE, |line| {
        let zeroes = line.choice(&["1 ", "2 ", "3 ", "4 ", "5 "]).map_or(5, |at| at as u32 + 1);
        let key = line.word(|byte| byte.is_ascii_lowercase()).filter(|key| key.len() <= 40)?;
        Some(Secret { key: String::from_utf8_lossy(key).into_owned(), zeroes })
    })
}

pub fn part1(secret: &Secret) -> u64 {
    least(&secret.key, secret.zeroes)
}

pub fn part2(secret: &Secret) -> u64 {
    least(&secret.key, secret.zeroes + 1)
}

/// The least number whose hash starts with so many zeroes.
fn least(key: &str, zeroes: u32) -> u64 {
    hits(key, 1, zeroes, |hits| (!hits.is_empty()).then_some(1))[0].0
}
