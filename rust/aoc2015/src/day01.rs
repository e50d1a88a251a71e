//! Not Quite Lisp: a bracket is a step of one byte, and floors are sums of steps.
//!
//! Bytes with a sign are added up as vectors; part 2 stops at the step that it looks for. Most of the time goes into reading.

use contract::{InvalidInput, NoAnswer, reading::single};

const MESSAGE: &str = "expected 1 to 1000000 round brackets";
const MOST: usize = 1_000_000;

pub fn parse(text: &str) -> Result<Vec<i8>, InvalidInput> {
    single(text, MESSAGE, |line| {
        let brackets = line.word(|byte| byte == b'(' || byte == b')').filter(|word| word.len() <= MOST)?;
        Some(brackets.iter().map(|&bracket| if bracket == b'(' { 1 } else { -1 }).collect())
    })
}

pub fn part1(steps: &[i8]) -> i32 {
    steps.iter().map(|&step| i32::from(step)).sum()
}

pub fn part2(steps: &[i8]) -> Result<usize, NoAnswer> {
    let mut floor = 0;
    let basement = steps.iter().position(|&step| {
        floor += i32::from(step);
        floor < 0
    });
    basement.map(|place| place + 1).ok_or_else(|| NoAnswer("the basement is never entered".into()))
}
