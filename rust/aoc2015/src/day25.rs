//! Let It Snow: how many codes come before, and a power modulo a prime by squaring.
//!
//! An exponent of 61 bits is 61 squarings, each below 2^50 before its remainder is taken.

use contract::{InvalidInput, reading::single};

const MESSAGE: &str = "expected words and then row 12, column 34. with numbers from 1 to 999999999";
const LARGEST: u64 = 999_999_999;
const FIRST: u64 = 20_151_125;
const FACTOR: u64 = 252_533;
const MODULUS: u64 = 33_554_393;

pub struct Cell {
    row: u64,
    column: u64,
}

pub fn parse(text: &str) -> Result<Cell, InvalidInput> {
    single(text, MESSAGE, |line| {
        line.word(|byte| byte.is_ascii_alphabetic() || b" ,.".contains(&byte))
            .filter(|words| words.ends_with(b"row "))?;
        let row = line.natural(LARGEST).filter(|&row| row > 0)?;
        line.tag(", column ")?;
        let column = line.natural(LARGEST).filter(|&column| column > 0)?;
        line.tag(".")?;
        Some(Cell { row, column })
    })
}

pub fn part1(cell: &Cell) -> u64 {
    let diagonals = cell.row + cell.column - 2;
    let mut exponent = diagonals * (diagonals + 1) / 2 + cell.column - 1;
    let (mut code, mut square) = (FIRST, FACTOR);
    while exponent > 0 {
        if exponent % 2 == 1 {
            code = code * square % MODULUS;
        }
        square = square * square % MODULUS;
        exponent /= 2;
    }
    code
}
