//! No Time for a Taxicab: streets are boxes, and where two of them meet is a box again.
//!
//! Of a box that is met the nearest place is each coordinate of where the street begins, or else the nearest end. So crossing and
//! overlapping streets are one case, and no single place is looked at.

use contract::{InvalidInput, NoAnswer, reading::single};

const MESSAGE: &str = "expected 1 to 20000 instructions as R5, L12, each to at most 200 blocks";
const MOST: usize = 20_000;

type Place = [i32; 2];

/// The corners of the walk, from the start to the end.
pub fn parse(text: &str) -> Result<Vec<Place>, InvalidInput> {
    let ([mut x, mut y], [mut east, mut north]) = ([0; 2], [0, 1]);
    let mut corners = Vec::with_capacity(text.len() / 4 + 2);
    corners.push([x, y]);
    single(text, MESSAGE, |line| {
        loop {
            [east, north] = if line.choice(&["L", "R"])? == 0 { [-north, east] } else { [north, -east] };
            let blocks = line.natural(200).filter(|&blocks| blocks > 0)? as i32;
            (x, y) = (x + east * blocks, y + north * blocks);
            corners.push([x, y]);
            if line.tag(", ").is_none() {
                return (corners.len() <= MOST + 1).then_some(());
            }
        }
    })?;
    Ok(corners)
}

pub fn part1(corners: &[Place]) -> u32 {
    distance(corners[0], corners[corners.len() - 1])
}

pub fn part2(corners: &[Place]) -> Result<u32, NoAnswer> {
    let streets: Vec<Street> = corners.windows(2).map(|ends| Street::between(ends[0], ends[1])).collect();
    for (at, street) in streets.iter().enumerate().skip(2) {
        // The one before ends where this one begins.
        let met = streets[..at - 1].iter().filter_map(|other| street.meets(other, corners[at]));
        if let Some(place) = met.min_by_key(|&place| distance(corners[at], place)) {
            return Ok(distance(corners[0], place));
        }
    }
    Err(NoAnswer("no place is visited twice".into()))
}

fn distance([x, y]: Place, [other_x, other_y]: Place) -> u32 {
    x.abs_diff(other_x) + y.abs_diff(other_y)
}

struct Street {
    least: Place,
    most: Place,
}

impl Street {
    fn between([x, y]: Place, [other_x, other_y]: Place) -> Self {
        Self { least: [x.min(other_x), y.min(other_y)], most: [x.max(other_x), y.max(other_y)] }
    }

    /// The nearest of the places that both have, seen from one.
    #[inline]
    fn meets(&self, other: &Self, from: Place) -> Option<Place> {
        let least = [0, 1].map(|axis| self.least[axis].max(other.least[axis]));
        let most = [0, 1].map(|axis| self.most[axis].min(other.most[axis]));
        let met = (least[0] <= most[0]) & (least[1] <= most[1]);
        met.then(|| [0, 1].map(|axis| from[axis].clamp(least[axis], most[axis])))
    }
}
