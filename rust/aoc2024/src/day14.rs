//! Restroom Redoubt: a second of eight robots' columns in a few instructions.
//!
//! Columns come again after 101 seconds and rows after 103, so 204 times tell everything. Places and velocities are numbers of 16 bits without a branch
//! between them, so that the compiler makes [SIMD](https://en.wikipedia.org/wiki/Single_instruction,_multiple_data) of the loop that adds them up and
//! moves all robots on.

use contract::{InvalidInput, NoAnswer, reading::lines};

const WIDE: i16 = 101;
const HIGH: i16 = 103;
const MOST: usize = 50_000;
const FORM: &str =
    "expected a robot as p=7,8 v=9,-6 with a tile of 101 by 103, a velocity to 999, and 50000 robots at most";

/// Robots' columns or rows: how many there are, and where each robot is and how far it goes in a second.
struct Axis {
    size: i16,
    places: Vec<i16>,
    velocities: Vec<i16>,
}

pub struct Robots {
    columns: Axis,
    rows: Axis,
}

pub fn parse(text: &str) -> Result<Robots, InvalidInput> {
    let [mut columns, mut rows] = [WIDE, HIGH].map(|size| Axis {
        size,
        places: Vec::with_capacity(512),
        velocities: Vec::with_capacity(512),
    });
    lines(text, FORM, |line| {
        line.tag("p=")?;
        let x = line.natural(WIDE as u64 - 1)?;
        line.tag(",")?;
        let y = line.natural(HIGH as u64 - 1)?;
        line.tag(" v=")?;
        let right = line.integer(999)?;
        line.tag(",")?;
        let down = line.integer(999)?;
        for (axis, place, velocity) in [(&mut columns, x, right), (&mut rows, y, down)] {
            axis.places.push(place as i16);
            axis.velocities.push((velocity as i16).rem_euclid(axis.size));
        }
        (columns.places.len() <= MOST).then_some(())
    })?;
    Ok(Robots { columns, rows })
}

pub fn part1(robots: &Robots) -> u64 {
    let [columns, rows] = [&robots.columns, &robots.rows].map(|axis| {
        let ends = axis.places.iter().zip(&axis.velocities);
        ends.map(|(&place, &velocity)| (place + 100 * velocity) % axis.size - axis.size / 2)
    });
    let mut counts = [0; 4];
    for (column, row) in columns.zip(rows).filter(|&(column, row)| column != 0 && row != 0) {
        counts[usize::from(column < 0) + 2 * usize::from(row < 0)] += 1;
    }
    counts.iter().product()
}

/// Where the two remainders come together, by the [Chinese remainder
/// theorem](https://en.wikipedia.org/wiki/Chinese_remainder_theorem): 51 times 101 is 1 more than a multiple of 103.
pub fn part2(robots: &Robots) -> Result<i64, NoAnswer> {
    let [column, row] = [robots.columns.closest()?, robots.rows.closest()?];
    let [wide, high] = [i64::from(WIDE), i64::from(HIGH)];
    Ok(column + wide * (51 * (row - column)).rem_euclid(high))
}

impl Axis {
    /// The only second in which the robots are closest together.
    fn closest(&self) -> Result<i64, NoAnswer> {
        let mut places = self.places.clone();
        let mut least = (i64::MAX, 0);
        let mut is_alone = false;
        for second in 0..self.size {
            let (mut sum, mut squares) = (0i32, 0i32);
            for (place, &velocity) in places.iter_mut().zip(&self.velocities) {
                let here = *place;
                sum += i32::from(here);
                squares += i32::from(here) * i32::from(here);
                let next = here + velocity - self.size;
                *place = next + (self.size & (next >> 15)); // the size again, where it is negative
            }
            let spread = places.len() as i64 * i64::from(squares) - i64::from(sum) * i64::from(sum);
            if spread <= least.0 {
                is_alone = spread < least.0;
                least = (spread, second.into());
            }
        }
        if is_alone { Ok(least.1) } else { Err(NoAnswer("no second stands out".into())) }
    }
}
