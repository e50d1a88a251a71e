//! Syntax Scoring: whether a bracket opens or closes is chance, so no branch asks.
//!
//! A table turns a bracket into a small number, 1 to 4 for those that open and their negatives for those that close.
//! So a bracket closes the one on top of the stack if both add up to 0, and the sign, spread over all bits, is
//! a mask that makes a number of 1 and -1 for the stack's depth, and lets all those that open pass as
//! right. Each bracket is written on top, where one that closes does no harm: it lies above the new top. The only
//! branch that is left is the end of a line, by a wrong bracket or by no more of them.
//!
//! Scores are compared, but only one is ever computed. As their digits in base five are never 0, a longer one is larger,
//! and those of the same length compare as their strings of digits do. Lines have up to 1000 brackets, so the one in the
//! middle may have more digits than a machine word holds; it is converted at the end.

use contract::{InvalidInput, NoAnswer};
use wide::u8x16;

const LONGEST: usize = 1000;

/// Numbers of the brackets, 0 for all other bytes.
const NUMBERS: [i8; 256] = {
    let mut numbers = [0; 256];
    let mut kind = 0;
    while kind < 4 {
        numbers[b"([{<"[kind] as usize] = kind as i8 + 1;
        numbers[b")]}>"[kind] as usize] = -(kind as i8 + 1);
        kind += 1;
    }
    numbers
};

/// What the first wrong bracket scores, by its kind.
const POINTS: [u64; 5] = [0, 3, 57, 1197, 25137];

pub fn parse(text: &str) -> Result<Vec<&[u8]>, InvalidInput> {
    let text = text.as_bytes();
    let mut lines = Vec::with_capacity(text.len() / 64 + 1);
    let mut start = 0;
    for (at, block) in (0..).step_by(16).zip(text.chunks(16)) {
        let mut others = others(block);
        while others != 0 {
            let end = at + others.trailing_zeros() as usize;
            if text[end] != b'\n' {
                return Err(wrong(text));
            }
            lines.push(&text[start..end]);
            start = end + 1;
            others &= others - 1;
        }
    }
    lines.push(&text[start..]);
    if lines.iter().any(|line| line.is_empty() || line.len() > LONGEST) {
        return Err(wrong(text));
    }
    Ok(lines)
}

/// Which of up to sixteen bytes are no brackets?
fn others(bytes: &[u8]) -> u32 {
    let mut block = [b'('; 16];
    block[..bytes.len()].copy_from_slice(bytes);
    let block = u8x16::new(block);
    // Those that are alike but for one bit are found by one comparison.
    let either = |bit: u8, bracket: u8| (block | u8x16::splat(bit)).cmp_eq(u8x16::splat(bracket));
    let brackets = either(1, b')') | either(2, b'>') | either(32, b'{') | either(32, b'}');
    !brackets.move_mask() as u32 & 0xffff
}

/// The first line that is wrong, where there is one.
#[cold]
fn wrong(text: &[u8]) -> InvalidInput {
    let good = |line: &[u8]| {
        (1..=LONGEST).contains(&line.len()) && line.iter().all(|&byte| NUMBERS[usize::from(byte)] != 0)
    };
    let before = text.split(|&byte| byte == b'\n').take_while(|line| good(line)).count();
    InvalidInput::new(before + 1, format!("expected 1 to {LONGEST} brackets"))
}

pub fn part1(lines: &[&[u8]]) -> u64 {
    let mut stack = Stack::new();
    lines.iter().map(|line| stack.read(line).err().map_or(0, |kind| POINTS[kind])).sum()
}

pub fn part2(lines: &[&[u8]]) -> Result<String, NoAnswer> {
    let mut stack = Stack::new();
    let mut digits = Vec::with_capacity(lines.len() * 16);
    let mut scores = Vec::with_capacity(lines.len());
    for line in lines {
        if let Ok(missing) = stack.read(line) {
            if !missing.is_empty() {
                scores.push((missing.len(), digits.len()));
                digits.extend(missing.iter().rev());
            }
        }
    }
    if scores.len() % 2 == 0 {
        return Err(NoAnswer("there is no middle one of an even number of incomplete lines".into()));
    }
    let score = |&(length, start): &(usize, usize)| &digits[start..][..length];
    let middle = scores.len() / 2;
    let (_, middle, _) = scores.select_nth_unstable_by(middle, |one, other| {
        one.0.cmp(&other.0).then_with(|| score(one).cmp(score(other)))
    });
    Ok(decimal(score(middle)))
}

/// The brackets that are open, by their numbers, above one of no kind.
struct Stack([i8; SIZE]);

/// A power of two, so that no index needs a check; a line's brackets fit in.
const SIZE: usize = 1024;
const _: () = assert!(LONGEST + 1 < SIZE);

impl Stack {
    fn new() -> Self {
        Self([0; SIZE])
    }

    /// What is open at the end of the line, or the kind of the first wrong bracket.
    fn read(&mut self, line: &[u8]) -> Result<&[i8], usize> {
        let Self(stack) = self;
        let mut depth = 1;
        for &byte in line {
            let number = NUMBERS[usize::from(byte)];
            // All ones where it closes.
            let closes = number >> 7;
            let top = stack[(depth - 1) % SIZE];
            if (top + number) & closes != 0 {
                return Err(usize::from(number.unsigned_abs()));
            }
            stack[depth % SIZE] = number;
            // One up, or two down from there.
            depth = (depth + 1).wrapping_add_signed(2 * isize::from(closes));
        }
        Ok(&stack[1..depth])
    }
}

/// The decimal digits of a number that is given by its digits in base five, the highest first.
fn decimal(digits: &[i8]) -> String {
    const BASE: u64 = 1_000_000_000_000_000_000;
    // The lowest word comes first.
    let mut words = vec![0];
    for &digit in digits {
        let mut carry = digit as u64;
        for word in &mut words {
            let value = *word * 5 + carry;
            *word = value % BASE;
            carry = value / BASE;
        }
        if carry > 0 {
            words.push(carry);
        }
    }
    let first = words.pop().unwrap_or_default().to_string();
    words.iter().rev().fold(first, |text, word| text + &format!("{word:018}"))
}
