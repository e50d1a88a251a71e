//! Bridge Repair: operators are undone from the last number back, without a division.
//!
//! A number divides a value if the value times its inverse modulo 2^64 is small enough, and then that is the quotient (Granlund and
//! Montgomery, 1994). The inverses of all numbers are a table. What is more than the numbers before can make is left at once.

use contract::{InvalidInput, reading::Cursor};

const MOST_LINES: usize = 9000;
const MOST_VALUE: u64 = 999_999_999_999_999;
const MOST_NUMBER: u64 = 999;
const MOST_NUMBERS: usize = 12;
const FORM: &str = "expected a test value to 999999999999999 and 2 to 12 numbers from 1 to 999 as 45: 2 7 5, in at most 9000 lines";

pub struct Equation {
    value: u64,
    numbers: [u16; MOST_NUMBERS],
    count: usize,
}

pub fn parse(text: &str) -> Result<Vec<Equation>, InvalidInput> {
    let mut lines = Cursor::new(text);
    let mut read = 0;
    let equations = lines.block(FORM, |line| {
        read += 1;
        let mut equation =
            Equation { value: line.natural(MOST_VALUE)?, numbers: [0; MOST_NUMBERS], count: 0 };
        line.tag(":")?;
        while line.tag(" ").is_some() {
            let number = line.natural(MOST_NUMBER).filter(|&number| number > 0)?;
            *equation.numbers.get_mut(equation.count)? = number as u16;
            equation.count += 1;
        }
        (equation.count > 1 && read <= MOST_LINES).then_some(equation)
    })?;
    lines.end()?;
    Ok(equations)
}

pub fn part1(equations: &[Equation]) -> u64 {
    total::<false>(equations)
}

pub fn part2(equations: &[Equation]) -> u64 {
    total::<true>(equations)
}

/// The sum of values that can come of adding, multiplying and, perhaps, joining.
fn total<const JOIN: bool>(equations: &[Equation]) -> u64 {
    equations.iter().filter(|equation| equation.is_possible::<JOIN>()).map(|equation| equation.value).sum()
}

impl Equation {
    fn is_possible<const JOIN: bool>(&self) -> bool {
        let numbers = &self.numbers[..self.count];
        // The most that so many numbers, and one more, can make.
        let mut most = [u64::from(numbers[0]); MOST_NUMBERS];
        for (place, &number) in numbers.iter().enumerate().skip(1) {
            let (before, number) = (most[place - 1], u64::from(number));
            most[place] = if JOIN {
                before.saturating_mul(power(number)).saturating_add(number)
            } else {
                before.saturating_mul(number).max(before.saturating_add(number))
            };
        }
        comes_of::<JOIN>(self.value, numbers, &most)
    }
}

/// Can the numbers make a value?
fn comes_of<const JOIN: bool>(value: u64, numbers: &[u16], most: &[u64; MOST_NUMBERS]) -> bool {
    let [before @ .., last] = numbers else { return false };
    let last = u64::from(*last);
    if before.is_empty() || value > most[before.len()] {
        return value == last && before.is_empty();
    }
    let before_is = |value| comes_of::<JOIN>(value, before, most);
    divided(value, last).is_some_and(before_is)
        || value > last
            && (JOIN && divided(value - last, power(last)).is_some_and(before_is) || before_is(value - last))
}

/// What a number is multiplied by when another is joined to it.
fn power(number: u64) -> u64 {
    match number {
        0..10 => 10,
        10..100 => 100,
        _ => 1000,
    }
}

/// A value divided by a number up to 1000, if nothing is left.
fn divided(value: u64, by: u64) -> Option<u64> {
    let (inverse, most) = INVERSES[by as usize];
    let quotient = value.wrapping_mul(inverse).rotate_right(by.trailing_zeros());
    (quotient <= most).then_some(quotient)
}

/// For numbers up to 1000 the inverse of the odd factor modulo 2^64, and the largest quotient.
static INVERSES: [(u64, u64); 1001] = {
    let mut inverses = [(0, 0); 1001];
    let mut number = 1;
    while number < inverses.len() {
        let odd = number as u64 >> number.trailing_zeros();
        let mut inverse = odd; // right in three bits, and in twice as many after each step of Newton's method
        let mut bits = 3;
        while bits < 64 {
            inverse = inverse.wrapping_mul(2u64.wrapping_sub(odd.wrapping_mul(inverse)));
            bits *= 2;
        }
        inverses[number] = (inverse, u64::MAX / number as u64);
        number += 1;
    }
    inverses
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_are_exact() {
        for by in 1..=1000 {
            for value in (0..3000).chain(MOST_VALUE - 3000..=MOST_VALUE) {
                assert_eq!(divided(value, by), (value % by == 0).then_some(value / by), "{value} / {by}");
            }
        }
    }
}
