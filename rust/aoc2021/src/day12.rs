//! Passage Pathing: one table over the sets of small caves, filled in order, and no path is ever
//! walked.
//!
//! Big caves only tell in how many ways one comes from a small cave to the next. Paths that have
//! visited a set of small caves and stand in one of them come from those that had visited all but
//! this one. Sets are numbers with a bit for each cave, so in the order of numbers each is computed
//! from smaller ones: no recursion, and no lookup of what is known. For part 2 a second table
//! counts the paths that have been somewhere twice. They come from paths in the same table, or from
//! those of the first one that go back to a cave of their set, which remains the same set.
use std::collections::HashMap;

use contract::InvalidInput;
use contract::reading::{Cursor, lines};

/// The start, the end, and as many between.
const SMALL: usize = 2 + 12;
const MOST_BIG: usize = 90;

const START: usize = 0;
const END: usize = 1;
const FIRST: usize = 2;

/// In how many ways does each small cave lead to each other, or back to itself? Only so many caves
/// are there.
pub struct Ways {
    small: usize,
    ways: [[u128; SMALL]; SMALL],
}

pub fn parse(text: &str) -> Result<Ways, InvalidInput> {
    let mut numbers: [HashMap<&[u8], usize>; 2] =
        [HashMap::new(), HashMap::from([(&b"start"[..], START), (b"end", END)])];
    let mut ways = [[0; SMALL]; SMALL];
    let mut around = [[false; SMALL]; MOST_BIG];
    let message = "expected a passage between two caves, one of them small; \
                   at most 12 small ones besides start and end, and 90 big ones";
    lines(text, message, |line| {
        let one = cave(line)?;
        line.tag("-")?;
        let other = cave(line)?;
        let [(one, a), (other, b)] = [one, other].map(|name| {
            let small = name[0].is_ascii_lowercase();
            let numbers = &mut numbers[usize::from(small)];
            let next = numbers.len();
            (*numbers.entry(name).or_insert(next), small)
        });
        if numbers[0].len() > MOST_BIG || numbers[1].len() > SMALL {
            return None;
        }
        match (a, b) {
            (true, true) if one != other => (ways[one][other], ways[other][one]) = (1, 1),
            (false, true) => around[one][other] = true,
            (true, false) => around[other][one] = true,
            _ => return None,
        }
        Some(())
    })?;
    for doors in around {
        for from in (0..SMALL).filter(|&from| doors[from]) {
            (0..SMALL).filter(|&to| doors[to]).for_each(|to| ways[from][to] += 1);
        }
    }
    Ok(Ways { small: numbers[1].len(), ways })
}

/// A name in letters that are all small or all capital.
fn cave<'a>(line: &mut Cursor<'a>) -> Option<&'a [u8]> {
    let name = line.word(|byte| byte.is_ascii_alphabetic())?;
    (name.iter().all(u8::is_ascii_lowercase) || name.iter().all(u8::is_ascii_uppercase)).then_some(name)
}

pub fn part1(ways: &Ways) -> u128 {
    ways.paths(false)
}

pub fn part2(ways: &Ways) -> u128 {
    ways.paths(true)
}

impl Ways {
    /// How many paths are there, with one visit to spare or without?
    ///
    /// Twelve small caves with 91 ways between any two are fewer than 0.3 * 2^128: the sum of 12! /
    /// (12 - n)! * (1 + n (n + 1) / 2 * 91) * 91^(n + 1).
    fn paths(&self, spare: bool) -> u128 {
        let small = self.small - FIRST;
        let mut once = vec![[0; SMALL]; 1 << small];
        let mut twice = once.clone();
        let mut total = self.ways[START][END];
        for set in 1..1 << small {
            for cave in members(set) {
                let rest = set & !(1 << (cave - FIRST));
                once[set][cave] =
                    if rest == 0 { self.ways[START][cave] } else { self.onward(rest, &once[rest], cave) };
            }
            total += self.onward(set, &once[set], END);
            if spare {
                for cave in members(set) {
                    let rest = set & !(1 << (cave - FIRST));
                    twice[set][cave] =
                        self.onward(set, &once[set], cave) + self.onward(rest, &twice[rest], cave);
                }
                total += self.onward(set, &twice[set], END);
            }
        }
        total
    }

    /// How many paths through a set lead on into a cave?
    fn onward(&self, set: usize, paths: &[u128; SMALL], into: usize) -> u128 {
        members(set).map(|cave| paths[cave] * self.ways[cave][into]).sum()
    }
}

/// The caves of a set, in which the first bit is that of the first cave after start and end.
fn members(mut set: usize) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let cave = FIRST + set.trailing_zeros() as usize;
        (set != 0).then(|| {
            set &= set - 1;
            cave
        })
    })
}
