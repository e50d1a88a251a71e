//! Leonardo's Monorail: a few hundred instructions, as the machine takes many rounds of a loop at once.

use crate::assembunny::{Machine, Program, read};
use contract::{InvalidInput, NoAnswer};

const MESSAGE: &str = "expected an instruction as cpy 41 a, inc a, dec a or jnz a -2, with numbers of at most 999999, in at most 10000 lines";

pub fn parse(text: &str) -> Result<Program, InvalidInput> {
    read(text, MESSAGE, 4)
}

/// What register c begins with in each part.
const C: [i64; 2] = [0, 1];

pub fn part1(program: &Program) -> Result<i64, NoAnswer> {
    Machine::new(program, [0, 0, C[0], 0]).result()
}

pub fn part2(program: &Program) -> Result<i64, NoAnswer> {
    Machine::new(program, [0, 0, C[1], 0]).result()
}
