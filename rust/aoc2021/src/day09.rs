//! Smoke Basin: the whole map is one string of bits, and runs of ones are joined where a row meets
//! the one above.
//!
//! Row after row with a wall in place of each line end, a location's neighbours are one byte or one
//! row away. For the basins a location is a bit: is it below 9? A run of ones is a run of
//! neighbours in a row, and a run of ones that the string has in common with itself moved by a row
//! is where two runs meet. Which two is told by counting the runs that started before, a sum per
//! word and a count of bits. Basins are numbered by their first runs.
use std::iter::zip;

use contract::reading::Grid;
use contract::{InvalidInput, NoAnswer};
use wide::{CmpLt, i8x16};

/// The byte next to that of 9: higher than all heights.
const WALL: u8 = b'9' + 1;

pub struct Map {
    /// From a location to the one below it.
    stride: usize,
    heights: Vec<u8>,
}

pub fn parse(text: &str) -> Result<Map, InvalidInput> {
    let message = "expected a row of digits, as long as the first";
    let grid = Grid::new(text, usize::MAX, message, |byte| byte.is_ascii_digit())?;
    let stride = grid.width + 1;
    let mut heights = Vec::with_capacity(text.len() + 1 + 2 * stride);
    heights.resize(stride, WALL);
    for row in grid.rows() {
        heights.extend_from_slice(row);
        heights.push(WALL);
    }
    heights.resize(heights.len() + stride, WALL);
    Ok(Map { stride, heights })
}

pub fn part1(map: &Map) -> u64 {
    let Map { stride, heights } = map;
    let size = heights.len() - 2 * stride;
    let view = |from: usize| &heights[from..][..size];
    let (here, above, below) = (view(*stride), view(0), view(2 * stride));
    let (left, right) = (view(stride - 1), view(stride + 1));
    // A block's sum is below 2^16.
    const BLOCK: usize = 4096;
    (0..size)
        .step_by(BLOCK)
        .map(|start| {
            let block = start..size.min(start + BLOCK);
            let lists = here[block.clone()].iter().zip(&above[block.clone()]).zip(&below[block.clone()]);
            let lists = lists.zip(&left[block.clone()]).zip(&right[block]);
            let risk = lists.map(|((((&here, &above), &below), &left), &right)| {
                let low = here < above.min(below).min(left.min(right));
                u16::from(if low { here - b'0' + 1 } else { 0 })
            });
            u64::from(risk.sum::<u16>())
        })
        .sum()
}

pub fn part2(map: &Map) -> Result<u128, NoAnswer> {
    let runs = Runs::new(map);
    let mut basins: Vec<usize> = (0..runs.count).collect();
    runs.meetings(map.stride, |above, below| {
        let (one, other) = (first(&mut basins, above), first(&mut basins, below));
        basins[one.max(other)] = one.min(other);
    });
    let mut sizes = vec![0; runs.count];
    for (run, length) in runs.lengths().enumerate() {
        // An earlier run's basin is known already.
        basins[run] = basins[basins[run]];
        sizes[basins[run]] += length;
    }
    let mut largest = [0; 3];
    for size in sizes {
        if size > largest[0] {
            largest[0] = size;
            largest.sort_unstable();
        }
    }
    match largest {
        [0, ..] => Err(NoAnswer("there are fewer than three basins".into())),
        sizes => Ok(sizes.iter().map(|&size| size as u128).product()),
    }
}

/// The first run that is known to be in a run's basin.
fn first(basins: &mut [usize], mut run: usize) -> usize {
    while basins[run] != run {
        basins[run] = basins[basins[run]];
        run = basins[run];
    }
    run
}

/// Where the map is below 9, in words of bits, and its runs of ones; they are numbered in order.
struct Runs {
    open: Vec<u64>,
    starts: Vec<u64>,
    /// How many runs start before each word?
    before: Vec<usize>,
    count: usize,
}

impl Runs {
    fn new(map: &Map) -> Self {
        let open: Vec<u64> = map.heights.chunks(64).map(word).collect();
        let mut runs = Self {
            starts: Vec::with_capacity(open.len()),
            before: Vec::with_capacity(open.len()),
            open,
            count: 0,
        };
        let mut last = 0;
        for &word in &runs.open {
            let starts = word & !(word << 1 | last >> 63);
            runs.starts.push(starts);
            runs.before.push(runs.count);
            runs.count += starts.count_ones() as usize;
            last = word;
        }
        runs
    }

    /// Tells of each pair of runs that touch, the one above first, as often as they do.
    fn meetings(&self, stride: usize, mut tell: impl FnMut(usize, usize)) {
        let mut last = 0;
        for (at, &word) in self.open.iter().enumerate() {
            let both = word & self.shifted(at, stride);
            for bit in ones(both & !(both << 1 | last >> 63)) {
                let place = 64 * at + bit;
                tell(self.run(place - stride), self.run(place));
            }
            last = both;
        }
    }

    /// The word of what lies so many places before.
    fn shifted(&self, at: usize, places: usize) -> u64 {
        let word = |back: usize| at.checked_sub(back).map_or(0, |at| self.open[at]);
        // Shifted twice, so that a shift by all 64 places is one: it leaves nothing.
        word(places / 64) << (places % 64) | word(places / 64 + 1) >> 1 >> (63 - places % 64)
    }

    /// The number of the run that a place is in.
    fn run(&self, place: usize) -> usize {
        let until = self.starts[place / 64] << (63 - place % 64);
        self.before[place / 64] + until.count_ones() as usize - 1
    }

    /// How long is each run?
    fn lengths(&self) -> impl Iterator<Item = usize> {
        // There is a wall at the end, so the last word has none that goes on.
        let next = self.open[1..].iter().chain([&0]);
        let ends = self.open.iter().zip(next).map(|(&word, next)| word & !(word >> 1 | next << 63));
        zip(places(self.starts.iter().copied()), places(ends)).map(|(start, end)| end + 1 - start)
    }
}

/// The places of ones in words of bits.
fn places(words: impl Iterator<Item = u64>) -> impl Iterator<Item = usize> {
    words.enumerate().flat_map(|(at, word)| ones(word).map(move |bit| 64 * at + bit))
}

/// The places of a word's ones.
fn ones(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = word.trailing_zeros() as usize;
        (word != 0).then(|| {
            word &= word - 1;
            place
        })
    })
}

/// Which of up to 64 heights are below 9?
fn word(heights: &[u8]) -> u64 {
    let mut block = [[WALL; 16]; 4];
    block.as_flattened_mut()[..heights.len()].copy_from_slice(heights);
    let mut open = 0;
    for (at, lanes) in block.into_iter().enumerate() {
        let lanes = i8x16::new(lanes.map(|byte| byte as i8));
        open |= (lanes.cmp_lt(i8x16::splat(b'9' as i8)).move_mask() as u64) << (16 * at);
    }
    open
}
