//! Beacon Scanner: a few distances of each scanner are enough to find out all that two scanners have in common.
//!
//! Turns keep distances. So if two beacons are seen by two scanners, the step from one to the other is equally long
//! for both, and how it points says how one scanner is turned and where it is. Such an alignment is then tried:
//! do twelve beacons come to lie upon others?
//!
//! Which pairs of beacons need to be looked at, so that no alignment is missed? Deal a scanner's beacons out into
//! eleven groups. Of any twelve of them two are in one group, so the pairs within groups will do: 19 of the
//! 325 pairs that 26 beacons have. All scanners' pairs within groups go into one index by their squared distance;
//! then all pairs of all scanners are looked up there. A bit set says no to nearly all of these at once, so a
//! pair costs little more than its distance. Work grows with the number of scanners, not with that of their pairs.
//!
//! Where beacons lie so regularly that distances tell next to nothing, all turns of all beacons are tried instead.

use contract::reading::integer;
use contract::{InvalidInput, NoAnswer};

const COMMON: usize = 12;
/// Of twelve beacons two are in the same.
const GROUPS: usize = 11;
const RANGE: i32 = 1000;
const MOST: usize = 250;

type Point = [i32; 3];

/// All scanners' beacons, and where each scanner's end.
pub struct Reports {
    beacons: Vec<Point>,
    ends: Vec<usize>,
}

pub fn parse(text: &str) -> Result<Reports, InvalidInput> {
    let mut rest = text.as_bytes();
    let mut reports = Reports { beacons: Vec::with_capacity(text.len() / 12), ends: Vec::new() };
    let mut seen = Vec::with_capacity(64);
    let mut line = 1;
    let wrong = |line, message: &str| Err(InvalidInput::new(line, message));
    loop {
        let Some(after) = header(rest, reports.ends.len()) else {
            return wrong(line, "expected the header of the next scanner");
        };
        rest = after;
        seen.clear();
        loop {
            // Here a line has ended.
            if rest.is_empty() && !seen.is_empty() {
                reports.ends.push(reports.beacons.len());
                return Ok(reports);
            }
            if let Some((_, more)) = rest.split_first() {
                rest = more;
                line += 1;
            }
            if !seen.is_empty() && rest.first() == Some(&b'\n') {
                break;
            }
            let Some(beacon) = beacon(&mut rest) else {
                return wrong(line, "expected a beacon as x,y,z, each from -1000 to 1000");
            };
            if seen.len() == MOST {
                return wrong(line, "expected at most 250 beacons");
            }
            let [x, y, z] = beacon.map(|number| (number + RANGE) as u64);
            let packed = x << 22 | y << 11 | z;
            if seen.contains(&packed) {
                return wrong(line, "expected no beacon twice");
            }
            seen.push(packed);
            reports.beacons.push(beacon);
        }
        reports.ends.push(reports.beacons.len());
        rest = &rest[1..];
        line += 1;
    }
}

/// What follows the header of a scanner, up to the end of its line; nothing if it isn't there.
fn header(rest: &[u8], scanner: usize) -> Option<&[u8]> {
    let rest = rest.strip_prefix(b"--- scanner ")?.strip_prefix(scanner.to_string().as_bytes())?;
    rest.strip_prefix(b" ---").filter(|rest| matches!(rest.first(), None | Some(b'\n')))
}

/// The beacon that the text begins with, if the line ends after it; it is taken off.
#[inline]
fn beacon(rest: &mut &[u8]) -> Option<Point> {
    let mut beacon = [0; 3];
    for (axis, before) in beacon.iter_mut().zip([&b""[..], b",", b","]) {
        *rest = rest.strip_prefix(before)?;
        *axis = integer(rest, i64::from(RANGE)).filter(|number| number.abs() <= RANGE.into())? as i32;
    }
    matches!(rest.first(), None | Some(b'\n')).then_some(beacon)
}

pub fn part1(reports: &Reports) -> Result<usize, NoAnswer> {
    // A scanner is less than 2^39 away from the first: to be 2000 farther takes twelve lines of text at least.
    let packed = |beacon: [i64; 3]| beacon.iter().fold(0, |packed, axis| packed << 40 | (axis + (1 << 39)) as u128);
    let places = places(reports)?;
    let placed = places.iter().enumerate().map(|(scanner, place)| (place, reports.beacons(scanner)));
    let mut beacons: Vec<_> =
        placed.flat_map(|(place, beacons)| beacons.iter().map(move |&beacon| packed(place.see(beacon)))).collect();
    beacons.sort_unstable();
    beacons.dedup();
    Ok(beacons.len())
}

pub fn part2(reports: &Reports) -> Result<i64, NoAnswer> {
    let places = places(reports)?;
    // Along one of four diagonals two places are as far apart as they are by Manhattan distance.
    let farthest = [[1, 1, 1], [1, 1, -1], [1, -1, 1], [1, -1, -1]].map(|diagonal| {
        let along = |place: &Place| (0..3).map(|axis| diagonal[axis] * place.position[axis]).sum::<i64>();
        let (low, high) = places
            .iter()
            .map(along)
            .fold((i64::MAX, i64::MIN), |(low, high), place| (low.min(place), high.max(place)));
        high - low
    });
    Ok(farthest.into_iter().max().unwrap_or(0))
}

/// How a scanner is turned, as a matrix, and where it is, as another one or the map sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Place {
    turn: Turn,
    position: [i64; 3],
}

type Turn = [Point; 3];

impl Place {
    const HOME: Self = Self { turn: TURNS[0], position: [0; 3] };

    /// Where something is that the scanner sees.
    #[inline]
    fn see(&self, point: Point) -> [i64; 3] {
        let [x, y, z] = turned(&self.turn, point).map(i64::from);
        [self.position[0] + x, self.position[1] + y, self.position[2] + z]
    }

    /// The place of a scanner of which this one knows the place.
    fn of(&self, other: &Self) -> Self {
        let turn = transposed(&transposed(&other.turn).map(|column| turned(&self.turn, column)));
        let [x, y, z] = [0, 1, 2].map(|row| {
            let along = |axis: usize| i64::from(self.turn[row][axis]) * other.position[axis];
            self.position[row] + along(0) + along(1) + along(2)
        });
        Self { turn, position: [x, y, z] }
    }

    /// Where the one who knows this place is, as this scanner sees it.
    fn inverse(&self) -> Self {
        let back = Self { turn: transposed(&self.turn), position: [0; 3] };
        let away = Self { turn: TURNS[0], position: self.position.map(|axis| -axis) };
        back.of(&away)
    }
}

#[inline]
fn turned(turn: &Turn, point: Point) -> Point {
    let along = |row: Point| row[0] * point[0] + row[1] * point[1] + row[2] * point[2];
    [along(turn[0]), along(turn[1]), along(turn[2])]
}

fn transposed(turn: &Turn) -> Turn {
    [0, 1, 2].map(|row| [0, 1, 2].map(|column| turn[column][row]))
}

#[inline]
fn minus([a, b, c]: Point, [x, y, z]: Point) -> Point {
    [a - x, b - y, c - z]
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

impl Reports {
    fn beacons(&self, scanner: usize) -> &[Point] {
        let start = if scanner == 0 { 0 } else { self.ends[scanner - 1] };
        &self.beacons[start..self.ends[scanner]]
    }
}

/// Where is each scanner, as scanner 0 sees it?
fn places(reports: &Reports) -> Result<Vec<Place>, NoAnswer> {
    let no_answer = || NoAnswer("there is no one way to put all scanners on a map".into());
    let alignments = alignments(reports).ok_or_else(no_answer)?;
    let mut places = vec![None; reports.ends.len()];
    places[0] = Some(Place::HOME);
    let mut stack = vec![0];
    let mut placed = 1;
    while let Some(scanner) = stack.pop() {
        for &(other, alignment) in &alignments[scanner] {
            let place = places[scanner].unwrap_or(Place::HOME).of(&alignment);
            match places[other] {
                None => {
                    places[other] = Some(place);
                    stack.push(other);
                    placed += 1;
                }
                Some(known) if known != place => return Err(no_answer()),
                Some(_) => {}
            }
        }
    }
    if placed == places.len() { Ok(places.into_iter().flatten().collect()) } else { Err(no_answer()) }
}

/// Two beacons of a scanner that are in the same group.
struct Pair {
    distance: u32,
    scanner: u32,
    beacons: [u16; 2],
    /// The one before it in its list.
    before: u32,
}

const NONE: u32 = u32::MAX;

/// Pairs by their distance, as lists in a hash table, and a bit for each hash that some pair has.
struct Index {
    shift: u32,
    some: Vec<u64>,
    lists: Vec<u32>,
    pairs: Vec<Pair>,
}

impl Index {
    /// For so many pairs: half as many as there are lists, and one to 64 bits at most.
    fn new(pairs: usize) -> Self {
        let bits = (64 * pairs).next_power_of_two().clamp(1 << 6, 1 << 31);
        Self {
            shift: 32 - bits.ilog2(),
            some: vec![0; bits / 64],
            lists: vec![NONE; bits / 32],
            pairs: Vec::with_capacity(pairs),
        }
    }

    fn hash(&self, distance: u32) -> usize {
        (distance.wrapping_mul(0x9e37_79b1) >> self.shift) as usize
    }

    fn add(&mut self, scanner: usize, beacons: [usize; 2], distance: u32) {
        let hash = self.hash(distance);
        self.some[hash / 64] |= 1 << (hash % 64);
        let before = std::mem::replace(&mut self.lists[hash / 32], self.pairs.len() as u32);
        let beacons = beacons.map(|beacon| beacon as u16);
        self.pairs.push(Pair { distance, scanner: scanner as u32, beacons, before });
    }

    /// All pairs with a distance; mostly none.
    #[inline]
    fn get(&self, distance: u32) -> impl Iterator<Item = &Pair> {
        let hash = self.hash(distance);
        let some = self.some[hash / 64] >> (hash % 64) & 1 != 0;
        let pair = |at: u32| self.pairs.get(at as usize);
        let last = if some { pair(self.lists[hash / 32]) } else { None };
        std::iter::successors(last, move |last| pair(last.before)).filter(move |pair| pair.distance == distance)
    }
}

/// Two beacons of an earlier scanner and two of this one that are equally far apart.
struct Hit {
    earlier: usize,
    ours: [u16; 2],
    theirs: [usize; 2],
}

/// The scanners that have twelve beacons in common with each scanner, and where; nothing if two scanners can be
/// aligned in more than one way.
fn alignments(reports: &Reports) -> Option<Vec<Vec<(usize, Place)>>> {
    let scanners = reports.ends.len();
    let within_groups = |beacons: usize| (0..beacons).map(|second| second / GROUPS).sum::<usize>();
    let mut index = Index::new((0..scanners).map(|scanner| within_groups(reports.beacons(scanner).len())).sum());
    let mut alignments = vec![Vec::new(); scanners];
    let mut hits: Vec<Hit> = Vec::new();
    let mut counts = vec![0; scanners];
    for scanner in 0..scanners {
        let beacons = reports.beacons(scanner);
        let many = |earlier| reports.beacons(earlier).len() * beacons.len();
        for (second, &b) in beacons.iter().enumerate() {
            for (first, &a) in beacons[..second].iter().enumerate() {
                for pair in index.get(squared(minus(b, a))) {
                    let earlier = pair.scanner as usize;
                    counts[earlier] += 1;
                    if counts[earlier] <= many(earlier) {
                        hits.push(Hit { earlier, ours: pair.beacons, theirs: [first, second] });
                    }
                }
            }
        }
        hits.sort_by_key(|hit| hit.earlier);
        for hits in hits.chunk_by(|a, b| a.earlier == b.earlier) {
            let earlier = hits[0].earlier;
            let known = reports.beacons(earlier);
            let tells = std::mem::take(&mut counts[earlier]) <= many(earlier);
            let place = if tells { align(known, beacons, hits)? } else { align_all(known, beacons)? };
            if let Some(place) = place {
                alignments[earlier].push((scanner, place));
                alignments[scanner].push((earlier, place.inverse()));
            }
        }
        hits.clear();
        for (second, &b) in beacons.iter().enumerate() {
            for first in (second % GROUPS..second).step_by(GROUPS) {
                index.add(scanner, [first, second], squared(minus(b, beacons[first])));
            }
        }
    }
    Some(alignments)
}

#[inline]
fn squared([x, y, z]: Point) -> u32 {
    (x * x + y * y + z * z) as u32
}

/// Where is a scanner if twelve of its beacons are known and these pairs may be the same? `None` if that
/// can't be told, `Some(None)` if they aren't.
fn align(known: &[Point], beacons: &[Point], hits: &[Hit]) -> Option<Option<Place>> {
    let mut found = None;
    for hit in hits {
        let [ours, our_second] = hit.ours.map(|beacon| known[usize::from(beacon)]);
        let [first, second] = hit.theirs.map(|beacon| beacons[beacon]);
        let our_step = minus(our_second, ours);
        for (theirs, their_step) in [(first, minus(second, first)), (second, minus(first, second))] {
            for turn in TURNS.iter().filter(|turn| turned(turn, their_step) == our_step) {
                let position = minus(ours, turned(turn, theirs));
                let place = Place { turn: *turn, position: position.map(i64::from) };
                if found != Some(place) && common(known, beacons, turn, position) && found.replace(place).is_some() {
                    return None;
                }
            }
        }
    }
    Some(found)
}

/// Do twelve beacons come to lie upon known ones?
fn common(known: &[Point], beacons: &[Point], turn: &Turn, [x, y, z]: Point) -> bool {
    let mut misses = 0;
    for &beacon in beacons {
        let [a, b, c] = turned(turn, beacon);
        misses += usize::from(!known.contains(&[a + x, b + y, c + z]));
        if misses + COMMON > beacons.len() {
            return false;
        }
    }
    true
}

/// The same where any beacons may be the same.
fn align_all(known: &[Point], beacons: &[Point]) -> Option<Option<Place>> {
    let mut found = None;
    let mut positions = Vec::with_capacity(known.len() * beacons.len());
    for turn in TURNS {
        positions.clear();
        for &theirs in beacons {
            let theirs = turned(&turn, theirs);
            positions.extend(known.iter().map(|&ours| minus(ours, theirs)));
        }
        positions.sort_unstable();
        for alike in positions.chunk_by(|a, b| a == b).filter(|alike| alike.len() >= COMMON) {
            if found.is_some() {
                return None;
            }
            found = Some(Place { turn, position: alike[0].map(i64::from) });
        }
    }
    Some(found)
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

    #[test]
    fn both_ways_to_align_agree() {
        let known: Vec<Point> = (1..20).map(|n| [n * n * n % 701, n * 97 % 301, -n * n]).collect();
        let place = Place { turn: TURNS[17], position: [100, -200, 300] };
        let beacons: Vec<Point> =
            known[3..].iter().map(|&[x, y, z]| place.inverse().see([x, y, z]).map(|axis| axis as i32)).collect();
        assert_eq!(align_all(&known, &beacons), Some(Some(place)));
        let hit = Hit { earlier: 0, ours: [5, 9], theirs: [6, 2] };
        assert_eq!(align(&known, &beacons, &[hit]), Some(Some(place)));
        assert_eq!(place.of(&place.inverse()), Place::HOME);
    }
}
