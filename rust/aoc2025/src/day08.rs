//! Playground: only short strings are looked at, and only the last one needs an order.
//!
//! Boxes are sorted by slabs as thick as a string may be long, and by y in a slab; so both ends of a short string are in the same or
//! the next slab, in a range that moves on with y. A string is a word, its squared distance before its boxes, and comparing decides ties. Part 1
//! selects the thousand least. Part 2 asks for the longest edge of the minimum spanning tree: short strings are hung in any order,
//! and the few circuits left are joined to their nearest by Borůvka's algorithm.

use contract::{InvalidInput, NoAnswer, reading::lines};

const MESSAGE: &str = "expected three numbers as 1,2,3, from 0 to 99999, on at most 10000 lines";
const MOST: usize = 10_000;
const STRINGS: usize = 1000;

type Place = [i64; 3];

pub fn parse(text: &str) -> Result<Vec<Place>, InvalidInput> {
    let mut count = 0;
    lines(text, MESSAGE, |line| {
        count += 1;
        let x = line.natural(99_999)?;
        line.tag(",")?;
        let y = line.natural(99_999)?;
        line.tag(",")?;
        let z = line.natural(99_999)?;
        (count <= MOST).then_some([x as i64, y as i64, z as i64])
    })
}

/// Visits the pairs no further apart than a length, with their squared distances; evenly spread boxes have about as many as asked for.
fn short(boxes: &[Place], pairs: usize, mut visit: impl FnMut(u64, usize, usize)) {
    let span = 1 + boxes.iter().flatten().max().expect("one or more");
    let share = (pairs as f64 / (boxes.len() * boxes.len()) as f64).cbrt();
    let reach = (span as f64 * share * 0.78) as i64 + 1;
    let key = |slab: i64, y: i64| ((slab << 18 | y.max(0)) as u64) << 14;
    let mut keys: Vec<u64> =
        (0u64..).zip(boxes).map(|(number, [x, y, _])| key(x / reach, *y) | number).collect();
    keys.sort_unstable();
    let sorted: Vec<_> = keys.iter().map(|&key| number(key)).map(|number| (boxes[number], number)).collect();
    let up = |at: &mut usize, to: u64| {
        *at += keys[*at..].iter().take_while(|&&key| key < to).count();
        *at
    };
    let (mut end, mut from, mut to) = (0, 0, 0);
    for (at, &(place, one)) in sorted.iter().enumerate() {
        let [slab, y] = [place[0] / reach, place[1]];
        let here = at + 1..up(&mut end, key(slab, y + reach + 1));
        let beside = up(&mut from, key(slab + 1, y - reach))..up(&mut to, key(slab + 1, y + reach + 1));
        for &(other, second) in sorted[here].iter().chain(&sorted[beside]) {
            let apart = distance(&place, &other);
            if apart <= (reach * reach) as u64 {
                visit(apart, one, second);
            }
        }
    }
}

fn distance(one: &Place, other: &Place) -> u64 {
    one.iter().zip(other).map(|(a, b)| (a - b).pow(2)).sum::<i64>() as u64
}

fn string(apart: u64, one: usize, other: usize) -> u64 {
    apart << 28 | (one.min(other) << 14 | one.max(other)) as u64
}

fn number(key: u64) -> usize {
    key as usize % (1 << 14)
}

fn ends(string: u64) -> (usize, usize) {
    (number(string >> 14), number(string))
}

/// Disjoint sets: each box leads to another one of its circuit, or to itself.
struct Circuits(Vec<usize>);

impl Circuits {
    fn alone(boxes: &[Place]) -> Self {
        Self((0..boxes.len()).collect())
    }

    fn of(&mut self, mut number: usize) -> usize {
        while self.0[number] != number {
            self.0[number] = self.0[self.0[number]];
            number = self.0[number];
        }
        number
    }

    /// Connects two boxes; were they in different circuits?
    fn join(&mut self, (one, other): (usize, usize)) -> bool {
        let (one, other) = (self.of(one), self.of(other));
        self.0[one] = other;
        one != other
    }

    /// The circuit of each box, and the size of each circuit.
    fn named(&mut self) -> (Vec<usize>, Vec<usize>) {
        let names: Vec<usize> = (0..self.0.len()).map(|number| self.of(number)).collect();
        let mut sizes = vec![0; names.len()];
        names.iter().for_each(|&name| sizes[name] += 1);
        (names, sizes)
    }
}

pub fn part1(boxes: &[Place]) -> usize {
    let mut circuits = Circuits::alone(boxes);
    let wanted = STRINGS.min(boxes.len() * (boxes.len() - 1) / 2);
    closest(boxes, wanted).into_iter().for_each(|string| _ = circuits.join(ends(string)));
    let (_, mut sizes) = circuits.named();
    sizes.sort_unstable();
    sizes.iter().rev().take(3).filter(|&&size| size > 0).product()
}

/// So many of the shortest strings, in any order.
fn closest(boxes: &[Place], wanted: usize) -> Vec<u64> {
    let mut found = Vec::with_capacity(2 * wanted);
    let mut pairs = 2 * wanted;
    while found.len() < wanted {
        found.clear();
        short(boxes, pairs, |apart, one, other| found.push(string(apart, one, other)));
        pairs *= 4;
    }
    if wanted < found.len() {
        found.select_nth_unstable(wanted);
        found.truncate(wanted);
    }
    found
}

pub fn part2(boxes: &[Place]) -> Result<i64, NoAnswer> {
    let (mut circuits, mut left) = connected(boxes);
    let mut longest = None;
    while left > 1 {
        let (names, sizes) = circuits.named();
        // The largest circuit is found by the others, which are quicker to ask.
        let largest = (0..sizes.len()).max_by_key(|&name| sizes[name]).expect("two or more");
        let mut nearest = vec![u64::MAX; boxes.len()];
        for one in (0..boxes.len()).filter(|&one| names[one] != largest) {
            for other in (0..boxes.len()).filter(|&other| names[other] != names[one]) {
                let string = string(distance(&boxes[one], &boxes[other]), one, other);
                nearest[names[one]] = nearest[names[one]].min(string);
            }
        }
        for string in nearest.into_iter().filter(|&string| string < u64::MAX) {
            if circuits.join(ends(string)) {
                left -= 1;
                longest = longest.max(Some(string));
            }
        }
    }
    let (one, other) = longest.map(ends).ok_or_else(|| NoAnswer("a single box needs no string".into()))?;
    Ok(boxes[one][0] * boxes[other][0])
}

/// Circuits of short strings, not yet a single one if there is more than one box, and how many there are.
fn connected(boxes: &[Place]) -> (Circuits, usize) {
    let mut pairs = 4 * boxes.len();
    while pairs > 0 {
        let (mut circuits, mut left) = (Circuits::alone(boxes), boxes.len());
        short(boxes, pairs, |_, one, other| left -= usize::from(circuits.join((one, other))));
        if left > 1 {
            return (circuits, left);
        }
        pairs /= 4;
    }
    (Circuits::alone(boxes), boxes.len())
}
