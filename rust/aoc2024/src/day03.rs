//! Mull It Over: four bytes at a time are compared with the first four of an instruction, as one word.
//!
//! That all of it is printable is checked in a pass without branches, for which the compiler takes vectors.

use contract::InvalidInput;

const MESSAGE: &str = "expected a line of printable ASCII";

pub enum Instruction {
    Product(u32),
    Switch(bool),
}

pub fn parse(text: &str) -> Result<Vec<Instruction>, InvalidInput> {
    let is_printable = |line: &str| line.bytes().fold(true, |all, byte| all & (byte.wrapping_sub(b' ') < 95));
    if let Some(wrong) = text.split('\n').position(|line| line.is_empty() || !is_printable(line)) {
        return Err(InvalidInput::new(wrong + 1, MESSAGE));
    }
    let bytes = text.as_bytes();
    let mut instructions = Vec::with_capacity(text.len() / 16);
    for (at, four) in bytes.windows(4).enumerate() {
        match four {
            b"mul(" => instructions.extend(product(&bytes[at + 4..]).map(Instruction::Product)),
            b"do()" => instructions.push(Instruction::Switch(true)),
            b"don'" if bytes[at + 4..].starts_with(b"t()") => instructions.push(Instruction::Switch(false)),
            _ => {}
        }
    }
    Ok(instructions)
}

fn product(bytes: &[u8]) -> Option<u32> {
    let (x, rest) = factor(bytes, b',')?;
    let (y, _) = factor(rest, b')')?;
    Some(x * y)
}

/// One to three digits, what has to follow them, and the bytes after that.
fn factor(bytes: &[u8], end: u8) -> Option<(u32, &[u8])> {
    let length = bytes.iter().take(4).position(|byte| !byte.is_ascii_digit()).filter(|&length| length > 0)?;
    let value = bytes[..length].iter().fold(0, |value, byte| 10 * value + u32::from(byte - b'0'));
    (bytes[length] == end).then_some((value, &bytes[length + 1..]))
}

pub fn part1(instructions: &[Instruction]) -> u64 {
    let products = instructions.iter().map(|instruction| match instruction {
        Instruction::Product(product) => u64::from(*product),
        Instruction::Switch(_) => 0,
    });
    products.sum()
}

pub fn part2(instructions: &[Instruction]) -> u64 {
    let (mut total, mut on) = (0, true);
    for instruction in instructions {
        match *instruction {
            Instruction::Switch(switch) => on = switch,
            Instruction::Product(product) => total += if on { u64::from(product) } else { 0 },
        }
    }
    total
}
