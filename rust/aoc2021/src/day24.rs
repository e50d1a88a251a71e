//! Arithmetic Logic Unit: blocks push digits on a stack or pop them, and each digit that pops has one that it must match.
//!
//! A block is eighteen lines in which three numbers are free: it is compared with the pattern, a word for each line,
//! after its free numbers were copied there. Nothing is run and nothing is searched. Two digits that match differ by a
//! constant, so each pair adds to the answer what its first digit is times both places, and the constant times the second.

use contract::reading::{Cursor, lines};
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
    let message = "expected inp and a variable, or add, mul, div, mod or eql, a variable, \
        and a variable or a number of at most nine digits";
    lines(text, message, instruction)
}

fn instruction(line: &mut Cursor) -> Option<Instruction> {
    let variable = |line: &mut Cursor| line.choice(&["w", "x", "y", "z"]).map(|variable| variable as u8);
    let operation = line.choice(&["inp ", "add ", "mul ", "div ", "mod ", "eql "])? as u8;
    let first = variable(line)?;
    if operation == INP {
        return Some(of(INP, first, NUMBER, 0));
    }
    line.tag(" ")?;
    match variable(line) {
        Some(second) => Some(of(operation, first, second, 0)),
        None => Some(of(operation, first, NUMBER, line.integer(LARGEST)? as i32)),
    }
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
