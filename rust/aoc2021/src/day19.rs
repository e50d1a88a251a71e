//! Beacon Scanner: a few distances of each scanner are enough to find all that two scanners have in common.
//!
//! Turns keep distances, so two beacons that two scanners see tell how one scanner is turned and where it is, and all
//! beacons are tried on that. Which pairs of beacons are looked at, so that nothing is missed? Deal a scanner's beacons
//! into eleven groups: of any twelve, two are in one group (the
//! [pigeonhole principle](https://en.wikipedia.org/wiki/Pigeonhole_principle)). So an index needs the pairs within groups
//! only, 19 of the 325 that 26 beacons have, and all pairs of other scanners are looked up there.

use std::collections::BTreeMap;
use std::mem;

use contract::reading::Cursor;
use contract::search::{QuickMap, QuickSet};
use contract::{InvalidInput, NoAnswer};

const COMMON: usize = 12;
/// Of twelve beacons two are in the same.
const GROUPS: usize = 11;
const RANGE: u64 = 1000;

type Point = [i32; 3];
type Turn = [Point; 3];

pub fn parse(text: &str) -> Result<Vec<Vec<Point>>, InvalidInput> {
    let mut scanner = 0;
    Cursor::new(text).blocks(|text| {
        let header = format!("--- scanner {scanner} ---");
        text.line("expected the header of the next scanner", |line| line.tag(&header))?;
        scanner += 1;
        let mut beacons = text.block("expected a beacon as x,y,z, each from -1000 to 1000", |line| {
            let x = line.integer(RANGE)? as i32;
            line.tag(",")?;
            let y = line.integer(RANGE)? as i32;
            line.tag(",")?;
            Some([x, y, line.integer(RANGE)? as i32])
        })?;
        beacons.sort_unstable();
        beacons.dedup();
        Ok(beacons)
    })
}

pub fn part1(reports: &[Vec<Point>]) -> Result<usize, NoAnswer> {
    let mut beacons: Vec<_> = map(reports)?.into_iter().flat_map(|scanner| scanner.beacons).collect();
    beacons.sort_unstable();
    beacons.dedup();
    Ok(beacons.len())
}

pub fn part2(reports: &[Vec<Point>]) -> Result<i32, NoAnswer> {
    let scanners = map(reports)?;
    // Along one of four diagonals two places are as far apart as they are by Manhattan distance.
    let farthest = [[1, 1, 1], [1, 1, -1], [1, -1, 1], [1, -1, -1]].map(|diagonal| {
        let along = || scanners.iter().map(|scanner| dot(diagonal, scanner.position));
        along().max().expect("a scanner") - along().min().expect("a scanner")
    });
    Ok(farthest.into_iter().max().expect("four diagonals"))
}

fn minus([a, b, c]: Point, [x, y, z]: Point) -> Point {
    [a - x, b - y, c - z]
}

fn dot([a, b, c]: Point, [x, y, z]: Point) -> i32 {
    a * x + b * y + c * z
}

fn turned(turn: &Turn, point: Point) -> Point {
    turn.map(|row| dot(row, point))
}

/// The 24 turns, the first of which is none.
const TURNS: [Turn; 24] = {
    let mut turns = [[[0; 3]; 3]; 24];
    let mut code = 0;
    while code < 24 {
        // Six orders of the axes, the first three even, and two signs; the third keeps it from being a mirror.
        let order = code / 4;
        let (x, y) = (1 - 2 * (code as i32 & 1), 1 - (code as i32 & 2));
        let signs = [x, y, if order < 3 { x * y } else { -x * y }];
        let mut row = 0;
        while row < 3 {
            let axis = if order < 3 { order + row } else { order + 3 - row };
            turns[code][row][axis % 3] = signs[row];
            row += 1;
        }
        code += 1;
    }
    turns
};

/// Where a scanner and its beacons are, as scanner 0 sees them.
#[derive(Clone, PartialEq, Eq)]
struct Scanner {
    position: Point,
    beacons: Vec<Point>,
}

/// Where are all scanners? The map grows from scanner 0, and whatever is met again must be where it was.
fn map(reports: &[Vec<Point>]) -> Result<Vec<Scanner>, NoAnswer> {
    let no_answer = || NoAnswer("there is no one way to put all scanners on a map".into());
    let mut alike = alike(reports);
    let mut scanners = vec![None; reports.len()];
    scanners[0] = Some(Scanner { position: [0; 3], beacons: reports[0].clone() });
    let mut stack = vec![0];
    while let Some(at) = stack.pop() {
        let known = scanners[at].clone().expect("on the stack once it is on the map").beacons;
        for (other, steps) in mem::take(&mut alike[at]) {
            alike[other].remove(&at);
            let places = places(&known, &reports[other], &steps);
            let Some(&(turn, position)) = places.first() else { continue };
            let move_there = |&beacon| minus(turned(turn, beacon), minus([0; 3], position));
            let scanner = Scanner { position, beacons: reports[other].iter().map(move_there).collect() };
            let before = scanners[other].get_or_insert_with(|| {
                stack.push(other);
                scanner.clone()
            });
            if places.len() > 1 || *before != scanner {
                return Err(no_answer());
            }
        }
    }
    scanners.into_iter().collect::<Option<_>>().ok_or_else(no_answer)
}

/// Two beacons of a scanner, and two that are equally far apart for another.
type Steps = [usize; 4];

/// By scanner: which others have equally long steps, and which are they?
fn alike(reports: &[Vec<Point>]) -> Vec<BTreeMap<usize, Vec<Steps>>> {
    let mut alike = vec![BTreeMap::<usize, Vec<Steps>>::new(); reports.len()];
    let mut index = QuickMap::<i32, Vec<_>>::default();
    for (scanner, beacons) in reports.iter().enumerate() {
        let squared = |a: usize, b: usize| {
            let step = minus(beacons[b], beacons[a]);
            dot(step, step)
        };
        for b in 0..beacons.len() {
            for a in 0..b {
                for &(other, c, d) in index.get(&squared(a, b)).into_iter().flatten() {
                    alike[scanner].entry(other).or_default().push([a, b, c, d]);
                    alike[other].entry(scanner).or_default().push([c, d, a, b]);
                }
            }
        }
        for b in 0..beacons.len() {
            for a in (b % GROUPS..b).step_by(GROUPS) {
                index.entry(squared(a, b)).or_default().push((scanner, a, b));
            }
        }
    }
    alike
}

/// How is a scanner turned and where is it, if twelve of its beacons are known? Some steps of both are equally long.
fn places(known: &[Point], beacons: &[Point], steps: &[Steps]) -> Vec<(&'static Turn, Point)> {
    let mut tried = QuickSet::default();
    let mut found = Vec::new();
    for &[a, b, first, second] in steps {
        let step = minus(known[b], known[a]);
        for (c, d) in [(first, second), (second, first)] {
            let theirs = minus(beacons[d], beacons[c]);
            for turn in TURNS.iter().filter(|turn| (0..3).all(|row| dot(turn[row], theirs) == step[row])) {
                let position = minus(known[a], turned(turn, beacons[c]));
                if tried.insert((turn, position)) {
                    let common = |&&beacon: &&Point| {
                        known.contains(&minus(turned(turn, beacon), minus([0; 3], position)))
                    };
                    if beacons.iter().filter(common).count() >= COMMON {
                        found.push((turn, position));
                    }
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_are_all_different_and_none_is_a_mirror() {
        let cross = |[a, b, c]: Point, [x, y, z]: Point| [b * z - c * y, c * x - a * z, a * y - b * x];
        for (at, turn) in TURNS.iter().enumerate() {
            assert!(!TURNS[..at].contains(turn));
            assert_eq!(cross(turn[0], turn[1]), turn[2]);
        }
        assert_eq!(TURNS[0], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]);
    }
}
