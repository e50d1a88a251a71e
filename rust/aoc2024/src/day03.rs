//! Mull It Over: where an instruction begins is found for 64 bytes at once, and eight bytes hold both factors.
//!
//! The compiler makes vector code of the comparisons. Of the eight bytes those that are no digits leave a bit
//! each, and the lowest two say where the factors end.

use contract::InvalidInput;
use contract::bits::ones;

/// Bytes at a time.
const BLOCK: usize = 64;

const ONES: u64 = 0x0101_0101_0101_0101;

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
    // With more than the longest instruction needs after the end, where none is found.
    let mut bytes = text.as_bytes().to_vec();
    bytes.resize(text.len() + 2 * BLOCK, b'\n');
    let mut instructions = Vec::with_capacity(text.len() / 16);
    for start in (0..text.len()).step_by(BLOCK) {
        let begins = candidates(bytes[start..].first_chunk().unwrap());
        let found = |at| instruction(bytes[start + at..].first_chunk().unwrap());
        instructions.extend(ones(begins).filter_map(found));
    }
    Ok(instructions)
}

/// Where a block has `mu` or `do`, as bits.
fn candidates(block: &[u8; BLOCK + 1]) -> u64 {
    let mut begins = [0; BLOCK];
    for (at, begins) in begins.iter_mut().enumerate() {
        let pair = |a, b| u8::from(block[at] == a) & u8::from(block[at + 1] == b);
        *begins = pair(b'm', b'u') | pair(b'd', b'o');
    }
    // The product gathers the lowest bits of eight bytes.
    begins.rchunks_exact(8).fold(0, |bits, eight| {
        let eight = u64::from_le_bytes(eight.try_into().unwrap());
        bits << 8 | eight.wrapping_mul(0x0102_0408_1020_4080) >> 56
    })
}

fn instruction(bytes: &[u8; 12]) -> Option<Instruction> {
    match bytes {
        [b'm', b'u', b'l', b'(', rest @ ..] => product(u64::from_le_bytes(*rest)).map(Instruction::Product),
        [b'd', b'o', b'(', b')', ..] => Some(Instruction::Switch(true)),
        [b'd', b'o', b'n', b'\'', b't', b'(', b')', ..] => Some(Instruction::Switch(false)),
        _ => None,
    }
}

/// Two factors of one to three digits, with a comma between them and a bracket after them.
fn product(bytes: u64) -> Option<u32> {
    // In ASCII, `^ 0x30` makes 0 to 9 of a digit and more of anything else, which has its high bit with 0x76.
    let others = ((bytes ^ (ONES * 0x30)) + ONES * 0x76) & (ONES * 0x80);
    let comma = others.trailing_zeros() / 8;
    let bracket = (others & others.wrapping_sub(1)).trailing_zeros() / 8;
    let ends = |at: u32, byte: u8| at < 8 && (bytes >> (8 * at)) as u8 == byte;
    let factor = |from: u32, to: u32| {
        // The digits move up, so that the last of them is the highest byte of four.
        let digits = ((bytes & (ONES * 0x0f)) >> (8 * from)) as u32;
        let [_, hundreds, tens, ones] = match to - from {
            length @ 1..=3 => (digits << (8 * (4 - length))).to_le_bytes(),
            _ => return None,
        };
        Some(100 * u32::from(hundreds) + 10 * u32::from(tens) + u32::from(ones))
    };
    let found = ends(comma, b',') && ends(bracket, b')');
    found.then(|| Some(factor(0, comma)? * factor(comma + 1, bracket)?)).flatten()
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
