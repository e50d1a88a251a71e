//! Hydrothermal Venture: a sweep over the rows, 64 points at a time, with no floor to paint.
//!
//! Of a row only two sets matter: the points that some line covers, and those that two or more do. A line
//! that isn't horizontal passes through many rows, and numbered rightly it does not move while it does: a
//! vertical line keeps its x, one that falls keeps x - y and one that rises x + y. So each of these three
//! families keeps a bit set over its own numbers, which changes only where a line starts or ends, and a row
//! sees it through a window that begins at 0, -y or y. A line costs two changes however long it is, and what
//! is swept over fits into the first-level cache, which a floor of a million points does not. The sets are as
//! long as the largest coordinate asks for.
//!
//! Tried and dropped: a pass over the row for each family, which stores the two sets between passes (part 2
//! took a third longer than with one pass that keeps them in registers); counting a row of vertical lines
//! point by point (part 1 took more than twice as long); a window for vertical lines too, though it never
//! slides (a seventh longer in all); fixed blocks of sixteen words (part 2 took two fifths longer).
use std::cmp::Ordering;
use std::iter::zip;

use contract::InvalidInput;
use contract::reading::{Cursor, lines};

const LIMIT: u64 = 9999;

/// From the upper end to the lower; on one row, from left to right.
pub struct Line {
    x1: u16,
    y1: u16,
    x2: u16,
    y2: u16,
}

pub fn parse(text: &str) -> Result<Vec<Line>, InvalidInput> {
    let message = format!("expected a straight line as x1,y1 -> x2,y2, none above {LIMIT}");
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

fn point(line: &mut Cursor) -> Option<[u16; 2]> {
    let x = line.natural(LIMIT)? as u16;
    line.tag(",")?;
    Some([x, line.natural(LIMIT)? as u16])
}

pub fn part1(lines: &[Line]) -> usize {
    crowded(lines, |line| line.x1 == line.x2 || line.y1 == line.y2)
}

pub fn part2(lines: &[Line]) -> usize {
    crowded(lines, |_| true)
}

/// How many points do two or more of the chosen lines cover?
fn crowded(lines: &[Line], chosen: impl Fn(&Line) -> bool) -> usize {
    let side = 1 + lines.iter().map(|line| line.x1.max(line.x2).max(line.y2)).max().map_or(0, usize::from);
    let mut starts = Lists::new(side, lines.len());
    let mut ends = Lists::new(side, lines.len());
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| chosen(line)) {
        starts.push(line.y1.into(), index);
    }
    let mut families = [Family::new(side), Family::new(side), Family::new(side)];
    let mut row = Row::new(side);
    let mut total = 0;
    for y in 0..side {
        for index in ends.on(y) {
            let (family, number) = lines[index].standing(side);
            families[family].remove(number);
        }
        row.clear();
        for index in starts.on(y) {
            let line = &lines[index];
            if line.y1 == line.y2 {
                row.cover(line.x1.into(), line.x2.into());
            } else {
                let (family, number) = line.standing(side);
                families[family].add(number);
                ends.push(usize::from(line.y2) + 1, index);
            }
        }
        let [vertical, falling, rising] = &families;
        if row.empty && falling.lines + rising.lines == 0 {
            // Vertical lines meet none but their likes: no need to look where.
            total += vertical.crowded;
        } else {
            total += row.crowded(vertical, [(falling, side - 1 - y), (rising, y)]);
        }
    }
    total
}

impl Line {
    /// The family of a line that isn't horizontal, and its number there.
    fn standing(&self, side: usize) -> (usize, usize) {
        let (x, y) = (usize::from(self.x1), usize::from(self.y1));
        match self.x1.cmp(&self.x2) {
            Ordering::Equal => (0, x),
            Ordering::Less => (1, x + side - 1 - y),
            Ordering::Greater => (2, x + y),
        }
    }
}

const NONE: usize = usize::MAX;

/// A list of lines for each row and for the end of the last, linked by the lines' indices.
struct Lists {
    heads: Vec<usize>,
    next: Vec<usize>,
}

impl Lists {
    fn new(side: usize, lines: usize) -> Self {
        Self { heads: vec![NONE; side + 1], next: vec![NONE; lines] }
    }

    fn push(&mut self, row: usize, line: usize) {
        self.next[line] = std::mem::replace(&mut self.heads[row], line);
    }

    fn on(&self, row: usize) -> impl Iterator<Item = usize> {
        let some = |line| (line != NONE).then_some(line);
        std::iter::successors(some(self.heads[row]), move |&line| some(self.next[line]))
    }
}

/// Parallel lines: how many of them have each number, and which numbers at least one or two have.
struct Family {
    lines: usize,
    crowded: usize,
    counts: Vec<usize>,
    once: Vec<u64>,
    twice: Vec<u64>,
}

impl Family {
    fn new(side: usize) -> Self {
        // Room for a window that begins at any of the first `side` numbers.
        let none = vec![0; side / 64 + words(side) + 1];
        Self { lines: 0, crowded: 0, counts: vec![0; 2 * side - 1], once: none.clone(), twice: none }
    }

    fn add(&mut self, number: usize) {
        let bit = 1 << (number % 64);
        self.lines += 1;
        self.counts[number] += 1;
        match self.counts[number] {
            1 => self.once[number / 64] |= bit,
            2 => {
                self.twice[number / 64] |= bit;
                self.crowded += 1;
            }
            _ => {}
        }
    }

    fn remove(&mut self, number: usize) {
        let bit = 1 << (number % 64);
        self.lines -= 1;
        self.counts[number] -= 1;
        match self.counts[number] {
            0 => self.once[number / 64] &= !bit,
            1 => {
                self.twice[number / 64] &= !bit;
                self.crowded -= 1;
            }
            _ => {}
        }
    }
}

/// The points of a row that one or more lines cover, and two or more.
struct Row {
    empty: bool,
    once: Vec<u64>,
    twice: Vec<u64>,
}

impl Row {
    fn new(side: usize) -> Self {
        let none = vec![0; words(side)];
        Self { empty: true, once: none.clone(), twice: none }
    }

    fn clear(&mut self) {
        if !self.empty {
            self.once.fill(0);
            self.twice.fill(0);
            self.empty = true;
        }
    }

    fn cover(&mut self, x1: usize, x2: usize) {
        self.empty = false;
        for word in x1 / 64..=x2 / 64 {
            let left = if word == x1 / 64 { u64::MAX << (x1 % 64) } else { u64::MAX };
            let right = if word == x2 / 64 { u64::MAX >> (63 - x2 % 64) } else { u64::MAX };
            self.twice[word] |= self.once[word] & left & right;
            self.once[word] |= left & right;
        }
    }

    /// How many points are covered twice, when the families join, the slanted ones seen from a number on?
    fn crowded(&mut self, vertical: &Family, slanted: [(&Family, usize); 2]) -> usize {
        let length = self.once.len();
        for (family, from) in slanted {
            // Rare enough for a pass of its own.
            if family.crowded > 0 {
                self.empty = false;
                for (twice, word) in zip(&mut self.twice, window(&family.twice, from, length)) {
                    *twice |= word;
                }
            }
        }
        let lying = zip(&self.once, &self.twice);
        let standing = zip(&vertical.once, &vertical.twice);
        let [falling, rising] = slanted.map(|(family, from)| window(&family.once, from, length));
        let mut total = 0;
        for ((lying, standing), (falling, rising)) in lying.zip(standing).zip(falling.zip(rising)) {
            let (mut once, mut twice) = (*lying.0, lying.1 | standing.1);
            for word in [*standing.0, falling, rising] {
                twice |= once & word;
                once |= word;
            }
            total += u64::from(twice.count_ones());
        }
        total as usize
    }
}

/// As many words of the bits as asked for, from a bit on.
fn window(bits: &[u64], from: usize, length: usize) -> impl Iterator<Item = u64> {
    let shift = from % 64;
    // Shifted twice, so that a shift by all 64 places is one: it leaves nothing.
    bits[from / 64..][..=length].windows(2).map(move |pair| pair[0] >> shift | pair[1] << 1 << (63 - shift))
}

/// How many words hold a row?
fn words(side: usize) -> usize {
    side.div_ceil(64)
}
