//! JSAbacusFramework.io: read into a row of steps, in which each container ends with how it began.
//!
//! No tree is built: opening and closing are steps like a number is, and a sum goes over them with a stack.

use contract::InvalidInput;
use contract::reading::{Cursor, single};

const MOST_DEEP: usize = 100;
const FORM: &str = "expected JSON without spaces: arrays and objects at most 100 deep, words of small letters, whole numbers to 999999";

/// What is met in a document from left to right.
pub enum Step {
    Number(i32),
    Red,
    Open,
    /// The end of an array or an object.
    Close {
        object: bool,
    },
}

pub fn parse(text: &str) -> Result<Vec<Step>, InvalidInput> {
    let mut steps = Vec::with_capacity(text.len() / 5);
    single(text, FORM, |line| value(line, &mut steps, 0))?;
    Ok(steps)
}

fn value(line: &mut Cursor, steps: &mut Vec<Step>, deep: usize) -> Option<()> {
    match line.byte()? {
        b'"' => {
            if word(line)? == b"red" {
                steps.push(Step::Red);
            }
        }
        open @ (b'[' | b'{') if deep < MOST_DEEP => {
            let (object, end) = if open == b'{' { (true, "}") } else { (false, "]") };
            steps.push(Step::Open);
            if line.tag(end).is_none() {
                loop {
                    if object {
                        line.tag("\"")?;
                        word(line)?;
                        line.tag(":")?;
                    }
                    value(line, steps, deep + 1)?;
                    if line.choice(&[",", end])? == 1 {
                        break;
                    }
                }
            }
            steps.push(Step::Close { object });
        }
        b'-' => {
            let first = line.byte()?;
            steps.push(Step::Number(-number(line, first)?));
        }
        first => steps.push(Step::Number(number(line, first)?)),
    }
    Some(())
}

/// The letters of a word, and its end.
fn word<'a>(line: &mut Cursor<'a>) -> Option<&'a [u8]> {
    if line.tag("\"").is_some() {
        return Some(b"");
    }
    let letters = line.word(|byte| byte.is_ascii_lowercase())?;
    line.tag("\"")?;
    Some(letters)
}

/// A number by its first digit; a zero has no other one after it.
fn number(line: &mut Cursor, first: u8) -> Option<i32> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i32::from(byte - b'0'));
    let mut value = digit(first)?;
    if first != b'0' {
        let more = line.word(|byte| byte.is_ascii_digit()).unwrap_or_default();
        if more.len() > 5 {
            return None;
        }
        for &byte in more {
            value = 10 * value + digit(byte)?;
        }
    }
    Some(value)
}

pub fn part1(steps: &[Step]) -> i64 {
    steps.iter().map(|step| if let Step::Number(number) = step { i64::from(*number) } else { 0 }).sum()
}

pub fn part2(steps: &[Step]) -> i64 {
    let mut around = Vec::with_capacity(MOST_DEEP);
    let (mut sum, mut red) = (0i64, false);
    for step in steps {
        match step {
            Step::Number(number) => sum += i64::from(*number),
            Step::Red => red = true,
            Step::Open => {
                around.push((sum, red));
                (sum, red) = (0, false);
            }
            Step::Close { object } => {
                let inside = if *object && red { 0 } else { sum };
                if let Some((before, was_red)) = around.pop() {
                    (sum, red) = (before + inside, was_red);
                }
            }
        }
    }
    sum
}
