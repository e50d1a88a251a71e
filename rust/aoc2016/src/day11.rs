//! Radioisotope Thermoelectric Generators: a state is a word that counts pairs by their two floors, and is searched by slack.
//!
//! If everything could be next to everything, two things would always go up and one would come back, which is a bound on the
//! moves. A move lowers it by one, and is free, or raises it by one, and is slack: two moves more than the bound. So there are two
//! stacks of states, those that are reached with as much slack as now and those with more. What is left below tells
//! which moves are free.

use contract::bits::ones;
use contract::reading::Cursor;
use contract::search::QuickSet;
use contract::{InvalidInput, NoAnswer};

const FORM: &str = "expected the four floors as The first floor contains a ruby generator and a ruby-compatible microchip., \
                    one to seven kinds, both things of each, no microchip where only others have generators";
const FLOORS: [&str; 4] = ["The first", "The second", "The third", "The fourth"];
const MOST: usize = 7;
const TOP: usize = 3;

/// How many pairs have their generator on one floor and their microchip on another: four bits for each, by 4 times the
/// first floor and the second.
pub type Pairs = u64;

const fn pair(generator: usize, microchip: usize) -> Pairs {
    1 << (16 * generator + 4 * microchip)
}

const fn generators(floor: usize) -> Pairs {
    0xffff << (16 * floor)
}

const fn microchips(floor: usize) -> Pairs {
    0x000f_000f_000f_000f << (4 * floor)
}

/// The pairs that have something on a floor or below.
const fn below(floor: usize) -> Pairs {
    let rest = microchips(floor) | generators(floor);
    if floor == 0 { rest } else { rest | below(floor - 1) }
}

pub fn parse(text: &str) -> Result<Pairs, InvalidInput> {
    let mut cursor = Cursor::new(text);
    // By kind, the floors of its two things.
    let mut kinds: Vec<(&[u8], [Option<usize>; 2])> = Vec::with_capacity(MOST);
    for (floor, name) in FLOORS.into_iter().enumerate() {
        cursor.line(FORM, |line| {
            line.tag(name)?;
            line.tag(" floor contains ")?;
            things(line, |kind, thing| {
                let known = kinds.iter().position(|&(name, _)| name == kind).unwrap_or_else(|| {
                    kinds.push((kind, [None; 2]));
                    kinds.len() - 1
                });
                kinds[known].1[thing].replace(floor).is_none() && kinds.len() <= MOST
            })?;
            let here = |thing: usize| kinds.iter().filter(move |(_, floors)| floors[thing] == Some(floor));
            let safe = here(0).count() == 0 || here(1).all(|(_, floors)| floors[0] == Some(floor));
            let whole =
                !kinds.is_empty() && kinds.iter().all(|(_, floors)| floors.iter().all(Option::is_some));
            (safe && (floor < TOP || whole)).then_some(())
        })?;
    }
    cursor.end()?;
    Ok(kinds.iter().filter_map(|&(_, [generator, microchip])| Some(pair(generator?, microchip?))).sum())
}

/// The rest of a line. A function is told each kind, and 0 for a generator or 1 for a microchip, and says whether it may be.
fn things<'a>(line: &mut Cursor<'a>, mut may: impl FnMut(&'a [u8], usize) -> bool) -> Option<()> {
    if line.tag("nothing relevant.").is_some() {
        return Some(());
    }
    let (mut count, mut last) = (0, false);
    loop {
        line.choice(&["a ", "an "])?;
        let kind = line.word(|byte| byte.is_ascii_lowercase())?;
        let thing = line.choice(&[" generator", "-compatible microchip"])?;
        count += 1;
        may(kind, thing).then_some(())?;
        let before = line.choice(&[", and ", ", ", " and ", "."])?;
        match (before, count) {
            (3, 1) => return Some(()),
            (3, _) => return last.then_some(()),
            (_, _) if last => return None,
            (0, 2..) | (2, 1) => last = true,
            (1, _) => {}
            _ => return None,
        }
    }
}

pub fn part1(pairs: &Pairs) -> Result<u32, NoAnswer> {
    fewest(*pairs).ok_or_else(|| NoAnswer("not everything can be brought to the fourth floor".into()))
}

pub fn part2(pairs: &Pairs) -> Result<u32, NoAnswer> {
    part1(&(pairs + 2 * pair(0, 0)))
}

/// How few moves are enough?
fn fewest(start: Pairs) -> Option<u32> {
    let bound = (0..TOP).map(|floor| rides(start, floor)).sum::<u32>();
    let mut seen = [0; 4].map(|_| QuickSet::with_capacity_and_hasher(1 << 10, Default::default())); // by the floor of the elevator
    let mut now = if is_safe(start, 0) { vec![(start, 0)] } else { vec![] };
    let mut later = vec![];
    let mut slack = 0;
    while !now.is_empty() {
        while let Some((pairs, floor)) = now.pop() {
            if pairs & below(TOP - 1) == 0 {
                return Some(bound + 2 * slack);
            }
            if !seen[floor].insert(pairs) {
                continue;
            }
            if floor > 0 {
                let empty = pairs & below(floor - 1) == 0;
                moves(pairs, floor, floor - 1, |after, both| {
                    if both || empty { &mut later } else { &mut now }.push((after, floor - 1));
                });
            }
            if floor < TOP {
                moves(pairs, floor, floor + 1, |after, both| {
                    let last = after & below(floor) == 0;
                    if both || last { &mut now } else { &mut later }.push((after, floor + 1));
                });
            }
        }
        (now, later) = (later, now);
        slack += 1;
    }
    None
}

/// How many rides are there at least between a floor and the next, if the elevator begins below?
fn rides(pairs: Pairs, floor: usize) -> u32 {
    let mut things = 0;
    for generator in 0..=TOP {
        for microchip in 0..=TOP {
            let count = ((pairs / pair(generator, microchip)) & 15) as u32;
            things += count * (u32::from(generator <= floor) + u32::from(microchip <= floor));
        }
    }
    if things == 0 { 0 } else { (2 * things).saturating_sub(3).max(1) }
}

/// Has each microchip on a floor its generator there, or are there no generators?
fn is_safe(pairs: Pairs, floor: usize) -> bool {
    pairs & generators(floor) == 0 || pairs & microchips(floor) & !generators(floor) == 0
}

/// A function is told each safe state after a move from one floor to another, and whether two things were taken.
#[inline]
fn moves(pairs: Pairs, from: usize, to: usize, mut found: impl FnMut(Pairs, bool)) {
    let (generator, microchip) = if from < to { (16, 4) } else { (64 - 16, 64 - 4) };
    let take = |pairs: Pairs, at: Pairs, by: u32| pairs - at + at.rotate_left(by);
    let mut tell = |after, both| {
        if is_safe(after, from) && is_safe(after, to) {
            found(after, both);
        }
    };
    for first in places(pairs & generators(from)) {
        let one = take(pairs, first, generator);
        tell(one, false);
        // Two generators in one order only.
        places(one & generators(from) & !(first - 1)).for_each(|next| tell(take(one, next, generator), true));
        places(one & microchips(from)).for_each(|next| tell(take(one, next, microchip), true));
    }
    for first in places(pairs & microchips(from)) {
        let one = take(pairs, first, microchip);
        tell(one, false);
        places(one & microchips(from) & !(first - 1)).for_each(|next| tell(take(one, next, microchip), true));
    }
}

/// One pair in each place that has some.
fn places(pairs: Pairs) -> impl Iterator<Item = Pairs> {
    let some = pairs | pairs >> 2;
    ones((some | some >> 1) & 0x1111_1111_1111_1111).map(|place| 1 << place)
}
