//! Keypad Conundrum: no table depends on the codes, so the compiler makes them all.
//!
//! A table says how many presses of mine take an arm from one button to another, and press it. That of a robot follows from that of the one before.

use contract::{InvalidInput, reading::Cursor};

const CODE: &str = "expected a door code as 280A, 1 to 18 digits and an A, in 10000 lines at most";
const MOST_CODES: usize = 10_000;

type Table<const N: usize> = [[u64; N]; N];
type Place = (usize, usize);

const UP: usize = 0;
const LEFT: usize = 1;
const DOWN: usize = 2;
const RIGHT: usize = 3;
const PRESS: usize = 4;

const ARROWS: [Place; 5] = [(0, 1), (1, 0), (1, 1), (1, 2), (0, 2)];
const DOOR: [Place; 11] =
    [(3, 1), (2, 0), (2, 1), (2, 2), (1, 0), (1, 1), (1, 2), (0, 0), (0, 1), (0, 2), (3, 2)];

static NEAR: Table<11> = door(2);
static FAR: Table<11> = door(25);

/// The table of the robot at the door, after so many at arrows.
const fn door(robots: usize) -> Table<11> {
    let mut table = [[1; 5]; 5];
    let mut robot = 0;
    while robot < robots {
        table = next(&table, &ARROWS, (0, 0));
        robot += 1;
    }
    next(&table, &DOOR, (3, 0))
}

/// The table of a robot from that of the one that types its arrows.
const fn next<const N: usize>(table: &Table<5>, buttons: &[Place; N], gap: Place) -> Table<N> {
    let mut found = [[0; N]; N];
    let mut at = 0;
    while at < N * N {
        found[at / N][at % N] = cheapest(table, buttons[at / N], buttons[at % N], gap);
        at += 1;
    }
    found
}

/// Along one axis and then along the other, whichever is cheaper and does not turn at the gap.
const fn cheapest(table: &Table<5>, from: Place, to: Place, gap: Place) -> u64 {
    let along = (if to.0 < from.0 { UP } else { DOWN }, to.0.abs_diff(from.0));
    let across = (if to.1 < from.1 { LEFT } else { RIGHT }, to.1.abs_diff(from.1));
    let (first, second) = (typing(table, along, across), typing(table, across, along));
    let is_first = to.0 != gap.0 || from.1 != gap.1;
    let is_second = from.0 != gap.0 || to.1 != gap.1;
    if is_first && (first < second || !is_second) { first } else { second }
}

/// The presses for some of one arrow, some of another, and the press: more of the same are one each.
const fn typing(table: &Table<5>, first: (usize, usize), second: (usize, usize)) -> u64 {
    let (mut at, mut sum) = (PRESS, 0);
    if first.1 > 0 {
        sum += table[at][first.0] + first.1 as u64 - 1;
        at = first.0;
    }
    if second.1 > 0 {
        sum += table[at][second.0] + second.1 as u64 - 1;
        at = second.0;
    }
    sum + table[at][PRESS]
}

pub struct Code<'a> {
    digits: &'a [u8],
    number: u64,
}

pub fn parse(text: &str) -> Result<Vec<Code<'_>>, InvalidInput> {
    let mut lines = Cursor::new(text);
    let mut count = 0;
    let codes = lines.block(CODE, |line| {
        count += 1;
        let number = { *line }.natural(u64::MAX)?;
        let digits = line.word(|byte| byte.is_ascii_digit())?;
        line.tag("A")?;
        (count <= MOST_CODES).then_some(Code { digits, number })
    })?;
    lines.end()?;
    Ok(codes)
}

fn complexity(codes: &[Code], table: &Table<11>) -> u128 {
    let mut sum = 0;
    for code in codes {
        let (mut at, mut presses) = (10, 0);
        for &digit in code.digits {
            let to = usize::from(digit - b'0');
            presses += table[at][to];
            at = to;
        }
        sum += u128::from(code.number) * u128::from(presses + table[at][10]);
    }
    sum
}

pub fn part1(codes: &[Code]) -> u128 {
    complexity(codes, &NEAR)
}

pub fn part2(codes: &[Code]) -> u128 {
    complexity(codes, &FAR)
}
