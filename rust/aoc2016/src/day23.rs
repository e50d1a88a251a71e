//! Safe Cracking: a toggled instruction is changed in place, and what was known of loops is forgotten.

use crate::assembunny::{Machine, Program, read};
use contract::{InvalidInput, NoAnswer};

const MESSAGE: &str = "expected an instruction as cpy 41 a, inc a, dec a, jnz a -2 or tgl a, with numbers of at most 999999, in at most 10000 lines";

pub fn parse(text: &str) -> Result<Program, InvalidInput> {
    read(text, MESSAGE, 5)
}

/// What register a begins with in each part.
const A: [i64; 2] = [7, 12];

pub fn part1(program: &Program) -> Result<i64, NoAnswer> {
    Machine::new(program, [A[0], 0, 0, 0]).result()
}

pub fn part2(program: &Program) -> Result<i64, NoAnswer> {
    Machine::new(program, [A[1], 0, 0, 0]).result()
}
