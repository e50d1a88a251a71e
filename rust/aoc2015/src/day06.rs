//! Probably a Fire Hazard: a row at a time, so that the lights at work fit into the fastest cache; rows that are equal are made once.
//!
//! Lights that are on or off are bits, 64 in a word. Brightness is at most 60000 and takes 16 bits, so that an instruction is vector
//! code for eight lights at once. Between two places where rectangles begin or end, all rows are equal.

use contract::{InvalidInput, reading::lines};

const MESSAGE: &str =
    "expected turn on, turn off or toggle 1,2 through 3,4, corners in order, to 999, at most 30000 lines";
const MOST: usize = 30_000;
const SIDE: usize = 1000;

#[derive(Clone, Copy)]
enum What {
    On,
    Off,
    Toggle,
}

/// From the first row and column to those after the last.
pub struct Instruction {
    what: What,
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

pub fn parse(text: &str) -> Result<Vec<Instruction>, InvalidInput> {
    let mut count = 0;
    lines(text, MESSAGE, |line| {
        count += 1;
        let what = [What::On, What::Off, What::Toggle][line.choice(&["turn on ", "turn off ", "toggle "])?];
        let mut place = |after| {
            let place = line.natural(SIDE as u64 - 1)? as usize;
            line.tag(after)?;
            Some(place)
        };
        let (left, top) = (place(",")?, place(" through ")?);
        let (right, bottom) = (place(",")? + 1, place("")? + 1);
        let valid = left < right && top < bottom && count <= MOST;
        valid.then_some(Instruction { what, left, top, right, bottom })
    })
}

pub fn part1(instructions: &[Instruction]) -> usize {
    total([0; SIDE.div_ceil(64)], instructions, switch, |&lights: &u64| lights.count_ones() as usize)
}

pub fn part2(instructions: &[Instruction]) -> usize {
    total([0; SIDE], instructions, dim, |&light: &u16| light.into())
}

/// What all lights are worth, if those of a row are dark at first.
fn total<T: Copy, const N: usize>(
    dark: [T; N],
    instructions: &[Instruction],
    change: impl Fn(&mut [T], &Instruction),
    worth: impl Fn(&T) -> usize,
) -> usize {
    let mut borders: Vec<usize> = instructions.iter().flat_map(|one| [one.top, one.bottom]).collect();
    borders.sort_unstable();
    borders.dedup();
    let equal = |rows: &[usize]| {
        let mut row = dark;
        let here = instructions.iter().filter(|one| (one.top..one.bottom).contains(&rows[0]));
        here.for_each(|one| change(&mut row, one));
        (rows[1] - rows[0]) * row.iter().map(&worth).sum::<usize>()
    };
    borders.windows(2).map(equal).sum()
}

/// Turns bits on or off.
fn switch(row: &mut [u64], &Instruction { what, left, right, .. }: &Instruction) {
    let (first, last) = (left / 64, (right - 1) / 64);
    for (word, lights) in row.iter_mut().enumerate().take(last + 1).skip(first) {
        let from = if word == first { u64::MAX << (left % 64) } else { u64::MAX };
        let to = if word == last { u64::MAX >> (63 - (right - 1) % 64) } else { u64::MAX };
        match what {
            What::On => *lights |= from & to,
            What::Off => *lights &= !(from & to),
            What::Toggle => *lights ^= from & to,
        }
    }
}

/// Raises or lowers brightness.
fn dim(row: &mut [u16], &Instruction { what, left, right, .. }: &Instruction) {
    let lights = row[left..right].iter_mut();
    match what {
        What::On => lights.for_each(|light| *light += 1),
        What::Off => lights.for_each(|light| *light = light.saturating_sub(1)),
        What::Toggle => lights.for_each(|light| *light += 2),
    }
}
