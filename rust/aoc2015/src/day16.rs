//! Aunt Sue: nearly all time goes into reading twenty thousand bytes.
//!
//! Three letters tell a thing from all others. They are compared at once, as a number, and the rest of its name is then known.

use contract::{
    InvalidInput, NoAnswer,
    reading::{Cursor, lines},
};
use std::cmp::Ordering::{self, Equal, Greater, Less};

const MOST: u64 = 99999;
const WRONG: &str = "expected three different things of an aunt as Sue 1: cats: 2, cars: 0, trees: 5, \
                     aunts numbered from 1, numbers up to 99999";

/// What the machine says of each thing, and how an amount compares to that in part 2.
const TAPE: [(u32, Ordering); 10] = [
    (3, Equal),
    (7, Greater),
    (2, Equal),
    (3, Less),
    (0, Equal),
    (0, Equal),
    (5, Less),
    (3, Greater),
    (2, Equal),
    (1, Equal),
];

/// A thing's place on the tape, and how many there are.
type Fact = (u8, u32);

pub fn parse(text: &str) -> Result<Vec<[Fact; 3]>, InvalidInput> {
    let mut aunts = 0;
    lines(text, WRONG, |line| {
        line.tag("Sue ")?;
        aunts += 1;
        line.natural(MOST).filter(|&number| number == aunts)?;
        line.tag(": ")?;
        let first = fact(line)?;
        line.tag(", ")?;
        let second = fact(line)?;
        line.tag(", ")?;
        let third = fact(line)?;
        (first.0 != second.0 && first.0 != third.0 && second.0 != third.0).then_some([first, second, third])
    })
}

fn fact(line: &mut Cursor) -> Option<Fact> {
    let thing = match &[line.byte()?, line.byte()?, line.byte()?] {
        b"chi" => line.tag("ldren: ").map(|()| 0),
        b"cat" => line.tag("s: ").map(|()| 1),
        b"sam" => line.tag("oyeds: ").map(|()| 2),
        b"pom" => line.tag("eranians: ").map(|()| 3),
        b"aki" => line.tag("tas: ").map(|()| 4),
        b"viz" => line.tag("slas: ").map(|()| 5),
        b"gol" => line.tag("dfish: ").map(|()| 6),
        b"tre" => line.tag("es: ").map(|()| 7),
        b"car" => line.tag("s: ").map(|()| 8),
        b"per" => line.tag("fumes: ").map(|()| 9),
        _ => None,
    }?;
    Some((thing, line.natural(MOST)? as u32))
}

pub fn part1(aunts: &[[Fact; 3]]) -> Result<usize, NoAnswer> {
    giver(aunts, |(thing, amount)| amount == TAPE[usize::from(thing)].0)
}

pub fn part2(aunts: &[[Fact; 3]]) -> Result<usize, NoAnswer> {
    giver(aunts, |(thing, amount)| {
        let (told, comparison) = TAPE[usize::from(thing)];
        amount.cmp(&told) == comparison
    })
}

/// The number of the only aunt for whom all facts hold.
fn giver(aunts: &[[Fact; 3]], holds: impl Fn(Fact) -> bool) -> Result<usize, NoAnswer> {
    let mut fitting = (1..).zip(aunts).filter(|(_, facts)| facts.iter().all(|&fact| holds(fact)));
    match (fitting.next(), fitting.next()) {
        (Some((number, _)), None) => Ok(number),
        _ => Err(NoAnswer("not exactly one aunt fits".into())),
    }
}
