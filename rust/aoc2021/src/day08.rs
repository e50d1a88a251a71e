//! Seven Segment Search: patterns are sets of seven bits, set algebra finds each wire, and sixteen displays share it.
//!
//! The patterns of two, three and four letters are the digits 1, 7 and 4. The three of six letters lack one letter each,
//! which are the wires of c, d and e in some order: c is the one that 1 has, d the one that 4 has besides. With these all
//! others follow: f is the rest of 1, b the rest of 4, a the rest of 7, and g the rest of all. The ten digits are then
//! put together from the wires. If each of the ten patterns is one of them, the wiring was right; so no step needs a check
//! of its own, and without checks there are no branches. So displays are kept side by side, and SIMD solves sixteen at
//! once.
//!
//! Most of the time goes into reading. First every letter becomes its bit, again sixteen at a time. As the letters in a
//! word differ, a word is then the *sum* of its bytes, and one multiplication adds eight of them. Its length is not guessed:
//! it ends where the first zero is. The sum has as many bits as the word has letters only if all were letters and no
//! two the same, so that one comparison a line checks all its words. The ten digits have 49 segments, so the bar has its
//! place, and what is shown can be read before the patterns are done. A line that isn't so goes to a plainer reader, which
//! decides.
//!
//! Tried and dropped: a letter's bit by shifts (reading was half as slow again), one display at a time (part 2 took five
//! times as long), and loops over lanes in place of `wide` (the same: only some of them became SIMD).

use contract::{InvalidInput, NoAnswer};
use wide::u8x16;

/// Bits 0 to 6 stand for the letters a to g.
type Pattern = u8;

struct Display {
    patterns: [Pattern; 10],
    shown: [Pattern; 4],
}

/// Displays side by side: the first patterns of all of them, the second ones, and so on.
pub struct Block {
    patterns: [Row; 10],
    shown: [Row; 4],
}

type Row = [Pattern; LANES];

const LANES: usize = 16;

/// Sixteen displays that show 0000, and so add nothing to either answer.
const NOTHING: Block = Block {
    patterns: [
        [0b111_0111; LANES],
        [0b010_0100; LANES],
        [0b101_1101; LANES],
        [0b110_1101; LANES],
        [0b010_1110; LANES],
        [0b110_1011; LANES],
        [0b111_1011; LANES],
        [0b010_0101; LANES],
        [0b111_1111; LANES],
        [0b110_1111; LANES],
    ],
    shown: [[0b111_0111; LANES]; 4],
};

const ALL: Pattern = 127;

pub fn parse(text: &str) -> Result<Vec<Block>, InvalidInput> {
    let text = text.as_bytes();
    let bits = bits(text);
    let mut blocks = Vec::with_capacity(text.len() / 64 / LANES + 1);
    let mut number = 0;
    let mut start = 0;
    while start <= text.len() {
        let (display, end) = match quick(text, &bits, start) {
            Some(found) => found,
            None => {
                let line = text[start..].split(|&byte| byte == b'\n').next().unwrap_or_default();
                let display = display(line).ok_or_else(|| {
                    let message =
                        "expected ten different patterns of letters a to g, a bar, and four of the ten";
                    InvalidInput::new(number + 1, message)
                })?;
                (display, start + line.len())
            }
        };
        let lane = number % LANES;
        if lane == 0 {
            blocks.push(NOTHING);
        }
        if let Some(block) = blocks.last_mut() {
            block.patterns.iter_mut().zip(display.patterns).for_each(|(row, pattern)| row[lane] = pattern);
            block.shown.iter_mut().zip(display.shown).for_each(|(row, pattern)| row[lane] = pattern);
        }
        number += 1;
        start = end + 1;
    }
    Ok(blocks)
}

/// What a line says, whatever its patterns.
fn display(line: &[u8]) -> Option<Display> {
    let mut words = line.split(|&byte| byte == b' ');
    let (mut patterns, mut shown) = ([0; 10], [0; 4]);
    for found in &mut patterns {
        *found = pattern(words.next()?)?;
    }
    if words.next()? != b"|" {
        return None;
    }
    for found in &mut shown {
        *found = pattern(words.next()?)?;
    }
    Some(Display { patterns, shown }).filter(|display| words.next().is_none() && is_consistent(display))
}

/// The set of a word's letters, if they are some and no two the same.
fn pattern(word: &[u8]) -> Option<Pattern> {
    let mut set = 0;
    for &letter in word {
        let bit = 1 << letter.checked_sub(b'a').filter(|&bit| bit < 7)?;
        if set & bit != 0 {
            return None;
        }
        set |= bit;
    }
    Some(set).filter(|&set| set != 0)
}

/// Are the ten patterns different, and those shown among them?
#[inline(always)]
fn is_consistent(display: &Display) -> bool {
    let mut known = [false; 128];
    let mut fine = true;
    for &pattern in &display.patterns {
        fine &= !std::mem::replace(&mut known[usize::from(pattern)], true);
    }
    display.shown.iter().fold(fine, |fine, &pattern| fine & known[usize::from(pattern)])
}

/// Each letter's bit, one place higher than in a [`Pattern`]; 0 for a space, 1 for any other byte. More of these follow, as
/// many as `quick` may read past the end.
fn bits(text: &[u8]) -> Vec<u8> {
    let mut bits = Vec::with_capacity(text.len() + BEYOND);
    bits.extend(text.iter().map(|&byte| {
        let other = u8::from(byte != b' ');
        (0..7).fold(other, |bit, letter| if byte == b'a' + letter { 2 << letter } else { bit })
    }));
    bits.extend([1; BEYOND]);
    bits
}

/// How many letters a word has that has this sum; far more than it can have if the sum is odd or 0.
const LETTERS: [u16; 256] = {
    let mut letters = [1000; 256];
    let mut sum = 2;
    while sum < 256 {
        letters[sum] = sum.count_ones() as u16;
        sum += 2;
    }
    letters
};

/// A line of 61 bytes at least has four more words, each of nine at most as `quick` reads them.
const BEYOND: usize = 4 * 9;

/// What a line says and where it ends, if the bar is where ten digits put it and all is well.
fn quick(text: &[u8], bits: &[u8], start: usize) -> Option<(Display, usize)> {
    if text.get(start + 58..start + 61)? != b" | " {
        return None;
    }
    let mut letters = 0;
    let mut word = |at: &mut usize, ends: u64| {
        let bytes = u64::from_le_bytes(bits[*at..*at + 8].try_into().unwrap_or_default()) & ends;
        let zeros = bytes.wrapping_sub(EACH) & !bytes & (EACH << 7);
        let sum = (bytes & (zeros ^ zeros.wrapping_sub(1))).wrapping_mul(EACH) >> 56;
        letters += usize::from(LETTERS[sum as usize]);
        *at += zeros.trailing_zeros() as usize / 8 + 1;
        (sum >> 1) as Pattern
    };
    let (mut patterns, mut shown) = ([0; 10], [0; 4]);
    let (mut first, mut second) = (start, start + 61);
    for found in &mut patterns {
        *found = word(&mut first, u64::MAX);
    }
    let [a, b, c, d] = &mut shown;
    for found in [a, b, c] {
        *found = word(&mut second, u64::MAX);
    }
    *d = word(&mut second, !EACH);
    let end = second - 1;
    let display = Display { patterns, shown };
    let fine = first == start + 59
        && letters == end - start - 15
        && text.get(end).is_none_or(|&byte| byte == b'\n')
        && is_consistent(&display);
    Some((display, end)).filter(|_| fine)
}

/// A one in each of eight bytes.
const EACH: u64 = 0x0101_0101_0101_0101;

pub fn part1(blocks: &[Block]) -> u64 {
    let easy = |row: &Row| {
        let letters = letters(u8x16::new(*row));
        let [two, three, four, seven] = [2, 3, 4, 7].map(|number| letters.cmp_eq(u8x16::splat(number)));
        u64::from((two | three | four | seven).move_mask().count_ones())
    };
    blocks.iter().flat_map(|block| &block.shown).map(easy).sum()
}

pub fn part2(blocks: &[Block]) -> Result<u64, NoAnswer> {
    let mut sums = [0; 4];
    for block in blocks {
        let digits = digits(&block.patterns);
        let numbers = |row: &Row| {
            let pattern = u8x16::new(*row);
            let mut numbers = u8x16::splat(UNKNOWN);
            for (number, digit) in (0..).zip(digits) {
                numbers = pattern.cmp_eq(digit).blend(u8x16::splat(number), numbers);
            }
            numbers
        };
        // The ten patterns differ, so if each is a digit they are the ten digits.
        let known = block.patterns.iter().map(numbers).fold(u8x16::splat(0), |highest, numbers| highest.max(numbers));
        if known.to_array().contains(&UNKNOWN) {
            return Err(NoAnswer("no wiring makes the ten digits of a display's ten patterns".into()));
        }
        for (sum, row) in sums.iter_mut().zip(&block.shown) {
            *sum += numbers(row).to_array().iter().map(|&number| u64::from(number)).sum::<u64>();
        }
    }
    Ok(sums.iter().fold(0, |value, sum| 10 * value + sum))
}

/// What no digit's number is.
const UNKNOWN: u8 = 10;

/// How many letters each pattern has; nothing is carried from one byte of the word to the next.
fn letters(patterns: u8x16) -> u8x16 {
    const fn each(byte: u8) -> u128 {
        u128::from_ne_bytes([byte; LANES])
    }
    let word = u128::from_ne_bytes(patterns.to_array());
    let pairs = word - (word >> 1 & each(0x55));
    let fours = (pairs & each(0x33)) + (pairs >> 2 & each(0x33));
    u8x16::new(((fours + (fours >> 4)) & each(0x0f)).to_ne_bytes())
}

/// The patterns of the digits from 0 to 9, or what is none where there is no wiring.
fn digits(rows: &[Row; 10]) -> [u8x16; 10] {
    let all = u8x16::splat(ALL);
    let [mut one, mut seven, mut four, mut six] = [all; 4];
    for &row in rows {
        let pattern = u8x16::new(row);
        let letters = letters(pattern);
        // What the patterns of that many letters have in common.
        for (common, number) in [(&mut one, 2), (&mut seven, 3), (&mut four, 4), (&mut six, 6)] {
            *common &= pattern | !letters.cmp_eq(u8x16::splat(number));
        }
    }
    let missing = all & !six;
    let c = missing & one;
    let d = missing & four & !one;
    let e = missing & !four & !one;
    let f = one & !c;
    let b = four & !one & !d;
    let a = seven & !one & !four & !e;
    let g = all & !(a | b | c | d | e | f);
    // These seven sets share no wire, so each is one wire if none is empty.
    let nothing = u8x16::splat(0);
    let empty = [a, b, c, d, e, f, g].iter().fold(nothing, |any, wires| any | wires.cmp_eq(nothing));
    [all & !d, c | f, all & !b & !f, all & !b & !e, b | c | d | f, all & !c & !e, all & !c, a | c | f, all, all & !e]
        .map(|digit| digit | empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "abcefg cf acdeg acdfg bcdf abdfg abdefg acf abcdefg abcdfg | cf abdfg gfdcba bcdf";

    /// What both readers say of a line.
    fn read(line: &str) -> [Option<([Pattern; 10], [Pattern; 4])>; 2] {
        let quick = quick(line.as_bytes(), &bits(line.as_bytes()), 0).filter(|&(_, end)| end == line.len());
        [quick.map(|(display, _)| display), display(line.as_bytes())]
            .map(|display| display.map(|Display { patterns, shown }| (patterns, shown)))
    }

    #[test]
    fn both_readers_read_the_same() {
        let [quick, plain] = read(LINE);
        assert!(quick.is_some());
        assert_eq!(quick, plain);
    }

    #[test]
    fn both_readers_refuse_the_same() {
        for at in 0..LINE.len() {
            for stray in " |\n\0`abgh{Aé".chars() {
                let spoiled = format!("{}{stray}{}", &LINE[..at], &LINE[at + 1..]);
                let [quick, plain] = read(&spoiled);
                assert!(quick.is_none() || quick == plain, "{spoiled:?}");
                assert!(quick.is_some() || plain.is_none() || spoiled.find('|') != Some(59), "{spoiled:?}");
            }
            assert_eq!(read(&LINE[..at])[0], None);
        }
    }

    #[test]
    fn what_fills_a_block_adds_nothing() {
        assert_eq!((part1(&[NOTHING]), part2(&[NOTHING])), (0, Ok(0)));
    }
}
