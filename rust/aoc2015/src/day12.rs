//! JSAbacusFramework.io: read into a row of steps, in which each container ends with how it began.
//!
//! No tree is built: opening and closing are steps like a number is, and a sum goes over them with a stack.

use contract::InvalidInput;
use contract::reading::{Cursor, single};

const MOST_DEEP: usize = 100;
const FORM: &str = "expected JSON without spaces: arrays and objects at most 100 deep, words of small letters, whole numbers to 999999";

/// What is met in a document from left to right.
pub enum Step {
    Number(i64),
    Red,
    Open,
    /// The end of an array or an object.
    Close {
        object: bool,
    },
}

pub fn parse(text: &str) -> Result<Vec<Step>, InvalidInput> {
    let mut steps = Vec::with_capacity(text.len() / 4);
    single(text, FORM, |line| value(line, &mut steps, 0))?;
    Ok(steps)
}

fn value(line: &mut Cursor, steps: &mut Vec<Step>, deep: usize) -> Option<()> {
    match line.choice(&["\"", "[", "{"]) {
        Some(0) => {
            if word(line)? == b"red" {
                steps.push(Step::Red);
            }
            Some(())
        }
        Some(kind) if deep < MOST_DEEP => {
            let (object, end) = (kind == 2, ["]", "}"][kind - 1]);
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
            Some(())
        }
        Some(_) => None,
        None => number(line).map(|number| steps.push(Step::Number(number))),
    }
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

/// A number as JSON has it, with no zero in front.
fn number(line: &mut Cursor) -> Option<i64> {
    let sign = if line.tag("-").is_some() { -1 } else { 1 };
    let digits = line.word(|byte| byte.is_ascii_digit()).filter(|digits| digits.len() <= 6)?;
    let value = digits.iter().fold(0, |value, digit| 10 * value + i64::from(digit - b'0'));
    (digits.len() == 1 || digits[0] != b'0').then_some(sign * value)
}

pub fn part1(steps: &[Step]) -> i64 {
    steps.iter().map(|step| if let Step::Number(number) = step { *number } else { 0 }).sum()
}

pub fn part2(steps: &[Step]) -> i64 {
    let mut around = Vec::with_capacity(MOST_DEEP);
    let (mut sum, mut red) = (0, false);
    for step in steps {
        match step {
            Step::Number(number) => sum += number,
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
