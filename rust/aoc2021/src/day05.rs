//! Hydrothermal Venture: a sweep over the rows, 64 points at a time, with no floor to paint.
//!
//! Of a row only two sets matter: the points that some line covers, and those that two or more do. A line that isn't
//! horizontal passes through many rows, and numbered rightly it does not move while it does: a vertical line keeps its
//! x, one that falls keeps x - y and one that rises x + y. So each of these three families keeps two bit sets over its
//! own numbers, which change only where a line starts or ends, and a row sees them through a window that begins at 0,
//! -y or y. What is swept over fits into the first-level cache, which a floor of a million points does not.
use std::cmp::Ordering;

use contract::InvalidInput;
use contract::bits::window;
use contract::reading::{Cursor, lines};

const MOST: u64 = 9999;

/// From the upper end to the lower; on one row, from left to right.
pub struct Line {
    x1: usize,
    y1: usize,
    x2: usize,
    y2: usize,
}

pub fn parse(text: &str) -> Result<Vec<Line>, InvalidInput> {
    let message = format!("expected a straight line as x1,y1 -> x2,y2, none above {MOST}");
    lines(text, &message, |line| {
        let [x1, y1] = point(line)?;
        line.tag(" -> ")?;
        let [x2, y2] = point(line)?;
        let straight = x1 == x2 || y1 == y2 || x1.abs_diff(x2) == y1.abs_diff(y2);
        let down = (y1, x1) <= (y2, x2);
        let line = if down { Line { x1, y1, x2, y2 } } else { Line { x1: x2, y1: y2, x2: x1, y2: y1 } };
        straight.then_some(line)
    })
}

fn point(line: &mut Cursor) -> Option<[usize; 2]> {
    let x = line.natural(MOST)? as usize;
    line.tag(",")?;
    Some([x, line.natural(MOST)? as usize])
}

pub fn part1(lines: &[Line]) -> usize {
    crowded(lines.iter().filter(|line| line.x1 == line.x2 || line.y1 == line.y2).collect())
}

pub fn part2(lines: &[Line]) -> usize {
    crowded(lines.iter().collect())
}

/// How many points do two or more of the lines cover?
fn crowded(mut lines: Vec<&Line>) -> usize {
    let side = 1 + lines.iter().map(|line| line.x1.max(line.x2).max(line.y2)).max().unwrap_or(0);
    lines.sort_unstable_by_key(|line| line.y1);
    let mut starts = lines.iter().peekable();
    let mut ends = lines.clone();
    ends.sort_unstable_by_key(|line| line.y2);
    let mut ends = ends.iter().peekable();
    let mut families = [Family::new(side), Family::new(side), Family::new(side)];
    let mut total = 0;
    let mut lying = Sets::new(side);
    for y in 0..side {
        lying.clear();
        while let Some(line) = starts.next_if(|line| line.y1 == y) {
            match line.standing(side) {
                Some((family, number)) => families[family].change(number, 1),
                None => lying.cover(line.x1, line.x2),
            }
        }
        total += lying.joined(&families, [0, side - 1 - y, y]);
        while let Some(line) = ends.next_if(|line| line.y2 == y) {
            if let Some((family, number)) = line.standing(side) {
                families[family].change(number, -1);
            }
        }
    }
    total
}

impl Line {
    /// The family of a line that isn't horizontal, and its number there.
    fn standing(&self, side: usize) -> Option<(usize, usize)> {
        match self.x1.cmp(&self.x2) {
            _ if self.y1 == self.y2 => None,
            Ordering::Equal => Some((0, self.x1)),
            Ordering::Less => Some((1, self.x1 + side - 1 - self.y1)),
            Ordering::Greater => Some((2, self.x1 + self.y1)),
        }
    }
}

/// The points that one or more lines cover, and two or more.
struct Sets {
    once: Vec<u64>,
    twice: Vec<u64>,
}

impl Sets {
    fn new(points: usize) -> Self {
        let none = vec![0; points.div_ceil(64)];
        Self { once: none.clone(), twice: none }
    }

    fn clear(&mut self) {
        self.once.fill(0);
        self.twice.fill(0);
    }

    fn cover(&mut self, x1: usize, x2: usize) {
        for word in x1 / 64..=x2 / 64 {
            let left = if word == x1 / 64 { u64::MAX << (x1 % 64) } else { u64::MAX };
            let right = if word == x2 / 64 { u64::MAX >> (63 - x2 % 64) } else { u64::MAX };
            self.twice[word] |= self.once[word] & left & right;
            self.once[word] |= left & right;
        }
    }

    /// How many points are covered twice when the families join, each seen from a number on?
    fn joined(&self, families: &[Family; 3], from: [usize; 3]) -> usize {
        let length = self.once.len();
        let seen: [_; 3] = std::array::from_fn(|at| {
            let Sets { once, twice } = &families[at].sets;
            let range = from[at] / 64..from[at] / 64 + length + 1;
            (&once[range.clone()], &twice[range], (from[at] % 64) as u32)
        });
        let mut total = 0;
        for word in 0..length {
            let (mut once, mut twice) = (self.once[word], self.twice[word]);
            for (ones, twos, by) in &seen {
                let more = window(ones[word], ones[word + 1], *by);
                twice |= window(twos[word], twos[word + 1], *by) | once & more;
                once |= more;
            }
            total += twice.count_ones();
        }
        total as usize
    }
}

/// Parallel lines: how many of them have each number, and which numbers one or more have, and two or more.
struct Family {
    counts: Vec<usize>,
    sets: Sets,
}

impl Family {
    fn new(side: usize) -> Self {
        // Room for a window that begins at any of the first `side` numbers.
        Self { counts: vec![0; 2 * side], sets: Sets::new(2 * side + 128) }
    }

    fn change(&mut self, number: usize, by: isize) {
        self.counts[number] = self.counts[number].wrapping_add_signed(by);
        let count = self.counts[number];
        for (set, least) in [(&mut self.sets.once, 1), (&mut self.sets.twice, 2)] {
            let rest = set[number / 64] & !(1 << (number % 64));
            set[number / 64] = rest | u64::from(count >= least) << (number % 64);
        }
    }
}
