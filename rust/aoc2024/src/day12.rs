//! Garden Groups: rows are cut into runs of one plant, and all measures follow from runs and from where two of them touch.
//!
//! A run of n plots has a perimeter of 2 n + 2 and four sides. Where one touches a run of its plant in the row above along m plots, 2 m of
//! fence are saved, and two sides for each end that they have in common. So a row and the one above are read side by side, by their runs, and
//! a [disjoint-set forest](https://en.wikipedia.org/wiki/Disjoint-set_data_structure) says which runs are a region.

use std::mem;

use contract::InvalidInput;
use contract::reading::Grid;

/// Plots of a row with the same plant, from `start` to before `end`.
#[derive(Clone, Copy)]
pub struct Run {
    start: u16,
    end: u16,
    plant: u8,
}

pub struct Garden {
    runs: Vec<Run>,
    /// How many runs there are before each row, and in all.
    rows: Vec<usize>,
}

/// As many rows, and as many columns.
const MOST: usize = 1400;

pub fn parse(text: &str) -> Result<Garden, InvalidInput> {
    let message =
        "expected a row of letters from A to Z, as long as the first, at most 1400 rows and columns";
    let grid = Grid::new(text, MOST, message, |byte| byte.is_ascii_uppercase())?;
    let (mut runs, mut rows) = (Vec::with_capacity(text.len() / 2), vec![0]);
    // Where a run ends is chance, so each place is written down as an end, and only those count where another plant follows.
    let mut found = [Run { start: 0, end: 0, plant: 0 }; MOST];
    for row in grid.rows() {
        let (mut start, mut count) = (0, 0);
        for (place, &plant) in row.iter().enumerate() {
            let ends = row.get(place + 1) != Some(&plant);
            let end = place as u16 + 1;
            found[count] = Run { start, end, plant };
            count += usize::from(ends);
            start = if ends { end } else { start };
        }
        runs.extend_from_slice(&found[..count]);
        rows.push(runs.len());
    }
    Ok(Garden { runs, rows })
}

pub fn part1(garden: &Garden) -> u64 {
    let length = |run: &Run| i32::from(run.end - run.start);
    garden.price(
        |run| 2 * length(run) + 2,
        |above, run| 2 * i32::from(above.end.min(run.end) - above.start.max(run.start)),
    )
}

pub fn part2(garden: &Garden) -> u64 {
    garden.price(
        |_| 4,
        |above, run| 2 * (i32::from(above.start == run.start) + i32::from(above.end == run.end)),
    )
}

impl Garden {
    /// Areas times measures, where a region's measure is that of its runs less what they save where two of them touch.
    fn price(&self, alone: impl Fn(&Run) -> i32, saved: impl Fn(&Run, &Run) -> i32) -> u64 {
        let mut regions: Vec<u32> = (0..self.runs.len() as u32).collect();
        let measured = |run: &Run| (u32::from(run.end - run.start), alone(run));
        let mut sums: Vec<(u32, i32)> = self.runs.iter().map(measured).collect();
        // Whether the plant is the same is chance, too.
        let mut touching = [(0, 0); 2 * MOST];
        for rows in self.rows.windows(3) {
            let (mut upper, mut lower, mut count) = (rows[0], rows[1], 0);
            while lower < rows[2] {
                let (above, run) = (&self.runs[upper], &self.runs[lower]);
                touching[count] = (upper, lower);
                count += usize::from(above.plant == run.plant);
                upper += usize::from(above.end <= run.end);
                lower += usize::from(run.end <= above.end);
            }
            for &(upper, lower) in &touching[..count] {
                let (a, b) = (first(&mut regions, upper), first(&mut regions, lower));
                regions[a.max(b)] = a.min(b) as u32;
                sums[lower].1 -= saved(&self.runs[upper], &self.runs[lower]);
            }
        }
        // A region is known by its first run, so those before are already where they belong.
        for run in 0..regions.len() {
            let region = regions[regions[run] as usize];
            regions[run] = region;
            if region as usize != run {
                let (area, measure) = mem::take(&mut sums[run]);
                sums[region as usize].0 += area;
                sums[region as usize].1 += measure;
            }
        }
        sums.into_iter().map(|(area, measure)| u64::from(area) * measure as u64).sum()
    }
}

/// The first run of a run's region: mostly the next one, and then there is nothing to guess.
fn first(regions: &mut [u32], mut run: usize) -> usize {
    loop {
        let next = regions[run];
        let after = regions[next as usize];
        if next == after {
            return next as usize;
        }
        regions[run] = after;
        run = after as usize;
    }
}
