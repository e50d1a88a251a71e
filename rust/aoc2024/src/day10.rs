//! Hoof It: all peaks that a place may lead to are a square of 100, so a set of them is a number, and a step is a shift.
//!
//! Nine steps away, the sum of both coordinates has changed by -9, -7, up to 9, and so has their difference: ten by ten places. A step to
//! the left or up makes one of both smaller, or both; so where places count from the lower ends, a set of peaks is shifted by 0, 1, 10 or
//! 11 bits when it is handed to the place before. Sets are united, numbers of trails are added, and all else is the same.

use contract::InvalidInput;
use contract::reading::Grid;

/// Places by height, within a border. Each has a name: its height, times [`NEXT`], and its number among those of the same height.
pub struct Map {
    long: usize,
    levels: [Vec<u32>; 10],
    names: Vec<u32>,
}

const NEXT: u32 = 1 << 20;

pub fn parse(text: &str) -> Result<Map, InvalidInput> {
    let message = "expected a row of digits, as long as the first, at most 600 rows and columns";
    let grid = Grid::new(text, 600, message, |byte| byte.is_ascii_digit())?;
    let long = grid.width + 1;
    let mut levels: [Vec<u32>; 10] = std::array::from_fn(|_| Vec::with_capacity(text.len() / 8));
    let mut names = vec![u32::MAX; long * (grid.height + 2) + 1];
    for (place, &byte) in (long..).zip(text.as_bytes()) {
        if byte != b'\n' {
            let level = &mut levels[usize::from(byte - b'0')];
            names[place] = u32::from(byte - b'0') * NEXT + level.len() as u32;
            level.push(place as u32);
        }
    }
    Ok(Map { long, levels, names })
}

pub fn part1(map: &Map) -> u64 {
    let ends = map.climb(1u128, |[up, left, right, down]| left | up << 1 | (down | right << 1) << 10);
    ends.map(|ends| u64::from(ends.count_ones())).sum()
}

/// Of a trailhead at most 4 · 3^8 = 26244, as no trail turns back.
pub fn part2(map: &Map) -> u64 {
    map.climb(1u16, |beside| beside.iter().sum()).map(u64::from).sum()
}

impl Map {
    /// What each trailhead leads to, by what a peak is and what a place makes of the higher ones above, on the left, on the right and below.
    fn climb<T: Copy + Default>(&self, peak: T, onward: impl Fn([T; 4]) -> T) -> impl Iterator<Item = T> {
        let mut higher = vec![peak; self.levels[9].len()];
        for level in (0..9).rev() {
            // A last one leads nowhere, and stands for all places that are not a step higher.
            let last = higher.len();
            higher.push(T::default());
            let from = (level as u32 + 1) * NEXT;
            let at = |place: usize| higher[(self.names[place].wrapping_sub(from) as usize).min(last)];
            let around = |place: usize| [place - self.long, place - 1, place + 1, place + self.long].map(at);
            higher = self.levels[level].iter().map(|&place| onward(around(place as usize))).collect();
        }
        higher.into_iter()
    }
}
