//! Movie Theater: how far each red tile reaches bounds its rectangles, and few are left for a window that narrows from slab to slab.
//!
//! Moved outwards by half a tile, the loop's lines are the edge of all red and green tiles, and lines that faced each other on neighbouring
//! tiles cancel out. Between two upright lines of the edge, in a slab, all columns are alike: a short list of where tiles begin and end.
//! Part 1 needs only tiles with none beyond them: a staircase on the lower left against one on the upper right, or the other two.

use contract::{InvalidInput, reading::lines};

const CORNER: &str =
    "expected two numbers as 1,2, from 0 to 99999, where the line before turns, at most 5000 in all";
const LOOP: &str = "expected a loop that turns at each red tile and does not meet itself";
const MOST: usize = 5_000;

type Tile = [i64; 2];

pub fn parse(text: &str) -> Result<Vec<Tile>, InvalidInput> {
    let mut red: Vec<Tile> = Vec::new();
    lines(text, CORNER, |line| {
        let x = line.natural(99_999)?;
        line.tag(",")?;
        red.push([x as i64, line.natural(99_999)? as i64]);
        (red.len() <= MOST && turns(&red[red.len().saturating_sub(3)..])).then_some(())
    })?;
    let closing = [&red[red.len().saturating_sub(2)..], &red[..red.len().min(2)]].concat();
    if turns(&closing) && is_simple(&red) { Ok(red) } else { Err(InvalidInput::new(red.len(), LOOP)) }
}

/// Does a line go straight from each tile to the next, and turn there?
fn turns(tiles: &[Tile]) -> bool {
    let same = |axis: usize, two: &[Tile]| two[0][axis] == two[1][axis];
    tiles.windows(2).all(|two| same(0, two) != same(1, two))
        && tiles.windows(3).all(|three| same(0, &three[..2]) != same(0, &three[1..]))
}

/// Does each line meet only the two that it follows and is followed by?
fn is_simple(red: &[Tile]) -> bool {
    let ends = red.iter().zip(red.iter().cycle().skip(1));
    let mut sides: Vec<_> = ends.map(|(one, other)| (one.min(other), one.max(other))).collect();
    sides.sort_unstable_by_key(|(low, _)| low[0]);
    let meetings = |(at, (low, high)): (usize, &(&Tile, &Tile))| {
        let near = sides[at + 1..].iter().take_while(|(other, _)| other[0] <= high[0]);
        near.filter(|(other, top)| other[1] <= high[1] && low[1] <= top[1]).count()
    };
    sides.iter().enumerate().map(meetings).sum::<usize>() == red.len()
}

/// The numbers of all tiles, those with the least x first.
fn from_the_left(red: &[Tile]) -> impl DoubleEndedIterator<Item = usize> {
    let mut keys: Vec<i64> = (0..).zip(red).map(|(number, [x, _])| x << 14 | number).collect();
    keys.sort_unstable();
    keys.into_iter().map(number)
}

fn number(key: i64) -> usize {
    (key % (1 << 14)) as usize
}

fn area(one: &Tile, other: &Tile) -> i64 {
    ((one[0] - other[0]).abs() + 1) * ((one[1] - other[1]).abs() + 1)
}

pub fn part1(red: &[Tile]) -> i64 {
    let sorted: Vec<Tile> = from_the_left(red).map(|number| red[number]).collect();
    let largest = |up: i64| {
        let left = staircase(sorted.iter(), -up);
        let right = staircase(sorted.iter().rev(), up);
        left.iter().flat_map(|one| right.iter().map(|other| area(one, other))).max().expect("four or more")
    };
    largest(1).max(largest(-1))
}

/// The tiles that are further up (or down) than all before them.
fn staircase<'a>(tiles: impl Iterator<Item = &'a Tile>, up: i64) -> Vec<&'a Tile> {
    let mut furthest = i64::MIN;
    let beyond = |tile: &&Tile| {
        let before = furthest;
        furthest = before.max(up * tile[1]);
        before < furthest
    };
    tiles.filter(beyond).collect()
}

/// The edge cuts the floor into slabs along one axis, of lines that are alike. Across each, tiles begin and end by turns.
struct Slabs {
    starts: Vec<usize>,
    ends: Vec<i64>,
    /// The slab of each red tile.
    of: Vec<usize>,
}

impl Slabs {
    fn new(red: &[Tile], corners: &[Tile], axis: usize) -> Self {
        let across = |corner: &Tile| corner[axis] << 17 | corner[1 - axis];
        let mut keys: Vec<i64> =
            (0..).zip(corners).map(|(number, corner)| across(corner) << 14 | number).collect();
        keys.sort_unstable();
        let mut slabs = Self { starts: vec![0; 2], ends: Vec::new(), of: vec![0; red.len()] };
        let mut ends: Vec<i64> = Vec::new();
        for same in keys.chunk_by(|one, other| one >> 31 == other >> 31) {
            for number in same.iter().map(|&key| number(key)) {
                let end = corners[number][1 - axis];
                match ends.binary_search(&end) {
                    Ok(at) => _ = ends.remove(at),
                    Err(at) => ends.insert(at, end),
                }
                let before = corners[number][axis] - red[number][axis];
                slabs.of[number] = slabs.starts.len() - 1 - before as usize;
            }
            slabs.ends.extend(&ends);
            slabs.starts.push(slabs.ends.len());
        }
        slabs
    }

    /// The tiles across a slab that are around one without a gap: from the first to before the last.
    fn around(&self, slab: usize, at: i64) -> (i64, i64) {
        let ends = &self.ends[self.starts[slab]..self.starts[slab + 1]];
        let after = ends.iter().position(|&end| end > at).expect("green or red");
        (ends[after - 1], ends[after])
    }
}

/// The corners of the edge around all red and green tiles; a tile is between its number and the next.
fn outer_corners(red: &[Tile]) -> Vec<Tile> {
    let around = || red.iter().zip(red.iter().cycle().skip(1)).zip(red.iter().cycle().skip(red.len() - 1));
    let turned = around().map(|((one, next), _)| one[0] * next[1] - next[0] * one[1]).sum::<i64>() > 0;
    around()
        .map(|((&[x, y], next), last)| {
            // Of the two lines one is upright, the other level: which way does each go?
            let [right, up] = [0, 1].map(|axis| next[axis] > last[axis]);
            [x + i64::from(up == turned), y + i64::from(right != turned)]
        })
        .collect()
}

/// A red tile, and how far tiles without a gap go from it: from the first to before the last.
struct Cross {
    tile: Tile,
    slab: usize,
    row: (i64, i64),
    column: (i64, i64),
}

impl Cross {
    /// What is the largest rectangle with one of these to the right, if it exceeds a known one?
    fn with(&self, rights: &[&Self], slabs: &Slabs, mut largest: i64) -> i64 {
        let [x, y] = self.tile;
        let (mut slab, (mut low, mut high)) = (self.slab, self.column);
        for other in rights {
            let [end, row] = other.tile;
            let area = area(&self.tile, &other.tile);
            if area > largest
                && (low..high).contains(&row)
                && (x..self.row.1).contains(&end)
                && other.row.0 <= x
                && (other.column.0..other.column.1).contains(&y)
            {
                for slab in slab + 1..=other.slab {
                    let (from, to) = slabs.around(slab, y);
                    (low, high) = (low.max(from), high.min(to));
                }
                slab = other.slab;
                if (low..high).contains(&row) {
                    largest = area;
                }
            }
        }
        largest
    }

    /// No rectangle up from the tile (or down) is larger, if its row goes so far.
    fn most(&self, columns: i64, up: bool) -> i64 {
        columns * if up { self.column.1 - self.tile[1] } else { self.tile[1] + 1 - self.column.0 }
    }
}

pub fn part2(red: &[Tile]) -> i64 {
    let corners = outer_corners(red);
    let [slabs, levels] = [0, 1].map(|axis| Slabs::new(red, &corners, axis));
    let cross = |number: usize| {
        let (tile, slab) = (red[number], slabs.of[number]);
        let row = levels.around(levels.of[number], tile[0]);
        Cross { tile, slab, row, column: slabs.around(slab, tile[1]) }
    };
    let crosses: Vec<_> = from_the_left(red).map(cross).collect();
    // Long rows first.
    let mut lefts: Vec<i64> =
        (0..).zip(&crosses).map(|(number, one)| (one.row.1 - one.tile[0]) << 14 | number).collect();
    lefts.sort_unstable();
    let mut largest = 0;
    for up in [false, true] {
        let mut rights: Vec<&Cross> = crosses.iter().collect();
        let mut known = 0;
        for left in lefts.iter().rev() {
            let one = &crosses[number(*left)];
            if one.most(left >> 14, up) > largest {
                if known < largest {
                    known = largest;
                    rights.retain(|other| other.most(other.tile[0] + 1 - other.row.0, !up) > largest);
                }
                largest = one.with(&rights, &slabs, largest);
            }
        }
    }
    largest
}
