//! Seven Segment Search: a pattern is seven bits, and set algebra finds each wire.
//!
//! What the patterns of two, three and four letters have in common are the digits 1, 7 and 4. The
//! letters that some of six lack are the wires c, d and e: c is the one in 1, d another one in 4.
//! With these the other wires follow, and the digits from the wires. No step needs a check of its
//! own, and so no branch: in the end the ten digits, as a set of patterns, are the ten noted, or no
//! wiring makes them.
use contract::{InvalidInput, NoAnswer};

/// Bits 0 to 6 stand for the letters a to g.
type Pattern = u8;

const ALL: Pattern = 127;

pub struct Display {
    noted: [Pattern; 10],
    shown: [Pattern; 4],
}

pub fn parse(text: &str) -> Result<Vec<Display>, InvalidInput> {
    let message = "expected ten different patterns of letters a to g, a bar, and four of the ten";
    let padded = [text.as_bytes(), b"\n\n\n\n\n\n\n\n"].concat();
    let mut displays = Vec::with_capacity(text.len() / 64 + 1);
    let mut at = 0;
    while at <= text.len() {
        let wrong = || InvalidInput::new(displays.len() + 1, message);
        displays.push(display(&padded, &mut at).ok_or_else(wrong)?);
    }
    Ok(displays)
}

/// What a line says, whose end is followed by seven bytes at least.
fn display(text: &[u8], at: &mut usize) -> Option<Display> {
    let mut display = Display { noted: [0; 10], shown: [0; 4] };
    for noted in &mut display.noted {
        *noted = pattern(text, at, b' ')?;
    }
    if text[*at..*at + 2] != *b"| " {
        return None;
    }
    *at += 2;
    for (shown, end) in display.shown.iter_mut().zip(*b"   \n") {
        *shown = pattern(text, at, end)?;
    }
    let noted = set(&display.noted);
    (noted.count_ones() == 10 && set(&display.shown) & !noted == 0).then_some(display)
}

/// The set of a word's letters, no two of which are the same; the place moves past the byte that
/// ends the word.
///
/// How long words are is chance, so the end is found without a branch: eight bytes are one number,
/// letters have bit 6 set and what ends them has not, and all eight become bits, of which those
/// past the end are bit 0.
#[inline(always)]
fn pattern(text: &[u8], at: &mut usize, end: u8) -> Option<Pattern> {
    let bytes = u64::from_le_bytes(text[*at..*at + 8].try_into().expect("eight of them"));
    let length = (!bytes & (EACH << 6)).trailing_zeros() / 8;
    let letters = (bytes ^ (EACH * 0x60)) & !u64::MAX.checked_shl(8 * length)?;
    let pattern = letters.to_le_bytes().iter().fold(0_u8, |set, letter| set | 1 << (letter & 7)) >> 1;
    let fine = letters & (EACH * 0xf8) == 0 && pattern.count_ones() == length && length > 0;
    *at += length as usize + 1;
    (fine && text[*at - 1] == end).then_some(pattern)
}

/// A one in each of eight bytes.
const EACH: u64 = 0x0101_0101_0101_0101;

fn set(patterns: &[Pattern]) -> u128 {
    patterns.iter().fold(0, |set, pattern| set | 1 << pattern)
}

pub fn part1(displays: &[Display]) -> usize {
    let shown = displays.iter().flat_map(|display| display.shown);
    shown.filter(|pattern| matches!(pattern.count_ones(), 2 | 3 | 4 | 7)).count()
}

pub fn part2(displays: &[Display]) -> Result<usize, NoAnswer> {
    displays
        .iter()
        .map(value)
        .sum::<Option<usize>>()
        .ok_or_else(|| NoAnswer("no wiring makes the ten digits of a display's ten patterns".into()))
}

/// The number that a display shows, if some wiring makes digits of its patterns.
fn value(display: &Display) -> Option<usize> {
    let mut numbers = [UNKNOWN; 128];
    for (number, digit) in (0..).zip(digits(&display.noted)) {
        numbers[usize::from(digit)] = number;
    }
    let number = |pattern: &Pattern| numbers[usize::from(*pattern)];
    let known = display.noted.iter().all(|pattern| number(pattern) != UNKNOWN);
    known.then(|| display.shown.iter().fold(0, |value, pattern| 10 * value + usize::from(number(pattern))))
}

const UNKNOWN: u8 = 10;

/// The digits from 0 to 9, where some wiring makes them; if none does, others than those noted.
fn digits(noted: &[Pattern; 10]) -> [Pattern; 10] {
    // What the patterns of that many letters have in common.
    let mut common = [ALL; 8];
    for pattern in noted {
        common[pattern.count_ones() as usize] &= pattern;
    }
    let [_, _, one, seven, four, _, six, _] = common;
    let missing = ALL & !six;
    let c = missing & one;
    let d = missing & four & !one;
    let e = missing & !four & !one;
    let f = one & !c;
    let b = four & !one & !d;
    let a = seven & !one & !four & !e;
    let g = ALL & !(a | b | c | d | e | f);
    // These seven sets share no letter, so each is one wire if none is empty.
    if [a, b, c, d, e, f, g].contains(&0) {
        return [0; 10];
    }
    [
        ALL & !d,
        c | f,
        ALL & !b & !f,
        ALL & !b & !e,
        b | c | d | f,
        ALL & !c & !e,
        ALL & !c,
        a | c | f,
        ALL,
        ALL & !e,
    ]
}
