//! Scrambled Letters and Hash: eight bytes, which operations change where they are.
//!
//! What undoes a rotation by a letter's position is known beforehand, for each place at which the letter can be afterwards.

use contract::InvalidInput;
use contract::reading::{Cursor, lines};

const MESSAGE: &str =
    "expected one of the seven operations on letters a to h and positions 0 to 7, on at most 10000 lines";
const MOST: usize = 10_000;

/// How far letters go to the right, by the position of one of them; and how far they go on to be back, by its position afterwards.
const TURNS: [usize; 8] = [1, 2, 3, 4, 6, 7, 0, 1];
const TURNS_BACK: [usize; 8] = [7, 7, 2, 6, 1, 5, 0, 4];

type Letters = [u8; 8];

#[derive(Clone, Copy)]
pub enum Operation {
    Positions(usize, usize),
    Letters(u8, u8),
    /// To the right.
    Rotate(usize),
    /// To the right, by a letter's position.
    Based(u8, &'static [usize; 8]),
    Reverse(usize, usize),
    Move(usize, usize),
}

use Operation::{Based, Move, Positions, Reverse, Rotate};

pub fn parse(text: &str) -> Result<Vec<Operation>, InvalidInput> {
    let mut count = 0;
    lines(text, MESSAGE, |line| {
        count += 1;
        operation(line).filter(|_| count <= MOST)
    })
}

fn operation(line: &mut Cursor) -> Option<Operation> {
    let kinds = [
        "swap position ",
        "swap letter ",
        "rotate left ",
        "rotate right ",
        "rotate based on position of letter ",
        "reverse positions ",
        "move position ",
    ];
    Some(match line.choice(&kinds)? {
        0 => Positions(position(line)?, line.tag(" with position ").and_then(|()| position(line))?),
        1 => Operation::Letters(letter(line)?, line.tag(" with letter ").and_then(|()| letter(line))?),
        2 => Rotate((8 - steps(line)?) % 8),
        3 => Rotate(steps(line)?),
        4 => Based(letter(line)?, &TURNS),
        5 => {
            let (x, y) = (position(line)?, line.tag(" through ").and_then(|()| position(line))?);
            (x <= y).then_some(Reverse(x, y))?
        }
        _ => Move(position(line)?, line.tag(" to position ").and_then(|()| position(line))?),
    })
}

fn position(line: &mut Cursor) -> Option<usize> {
    line.byte().filter(|byte| (b'0'..b'8').contains(byte)).map(|byte| usize::from(byte - b'0'))
}

fn letter(line: &mut Cursor) -> Option<u8> {
    line.byte().filter(|byte| (b'a'..=b'h').contains(byte))
}

fn steps(line: &mut Cursor) -> Option<usize> {
    let steps = position(line)?;
    line.tag(if steps == 1 { " step" } else { " steps" })?;
    Some(steps)
}

pub fn part1(operations: &[Operation]) -> String {
    let mut letters = *b"abcdefgh";
    operations.iter().for_each(|operation| operation.change(&mut letters));
    letters.map(char::from).iter().collect()
}

pub fn part2(operations: &[Operation]) -> String {
    let mut letters = *b"fbgdceah";
    operations.iter().rev().for_each(|operation| operation.undoing().change(&mut letters));
    letters.map(char::from).iter().collect()
}

impl Operation {
    fn change(self, letters: &mut Letters) {
        let before = *letters;
        let place = |letter| before.iter().position(|&own| own == letter).unwrap_or_default();
        match self {
            Positions(x, y) => letters.swap(x, y),
            Operation::Letters(x, y) => letters.swap(place(x), place(y)),
            Rotate(steps) => letters.rotate_right(steps),
            Based(letter, turns) => letters.rotate_right(turns[place(letter)]),
            Reverse(x, y) => letters[x..=y].reverse(),
            Move(x, y) if x < y => letters[x..=y].rotate_left(1),
            Move(x, y) => letters[y..=x].rotate_right(1),
        }
    }

    fn undoing(self) -> Self {
        match self {
            Rotate(steps) => Rotate((8 - steps) % 8),
            Based(letter, _) => Based(letter, &TURNS_BACK),
            Move(x, y) => Move(y, x),
            _ => self,
        }
    }
}
