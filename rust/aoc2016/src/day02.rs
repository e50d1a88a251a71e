//! Bathroom Security: a keypad is a string with a border of blanks, on which a move is an addition.

use contract::{InvalidInput, reading::lines};

const MESSAGE: &str = "expected one or more of the moves U, D, L and R";
const WIDTH: i8 = 7;
const SQUARE: [[u8; 7]; 7] =
    [*b"       ", *b"       ", *b"  123  ", *b"  456  ", *b"  789  ", *b"       ", *b"       "];
const DIAMOND: [[u8; 7]; 7] =
    [*b"       ", *b"   1   ", *b"  234  ", *b" 56789 ", *b"  ABC  ", *b"   D   ", *b"       "];

/// How far each move leads.
pub fn parse(text: &str) -> Result<Vec<Vec<i8>>, InvalidInput> {
    lines(text, MESSAGE, |line| {
        let moves = line.word(|byte| b"UDLR".contains(&byte))?;
        Some(moves.iter().map(|&byte| step(byte)).collect())
    })
}

fn step(byte: u8) -> i8 {
    match byte {
        b'U' => -WIDTH,
        b'D' => WIDTH,
        b'L' => -1,
        _ => 1,
    }
}

pub fn part1(lines: &[Vec<i8>]) -> String {
    code(lines, &SQUARE)
}

pub fn part2(lines: &[Vec<i8>]) -> String {
    code(lines, &DIAMOND)
}

fn code(lines: &[Vec<i8>], keypad: &[[u8; 7]; 7]) -> String {
    let keypad = keypad.as_flattened();
    let mut at = keypad.iter().position(|&key| key == b'5').expect("a keypad has a 5");
    let key = |moves: &Vec<i8>| {
        for &step in moves {
            let next = at.wrapping_add_signed(step.into());
            at = if keypad[next] == b' ' { at } else { next };
        }
        char::from(keypad[at])
    };
    lines.iter().map(key).collect()
}
