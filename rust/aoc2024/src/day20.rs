//! Race Condition: forty-eight places try the same cheat at once, by comparing two rows of times.
//!
//! A place has the number of steps to the end, and how many one who comes there may still take to save enough. A cheat
//! counts if its end's number and its own steps come within its start's. Neighbours in a row stay in registers while all
//! ends are tried: a comparison and a subtraction. Nobody comes to a wall in time or leaves it for the end, so no branch
//! depends on the map. Times have 16 bits where they fit, as official ones do.

use std::mem;
use std::ops::Sub;

use contract::{InvalidInput, NoAnswer, compiled_twice, machine::Machine};

const FORM: &str =
    "expected a row of # . S E, as long as the first, S and E once in the map, at most 1000 rows and columns";
const MISSING: &str = "expected an S and an E";
const MOST: usize = 1000;
const SAVED: i32 = 100;
const LONGEST: usize = 20;
/// A third of an official row.
const LANES: usize = 48;

pub struct Map {
    /// From a place to the one below.
    row: usize,
    height: usize,
    start: usize,
    end: usize,
    /// 0 for a wall, else 1; in rows of whole vectors, with a margin as wide as a cheat is long.
    cells: Vec<u8>,
}

pub fn parse(text: &str) -> Result<Map, InvalidInput> {
    let width = text.find('\n').unwrap_or(text.len());
    let row = width.next_multiple_of(LANES) + 2 * LONGEST;
    let [mut start, mut end] = [None; 2];
    let mut height = 0;
    for line in text.as_bytes().split(|&byte| byte == b'\n') {
        height += 1;
        let mut fine = line.len() == width && width > 0 && width.max(height) <= MOST;
        let plain = line.iter().map(|&cell| u16::from(cell == b'#' || cell == b'.')).sum::<u16>();
        if fine && usize::from(plain) < width {
            for (column, cell) in line.iter().enumerate() {
                fine &= match cell {
                    b'S' => start.replace((height - 1) * row + column).is_none(),
                    b'E' => end.replace((height - 1) * row + column).is_none(),
                    _ => matches!(cell, b'#' | b'.'),
                };
            }
        }
        if !fine {
            return Err(InvalidInput::new(height, FORM));
        }
    }
    let (Some(start), Some(end)) = (start, end) else { return Err(InvalidInput::new(height, MISSING)) };
    let mut cells = vec![0; row * (height + 2 * LONGEST)];
    let corner = LONGEST * row + LONGEST;
    for (line, to) in text.as_bytes().chunks(width + 1).zip(cells[corner..].chunks_mut(row)) {
        to.iter_mut().zip(&line[..width]).for_each(|(to, &byte)| *to = u8::from(byte > b'#'));
    }
    Ok(Map { row, height, start: corner + start, end: corner + end, cells })
}

pub fn part1(map: &Map) -> Result<u64, NoAnswer> {
    map.cheats(2)
}

pub fn part2(map: &Map) -> Result<u64, NoAnswer> {
    map.cheats(LONGEST)
}

trait Time: Copy + Default + Ord + Sub<Output = Self> + From<u8> + TryFrom<i32> {}
impl Time for i16 {}
impl Time for i32 {}

compiled_twice! {
    trait Cheats {
        fn count_short(left: &[i16], to: &[i16], rings: &[Vec<u32>]) -> u64;
    }
}

#[inline(always)]
fn count_short<const FUSED: bool>(left: &[i16], to: &[i16], rings: &[Vec<u32>]) -> u64 {
    count(left, to, rings)
}

/// How many cheats are there from these places?
#[inline(always)]
fn count<T: Time>(left: &[T], to: &[T], rings: &[Vec<u32>]) -> u64 {
    let mut found = [0u16; LANES];
    for (steps, ring) in (2u8..).zip(rings) {
        let mut there = [T::default(); LANES];
        there.iter_mut().zip(left).for_each(|(there, &left)| *there = left - T::from(steps));
        for &offset in ring {
            // With an offset of 32 bits one comparison makes sure that all are there.
            let ends = &to[offset as usize..offset as usize + LANES];
            for lane in 0..LANES {
                found[lane] += u16::from(there[lane] > ends[lane]);
            }
        }
    }
    found.into_iter().map(u64::from).sum()
}

impl Map {
    /// How many cheats of at most so many steps save enough?
    fn cheats(&self, longest: usize) -> Result<u64, NoAnswer> {
        let from = self.flood(self.start);
        let Some(&(_, best)) = from.iter().find(|&&(place, _)| place as usize == self.end) else {
            return Err(NoAnswer("the end can't be reached".into()));
        };
        let (machine, rings) = (Machine::new(), self.rings(longest));
        Ok(if best < i16::MAX.into() {
            self.count(from, best, |left, to| machine.count_short(left, to, &rings))
        } else {
            self.count::<i32>(from, best, |left, to| count(left, to, &rings))
        })
    }

    /// Places that can be reached from one, and in how many steps.
    fn flood(&self, start: usize) -> Vec<(u32, i32)> {
        let row = self.row as u32;
        let mut cells = self.cells.clone();
        let open = cells.iter().map(|&cell| u32::from(cell)).sum::<u32>();
        let mut queue = vec![(0, 0); open as usize + 4];
        let mut last = (start as u32, 0);
        queue[0] = last;
        cells[start] = 0;
        let (mut head, mut tail) = (0, 1);
        while head < tail {
            // One that waits alone need not come back from memory.
            let (place, steps) = if head + 1 == tail { last } else { queue[head] };
            for near in [place - row, place - 1, place + 1, place + row] {
                queue[tail] = (near, steps + 1);
                let is_new = mem::take(&mut cells[near as usize]);
                tail += usize::from(is_new);
                last = if is_new > 0 { (near, steps + 1) } else { last };
            }
            head += 1;
        }
        queue.truncate(tail);
        queue
    }

    /// By their length, where cheats end, seen from a corner of the margin.
    fn rings(&self, longest: usize) -> Vec<Vec<u32>> {
        let corner = LONGEST * self.row + LONGEST;
        let ring = |steps: isize| {
            let sides =
                move |at: isize| [(at, steps - at), (steps - at, -at), (-at, at - steps), (at - steps, at)];
            (0..steps)
                .flat_map(sides)
                .map(|(down, right)| corner.wrapping_add_signed(down * self.row as isize + right) as u32)
                .collect()
        };
        (2..=longest as isize).map(ring).collect()
    }

    fn count<T: Time>(&self, from: Vec<(u32, i32)>, best: i32, cheats: impl Fn(&[T], &[T]) -> u64) -> u64 {
        let most = (best - SAVED).max(-1);
        let time = |steps: i32| T::try_from(steps).unwrap_or_default(); // none is more than the best, which fits
        let mut left = vec![time(0); self.cells.len()];
        for &(place, steps) in from.iter().take_while(|&&(_, steps)| steps <= most) {
            left[place as usize] = time(most + 1 - steps);
        }
        // There is nothing but the track: what is not behind is ahead.
        let to = if from.len() == best as usize + 1 {
            from.into_iter().rev().map(|(place, steps)| (place, best - steps)).collect()
        } else {
            self.flood(self.end)
        };
        let mut ends = vec![time(most); self.cells.len()];
        for &(place, steps) in to.iter().take_while(|&&(_, steps)| steps <= most) {
            ends[place as usize] = time(steps);
        }
        let map = left[LONGEST * self.row..].chunks_exact(self.row).zip((0..).step_by(self.row));
        map.take(self.height)
            .flat_map(|(row, from)| row[LONGEST..].chunks_exact(LANES).zip((from..).step_by(LANES)))
            .map(|(places, from)| cheats(places, &ends[from..]))
            .sum()
    }
}
