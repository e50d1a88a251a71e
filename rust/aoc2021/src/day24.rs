//! Arithmetic Logic Unit: blocks push digits on a stack or pop them, and each digit that pops has one that it must match.
//!
//! A block is eighteen lines in which three numbers are free. What it does to z, a number in base 26, is either to put
//! the digit at the end (with something added), or to take the last place off and to put the digit there unless it
//! matches. For z to be 0 at the end, every digit that pops has to match the one pushed: they differ by a constant, and
//! no other digit has a say. For the largest number the larger of both is 9, for the smallest the smaller is 1.
//!
//! Where the digits are is all that a number needs: each pair adds to it what its first digit is times both places,
//! and the offset times the second. So nothing is put together digit by digit.
//!
//! There is nothing to search either, and two thirds of the time are spent on reading. An instruction is one word: the
//! operation, the variable, where the operand comes from, and its number. A line is read in one go, its operation as
//! four bytes at once. A block is compared with the pattern word by word, after its free numbers were copied there.

use contract::{InvalidInput, NoAnswer};

/// An operation, a variable, the operand's variable (a byte each), and in the upper half the operand's number.
type Instruction = u64;

const INP: u8 = 0;
const ADD: u8 = 1;
const MUL: u8 = 2;
const DIV: u8 = 3;
const MOD: u8 = 4;
const EQL: u8 = 5;

const W: u8 = 0;
const X: u8 = 1;
const Y: u8 = 2;
const Z: u8 = 3;
/// In place of the operand's variable, if the operand is a number.
const NUMBER: u8 = 4;

const LARGEST: u64 = 999_999_999;

const DIGITS: usize = 14;

/// The lines of each block.
const BLOCK: [Instruction; 18] = [
    of(INP, W, NUMBER, 0),
    of(MUL, X, NUMBER, 0),
    of(ADD, X, Z, 0),
    of(MOD, X, NUMBER, 26),
    of(DIV, Z, NUMBER, 0),
    of(ADD, X, NUMBER, 0),
    of(EQL, X, W, 0),
    of(EQL, X, NUMBER, 0),
    of(MUL, Y, NUMBER, 0),
    of(ADD, Y, NUMBER, 25),
    of(MUL, Y, X, 0),
    of(ADD, Y, NUMBER, 1),
    of(MUL, Z, Y, 0),
    of(MUL, Y, NUMBER, 0),
    of(ADD, Y, W, 0),
    of(ADD, Y, NUMBER, 0),
    of(MUL, Y, X, 0),
    of(ADD, Z, Y, 0),
];
/// Where the free numbers are, 0 in the pattern: what z is divided by, what its last place is compared
/// with, and what is added to the digit.
const FREE: [usize; 3] = [4, 5, 15];

const fn of(operation: u8, variable: u8, source: u8, number: i32) -> Instruction {
    u32::from_le_bytes([operation, variable, source, 0]) as u64 | (number as u32 as u64) << 32
}

fn number(instruction: Instruction) -> i64 {
    i64::from((instruction >> 32) as i32)
}

pub fn parse(text: &str) -> Result<Vec<Instruction>, InvalidInput> {
    let mut rest = text.as_bytes();
    let mut program = Vec::with_capacity(rest.len() / 8 + 1);
    loop {
        match instruction(rest).map(|(instruction, length)| (instruction, rest.get(length), length)) {
            Some((instruction, None, _)) => {
                program.push(instruction);
                return Ok(program);
            }
            Some((instruction, Some(b'\n'), length)) => {
                program.push(instruction);
                rest = &rest[length + 1..];
            }
            _ => {
                let message = "expected inp and a variable, or add, mul, div, mod or eql, a variable, \
                    and a variable or a number of at most nine digits";
                return Err(InvalidInput::new(program.len() + 1, message));
            }
        }
    }
}

/// The instruction that a text begins with, and its length.
#[inline(always)]
fn instruction(text: &[u8]) -> Option<(Instruction, usize)> {
    let operation = match text.first_chunk::<4>()? {
        b"inp " => INP,
        b"add " => ADD,
        b"mul " => MUL,
        b"div " => DIV,
        b"mod " => MOD,
        b"eql " => EQL,
        _ => return None,
    };
    let variable = named(*text.get(4)?)?;
    if operation == INP {
        return Some((of(INP, variable, NUMBER, 0), 5));
    }
    if *text.get(5)? != b' ' {
        return None;
    }
    let first = *text.get(6)?;
    if let Some(other) = named(first) {
        return Some((of(operation, variable, other, 0), 7));
    }
    let start = if first == b'-' { 7 } else { 6 };
    let mut length = start;
    let mut number = 0;
    while let Some(digit) = text.get(length).map(|byte| byte.wrapping_sub(b'0')).filter(|&digit| digit < 10) {
        number = number * 10 + u64::from(digit);
        if number > LARGEST {
            return None;
        }
        length += 1;
    }
    if length == start {
        return None;
    }
    let number = if start == 7 { -(number as i32) } else { number as i32 };
    Some((of(operation, variable, NUMBER, number), length))
}

fn named(name: u8) -> Option<u8> {
    Some(name.wrapping_sub(b'w')).filter(|&variable| variable <= Z)
}

pub fn part1(program: &[Instruction]) -> Result<i64, NoAnswer> {
    accepted(program, |offset| 9.min(9 - offset))
}

pub fn part2(program: &[Instruction]) -> Result<i64, NoAnswer> {
    accepted(program, |offset| 1.max(1 - offset))
}

/// The number accepted whose digits are `best` if others have to be larger by some offset.
fn accepted(program: &[Instruction], best: impl Fn(i64) -> i64) -> Result<i64, NoAnswer> {
    if program.len() != DIGITS * BLOCK.len() {
        return Err(no_blocks());
    }
    let mut number = 0;
    let mut is_possible = true;
    let mut stack = [(0, 0); DIGITS];
    let mut height = 0;
    let mut place = 10_i64.pow(DIGITS as u32);
    for block in program.chunks_exact(BLOCK.len()) {
        place /= 10;
        match free_numbers(block).ok_or_else(no_blocks)?.into() {
            (1, 10.., extra @ 0..=16) => {
                stack[height] = (place, extra);
                height += 1;
            }
            (26, guess, 0..=16) if height > 0 => {
                height -= 1;
                let (first, pushed) = stack[height];
                let offset = pushed + guess;
                if (-8..=8).contains(&offset) {
                    number += best(offset) * (first + place) + offset * place;
                } else {
                    is_possible = false;
                }
            }
            _ => return Err(no_blocks()),
        }
    }
    if is_possible && height == 0 {
        Ok(number)
    } else {
        Err(NoAnswer("the program accepts no model number".into()))
    }
}

#[cold]
fn no_blocks() -> NoAnswer {
    NoAnswer("the program is not fourteen blocks that push a digit or pop one".into())
}

/// The three numbers that are free in a block, if these lines are one.
fn free_numbers(lines: &[Instruction]) -> Option<[i64; 3]> {
    let mut pattern = BLOCK;
    let lines: &[Instruction; BLOCK.len()] = lines.try_into().ok()?;
    for at in FREE {
        pattern[at] |= lines[at] >> 32 << 32;
    }
    (*lines == pattern).then(|| FREE.map(|at| number(lines[at])))
}
