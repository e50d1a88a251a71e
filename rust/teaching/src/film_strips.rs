//! Film strips: a strip is a first number, a step and a count, and a symmetry an origin and two directions.
//!
//! Operations on strips make equal steps of equal steps. Operations on frames only change where a cell comes from: the cell
//! in row r and column c from `origin + r * down + c * right` of the given frame, on a torus. So each operation is a few additions,
//! no frame is touched before the end, and reading takes most of the time. A frame is a bit for each cell, a word a row.

use contract::reading::Cursor;
use contract::{InvalidInput, NoAnswer};
use std::iter;

const FIRST: &str =
    "expected frames 1 to 100, side 1 to 50 and length from 1 in 18 digits, as frames 2 side 3 length 7";
const OPERATION: &str = "expected turn, mirror, invert or reverse, or shift, every, first or drop and a number of at most 18 digits, not every 0";
const EMPTY: &str = "expected an empty line";
const LONGEST: u64 = 10u64.pow(18) - 1;

#[derive(Clone, Copy)]
enum Operation {
    Turn,
    Mirror,
    Invert,
    Shift(i64),
    Reverse,
    Every(i64),
    First(i64),
    Drop(i64),
}

use Operation::*;

pub struct Film {
    side: usize,
    length: i64,
    /// Rows, whose lowest bit is the first cell.
    frames: Vec<Vec<u64>>,
    operations: Vec<Operation>,
}

pub fn parse(text: &str) -> Result<Film, InvalidInput> {
    let mut lines = Cursor::new(text);
    let (count, side, length) = lines.line(FIRST, |line| {
        line.tag("frames ")?;
        let count = line.natural(100)?;
        line.tag(" side ")?;
        let side = line.natural(50)? as usize;
        line.tag(" length ")?;
        let length = line.natural(LONGEST)? as i64;
        (count > 0 && side > 0 && length > 0).then_some((count, side, length))
    })?;
    let cells = format!("expected {side} cells, # or .");
    let mut frames = Vec::new();
    for _ in 0..count {
        lines.blank(EMPTY)?;
        let rows = iter::repeat_with(|| lines.line(&cells, |line| row(line, side))).take(side);
        frames.push(rows.collect::<Result<_, _>>()?);
    }
    lines.blank(EMPTY)?;
    let operations = lines.block(OPERATION, operation)?;
    lines.end()?;
    Ok(Film { side, length, frames, operations })
}

fn row(line: &mut Cursor, side: usize) -> Option<u64> {
    (0..side).try_fold(0, |cells, column| Some(cells | (line.choice(&[".", "#"])? as u64) << column))
}

fn operation(line: &mut Cursor) -> Option<Operation> {
    const WORDS: [&str; 8] = ["turn", "mirror", "invert", "reverse", "shift ", "every ", "first ", "drop "];
    let word = line.choice(&WORDS)?;
    if let Some(&plain) = [Turn, Mirror, Invert, Reverse].get(word) {
        return Some(plain);
    }
    let number = line.natural(LONGEST)? as i64;
    match word {
        4 => Some(Shift(number)),
        5 => (number > 0).then_some(Every(number)),
        6 => Some(First(number)),
        _ => Some(Drop(number)),
    }
}

pub fn part1(film: &Film) -> u128 {
    let strip = film.strip();
    let inverted = film.operations.iter().filter(|operation| matches!(operation, Invert)).count() % 2 == 1;
    let lit = |at: i64| {
        let lit: u32 = film.frame(strip.number(at)).iter().map(|row| row.count_ones()).sum();
        u128::from(if inverted { (film.side * film.side) as u32 - lit } else { lit })
    };
    let period = film.frames.len() as i64;
    let first = |count: i64| -> u128 { (0..count).map(lit).sum() };
    let (rounds, rest) = (strip.count / period, strip.count % period);
    rounds as u128 * first(period.min(strip.count)) + first(rest)
}

pub fn part2(film: &Film) -> Result<String, NoAnswer> {
    let strip = film.strip();
    if strip.count == 0 {
        return Err(NoAnswer("no frame is left".to_owned()));
    }
    Ok(film.symmetry().drawn(film.frame(strip.number(strip.count / 2)), film.side))
}

/// Numbers of frames in equal steps: `start`, `start + step`, and so on, so many.
struct Strip {
    start: i64,
    step: i64,
    count: i64,
}

impl Strip {
    fn number(&self, at: i64) -> i64 {
        self.start + self.step * at
    }

    /// No number between `start` and `start + step * count` is further from 0 than some 3 * 10^18.
    fn cut(&mut self, operation: Operation) {
        match operation {
            Reverse => (self.start, self.step) = (self.number(self.count - 1), -self.step),
            Every(number) => {
                let number = number.min(self.count).max(1);
                self.step *= number;
                self.count = (self.count + number - 1) / number;
            }
            First(number) => self.count = self.count.min(number),
            Drop(number) => {
                let number = number.min(self.count);
                self.start = self.number(number);
                self.count -= number;
            }
            Turn | Mirror | Invert | Shift(_) => (),
        }
    }
}

/// Where the cells of a frame come from, by rows and columns, and whether they are inverted.
struct Symmetry {
    origin: [i64; 2],
    down: [i64; 2],
    right: [i64; 2],
    inverted: bool,
}

impl Symmetry {
    fn then(&mut self, operation: Operation, side: i64) {
        match operation {
            Turn => {
                self.back(self.down, 1, side);
                (self.down, self.right) = (self.right, self.down.map(|step| -step));
            }
            Mirror => {
                self.back(self.right, 1, side);
                self.right = self.right.map(|step| -step);
            }
            Shift(number) => self.back(self.right, number % side, side),
            Invert => self.inverted = !self.inverted,
            Reverse | Every(_) | First(_) | Drop(_) => (),
        }
    }

    /// Moves the origin; no step is longer than a cell.
    fn back(&mut self, step: [i64; 2], cells: i64, side: i64) {
        for (place, step) in self.origin.iter_mut().zip(step) {
            *place -= step * cells;
            *place += side * (i64::from(*place < 0) - i64::from(*place >= side));
        }
    }

    fn drawn(&self, frame: &[u64], side: usize) -> String {
        let cells = side as i64;
        let mut drawn = String::with_capacity(side * (side + 1));
        for row in 0..cells {
            for column in 0..cells {
                let [r, c] = [0, 1].map(|axis| {
                    let place = self.origin[axis] + row * self.down[axis] + column * self.right[axis];
                    place.rem_euclid(cells) as usize
                });
                drawn.push(if (frame[r] >> c & 1 == 1) == self.inverted { '.' } else { '#' });
            }
            drawn.push('\n');
        }
        drawn.pop();
        drawn
    }
}

impl Film {
    fn frame(&self, number: i64) -> &[u64] {
        &self.frames[number as usize % self.frames.len()]
    }

    fn strip(&self) -> Strip {
        let mut strip = Strip { start: 0, step: 1, count: self.length };
        self.operations.iter().for_each(|&operation| strip.cut(operation));
        strip
    }

    fn symmetry(&self) -> Symmetry {
        let mut symmetry = Symmetry { origin: [0, 0], down: [1, 0], right: [0, 1], inverted: false };
        self.operations.iter().for_each(|&operation| symmetry.then(operation, self.side as i64));
        symmetry
    }
}
