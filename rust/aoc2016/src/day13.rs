//! A Maze of Twisty Little Cubicles: a queue of places, each entered once, and a word for each row that tells which were.
//!
//! Whether there is a wall is worked out where one comes by, which is at a tenth of all places.

use contract::{InvalidInput, NoAnswer, reading::single};

const FORM: &str = "expected a number to 999999 with which there is no wall at 1,1";
const GOAL: (i32, i32) = (31, 39);
const SIDE: i32 = 64;

pub fn parse(text: &str) -> Result<i32, InvalidInput> {
    single(text, FORM, |line| {
        line.natural(999_999).map(|number| number as i32).filter(|&number| is_open(number, 1, 1))
    })
}

pub fn part1(&number: &i32) -> Result<u32, NoAnswer> {
    let mut found = None;
    walk(number, |steps, place| {
        if place == GOAL {
            found = Some(steps);
        }
        found.is_none()
    });
    found.ok_or_else(|| NoAnswer("no way leads to 31,39".into()))
}

pub fn part2(&number: &i32) -> u32 {
    let mut count = 0;
    walk(number, |steps, _| {
        count += u32::from(steps <= 50);
        steps <= 50
    });
    count
}

fn is_open(number: i32, x: i32, y: i32) -> bool {
    (x * x + 3 * x + 2 * x * y + y + y * y + number).count_ones() % 2 == 0
}

/// Tells all places that can be reached, the nearest first, with how many steps they are away, for as long as is wished.
fn walk(number: i32, mut goes_on: impl FnMut(u32, (i32, i32)) -> bool) {
    let mut seen = [0_u64; SIDE as usize];
    seen[1] |= 1 << 1;
    let mut queue = Vec::with_capacity(1024);
    queue.push((0, 1, 1));
    let mut next = 0;
    while let Some(&(steps, x, y)) = queue.get(next) {
        next += 1;
        if !goes_on(steps, (x, y)) {
            return;
        }
        for (x, y) in [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)] {
            if (0..SIDE).contains(&x) && (0..SIDE).contains(&y) && seen[y as usize] >> x & 1 == 0 {
                seen[y as usize] |= 1 << x;
                if is_open(number, x, y) {
                    queue.push((steps + 1, x, y));
                }
            }
        }
    }
}
