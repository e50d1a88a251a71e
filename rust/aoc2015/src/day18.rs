//! Like a GIF For Your Yard: 64 lights a word, and neighbours are counted by adders made of logic.
//!
//! Columns are dealt out to words like cards: of n words in a row, column x is in word x mod n. So the lights to the left of a
//! word's are its neighbour word, and only at an end a shift is needed. Words of one place in their rows lie one below the other,
//! so that a loop over rows is vector code.

use contract::{InvalidInput, reading::Grid};

const STEPS: usize = 100;
const MOST: usize = 1000;
const WRONG: &str = "expected a row of # and ., all of one length, at most 1000 by 1000";

pub struct Lights {
    width: usize,
    height: usize,
    /// A word for each row, for each place of a word.
    slices: Vec<Vec<u64>>,
}

pub fn parse(text: &str) -> Result<Lights, InvalidInput> {
    let grid = Grid::new(text, MOST, WRONG, |byte| byte == b'#' || byte == b'.')?;
    let count = grid.width.div_ceil(64);
    let word = |signs: &[u8]| {
        signs.iter().step_by(count).rev().fold(0, |word, &sign| word << 1 | u64::from(sign == b'#'))
    };
    let slices = (0..count).map(|slice| grid.rows().map(|row| word(&row[slice..])).collect()).collect();
    Ok(Lights { width: grid.width, height: grid.height, slices })
}

pub fn part1(lights: &Lights) -> u32 {
    lit(lights, &[])
}

pub fn part2(lights: &Lights) -> u32 {
    let (right, bottom) = (lights.width - 1, lights.height - 1);
    lit(lights, &[(0, 0), (right, 0), (0, bottom), (right, bottom)])
}

/// How many lights are on after all steps, if some are stuck?
fn lit(lights: &Lights, stuck: &[(usize, usize)]) -> u32 {
    let count = lights.slices.len();
    let masks: Vec<u64> =
        (0..count).map(|slice| u64::MAX >> (64 - (lights.width - slice).div_ceil(count))).collect();
    let mut slices = lights.slices.clone();
    let mut next = slices.clone();
    let mut sums = [vec![0; lights.height + 2], vec![0; lights.height + 2]];
    let on =
        |slices: &mut [Vec<u64>]| stuck.iter().for_each(|&(x, y)| slices[x % count][y] |= 1 << (x / count));
    on(&mut slices);
    for _ in 0..STEPS {
        for (slice, to) in next.iter_mut().enumerate() {
            let (first, last) = (slice == 0, slice == count - 1);
            let left = (&slices[if first { count - 1 } else { slice - 1 }][..], u32::from(first));
            let right = (&slices[if last { 0 } else { slice + 1 }][..], u32::from(last));
            step(&slices[slice], left, right, masks[slice], &mut sums, to);
        }
        std::mem::swap(&mut slices, &mut next);
        on(&mut slices);
    }
    slices.iter().flatten().map(|word| word.count_ones()).sum()
}

/// A slice after a step; those beside it are shifted by 0 or 1.
fn step(
    here: &[u64],
    (left, up): (&[u64], u32),
    (right, down): (&[u64], u32),
    mask: u64,
    [low, high]: &mut [Vec<u64>; 2],
    to: &mut [u64],
) {
    let rows = here.len();
    let (low, high) = (&mut low[..rows + 2], &mut high[..rows + 2]);
    let (left, right, to) = (&left[..rows], &right[..rows], &mut to[..rows]);
    for row in 0..rows {
        (low[row + 1], high[row + 1]) = added(left[row] << up, here[row], right[row] >> down);
    }
    for row in 0..rows {
        let (ones, carry) = added(low[row], low[row + 1], low[row + 2]);
        let (twos, fours) = added(high[row], high[row + 1], high[row + 2]);
        let (twos, fours) = (twos ^ carry, fours ^ (twos & carry));
        // Three in all, or four if this one is on: of 0, 3, 4, 7 and 8, where the lower bits are equal.
        to[row] = (ones | here[row]) & ((ones & twos) ^ fours) & !(ones ^ twos) & mask;
    }
}

/// The sum of three bits and its carry, for 64 at once.
#[inline(always)]
fn added(a: u64, b: u64, c: u64) -> (u64, u64) {
    (a ^ b ^ c, (a & b) | ((a ^ b) & c))
}
