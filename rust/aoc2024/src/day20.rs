//! Race Condition: thirty-two places try the same cheat at once, by comparing two rows of times.
//!
//! A place has the time at which one is there at the earliest, and the first at which one is too late to save enough. A
//! cheat counts if its start's earliest time and its steps come before its end's. Neighbours in a row stay in registers
//! while all ends are tried: a load, a comparison, a subtraction. Walls are reached too late and left too early, so no
//! branch depends on the map. Times have 16 bits where they fit, as official ones do.

use std::mem;
use std::ops::{Add, AddAssign};

use contract::{InvalidInput, NoAnswer};

const FORM: &str =
    "expected a row of # . S E, as long as the first, S and E once in the map, at most 1000 rows and columns";
const MISSING: &str = "expected an S and an E";
const MOST: usize = 1000;
const SAVED: i32 = 100;
const LONGEST: usize = 20;
const LANES: usize = 32;

pub struct Map {
    width: usize,
    start: usize,
    end: usize,
    /// Row after row, each with an end, and with a row above and below: 0 for a wall, else 1.
    cells: Vec<u8>,
}

pub fn parse(text: &str) -> Result<Map, InvalidInput> {
    let width = text.find('\n').unwrap_or(text.len());
    let row = width + 1;
    let [mut start, mut end] = [None; 2];
    let mut height = 0;
    for line in text.as_bytes().split(|&byte| byte == b'\n') {
        height += 1;
        let mut fine = line.len() == width && width > 0 && width.max(height) <= MOST;
        let plain = line.iter().map(|&cell| u16::from(cell == b'#' || cell == b'.')).sum::<u16>();
        if fine && usize::from(plain) < width {
            for (column, cell) in line.iter().enumerate() {
                fine &= match cell {
                    b'S' => start.replace(height * row + column).is_none(),
                    b'E' => end.replace(height * row + column).is_none(),
                    _ => matches!(cell, b'#' | b'.'),
                };
            }
        }
        if !fine {
            return Err(InvalidInput::new(height, FORM));
        }
    }
    let (Some(start), Some(end)) = (start, end) else { return Err(InvalidInput::new(height, MISSING)) };
    let mut cells = vec![0; row * (height + 2)];
    cells[row..].iter_mut().zip(text.bytes()).for_each(|(to, byte)| *to = u8::from(byte > b'#'));
    Ok(Map { width, start, end, cells })
}

pub fn part1(map: &Map) -> Result<u64, NoAnswer> {
    map.cheats(2)
}

pub fn part2(map: &Map) -> Result<u64, NoAnswer> {
    map.cheats(LONGEST)
}

trait Time:
    Copy + Default + Ord + Add<Output = Self> + AddAssign + From<bool> + From<u8> + TryFrom<i32> + Into<i32>
{
}
impl Time for i16 {}
impl Time for i32 {}

impl Map {
    /// How many cheats of at most so many steps save enough?
    fn cheats(&self, longest: usize) -> Result<u64, NoAnswer> {
        let (from, to) = (self.flood(self.start), self.flood(self.end));
        let Some(&(_, best)) = from.iter().find(|&&(place, _)| place as usize == self.end) else {
            return Err(NoAnswer("the end can't be reached".into()));
        };
        if best < SAVED {
            return Ok(0);
        }
        if best + (LONGEST as i32) < i16::MAX.into() {
            Ok(self.count::<i16>(longest, &from, &to, best))
        } else {
            Ok(self.count::<i32>(longest, &from, &to, best))
        }
    }

    /// Places that can be reached from one, and in how many steps.
    fn flood(&self, start: usize) -> Vec<(u32, i32)> {
        let row = self.width + 1;
        let mut cells = self.cells.clone();
        let mut queue = vec![(0, 0); cells.len() + 4];
        queue[0] = (start as u32, 0);
        cells[start] = 0;
        let (mut head, mut tail) = (0, 1);
        while head < tail {
            let (place, steps) = queue[head];
            for near in [place - row as u32, place - 1, place + 1, place + row as u32] {
                queue[tail] = (near, steps + 1);
                tail += usize::from(mem::take(&mut cells[near as usize]));
            }
            head += 1;
        }
        queue.truncate(tail);
        queue
    }

    fn count<T: Time>(&self, longest: usize, from: &[(u32, i32)], to: &[(u32, i32)], best: i32) -> u64 {
        let time = |steps: i32| T::try_from(steps).unwrap_or_default(); // none is more than the best, which fits
        let row = self.width + 1;
        let chunks = self.width.div_ceil(LANES);
        let wide = chunks * LANES + 2 * LONGEST;
        let height = self.cells.len() / row - 2;
        let mut early = vec![[time(best); LANES]; chunks * height];
        for &(place, steps) in from.iter().take_while(|&&(_, steps)| steps <= best) {
            let (y, x) = (place as usize / row - 1, place as usize % row);
            early[y * chunks + x / LANES][x % LANES] = time(steps);
        }
        let mut late = vec![time(0); wide * (height + 2 * LONGEST)];
        for &(place, steps) in to.iter().take_while(|&&(_, steps)| steps <= best - SAVED) {
            let (y, x) = (place as usize / row - 1, place as usize % row);
            late[(y + LONGEST) * wide + x + LONGEST] = time(best - SAVED - steps + 1);
        }
        let margin = LONGEST * wide + LONGEST;
        // By their length, where cheats end, seen from a corner of the margin.
        let ring = |steps: isize| {
            let sides =
                move |at: isize| [(at, steps - at), (steps - at, -at), (-at, at - steps), (at - steps, at)];
            (0..steps)
                .flat_map(sides)
                .map(|(down, right)| margin.wrapping_add_signed(down * wide as isize + right))
                .collect::<Vec<_>>()
        };
        let rings = (2..=longest as isize).map(ring).collect::<Vec<_>>();
        let mut count = 0;
        for (at, chunk) in early.iter().enumerate() {
            let from = at / chunks * wide + at % chunks * LANES;
            let mut found = [T::default(); LANES];
            for (steps, ring) in (2u8..).zip(&rings) {
                let there = chunk.map(|early| early + T::from(steps));
                for &offset in ring {
                    let ends =
                        late[from + offset..].first_chunk::<LANES>().expect("a margin is around the map");
                    for lane in 0..LANES {
                        found[lane] += T::from(there[lane] < ends[lane]);
                    }
                }
            }
            count += found.iter().map(|&cheats| cheats.into() as u64).sum::<u64>();
        }
        count
    }
}
