//! I Was Told There Would Be No Math: what is smallest about a box is told without putting its sides in order.
//!
//! A thousand boxes are read in a pass; the rest is a few multiplications for each, without a branch.

use contract::{InvalidInput, reading::lines};

const MESSAGE: &str = "expected three numbers as 2x3x4, from 1 to 1000, on at most 100000 lines";
const MOST: usize = 100_000;

type Sides = [u32; 3];

pub fn parse(text: &str) -> Result<Vec<Sides>, InvalidInput> {
    let mut count = 0;
    lines(text, MESSAGE, |line| {
        count += 1;
        let x = line.natural(1000)?;
        line.tag("x")?;
        let y = line.natural(1000)?;
        line.tag("x")?;
        let z = line.natural(1000)?;
        (count <= MOST && x.min(y).min(z) > 0).then_some([x, y, z].map(|side| side as u32))
    })
}

pub fn part1(boxes: &[Sides]) -> u64 {
    boxes.iter().map(|sides| u64::from(paper(*sides))).sum()
}

pub fn part2(boxes: &[Sides]) -> u64 {
    boxes.iter().map(|sides| u64::from(ribbon(*sides))).sum()
}

fn paper([x, y, z]: Sides) -> u32 {
    let faces = [x * y, y * z, z * x];
    2 * (faces[0] + faces[1] + faces[2]) + faces[0].min(faces[1]).min(faces[2])
}

fn ribbon([x, y, z]: Sides) -> u32 {
    2 * (x + y + z - x.max(y).max(z)) + x * y * z
}
