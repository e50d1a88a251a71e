//! Matchsticks: how many escapes of either kind there are is all that both parts ask.

use contract::InvalidInput;
use contract::reading::{Cursor, lines};

const FORM: &str =
    r#"expected a string in double quotes, of small letters, digits, \\, \" and codes as \x27"#;

/// The escapes of a string: those of two characters, and those of four.
#[derive(Default)]
pub struct Escapes {
    pairs: usize,
    codes: usize,
}

pub fn parse(text: &str) -> Result<Vec<Escapes>, InvalidInput> {
    lines(text, FORM, string)
}

fn string(line: &mut Cursor) -> Option<Escapes> {
    let mut escapes = Escapes::default();
    line.tag("\"")?;
    loop {
        line.word(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        match line.byte()? {
            b'"' => return Some(escapes),
            b'\\' => match line.byte()? {
                b'\\' | b'"' => escapes.pairs += 1,
                b'x' => {
                    digit(line)?;
                    digit(line)?;
                    escapes.codes += 1;
                }
                _ => return None,
            },
            _ => return None,
        }
    }
}

fn digit(line: &mut Cursor) -> Option<u8> {
    line.byte().filter(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Besides the quotes, a pair is written with one character more than it holds, and a code with three.
pub fn part1(strings: &[Escapes]) -> usize {
    strings.iter().map(|Escapes { pairs, codes }| 2 + pairs + 3 * codes).sum()
}

/// Both characters of a pair and one of a code get a backslash, and so do the quotes, around which there are new ones.
pub fn part2(strings: &[Escapes]) -> usize {
    strings.iter().map(|Escapes { pairs, codes }| 4 + 2 * pairs + codes).sum()
}
