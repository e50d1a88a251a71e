//! Squares With Three Sides: three comparisons a triangle, and no branch, as nobody could guess its way.

use contract::{InvalidInput, reading::lines};

const FORM: &str = "expected three lengths from 0 to 999 with spaces between";

type Line = [u16; 3];

pub fn parse(text: &str) -> Result<Vec<Line>, InvalidInput> {
    let found = lines(text, FORM, |line| {
        let mut sides = [0; 3];
        for (at, side) in sides.iter_mut().enumerate() {
            if at > 0 {
                line.tag(" ")?;
            }
            line.spaces();
            *side = line.natural(999)? as u16;
        }
        Some(sides)
    })?;
    if found.len() % 3 > 0 {
        return Err(InvalidInput::new(found.len(), "expected lines in threes"));
    }
    Ok(found)
}

pub fn part1(lines: &[Line]) -> usize {
    lines.iter().map(|&[one, other, third]| possible(one, other, third)).sum()
}

pub fn part2(lines: &[Line]) -> usize {
    let block =
        |block: &[Line]| (0..3).map(|at| possible(block[0][at], block[1][at], block[2][at])).sum::<usize>();
    lines.chunks_exact(3).map(block).sum()
}

/// 1 where these are sides of a triangle, else 0.
fn possible(one: u16, other: u16, third: u16) -> usize {
    usize::from((one + other > third) & (other + third > one) & (third + one > other))
}
