//! Reindeer Maze: two queues instead of a heap, and half of the states.
//!
//! A reindeer that has turned round would go back over its own path, so it never does but at the start. Elsewhere a state is a tile and an
//! axis, and moves are the same in both directions: costs are found from the end. All that is added to a queue costs 1
//! more, or all 1000 more, than what was just taken, which never costs less than before: so either queue is sorted without doing anything.

use contract::{InvalidInput, NoAnswer};

const MOST: usize = 300;
const FORM: &str = "expected a row of # and . as long as the first, at most 300, with walls around, one S and one E, in at most 300 rows";
/// What no cost is below, and what is below all costs.
const UNKNOWN: i32 = i32::MAX;
const NEVER: i32 = i32::MIN;

pub struct Maze {
    /// From a tile to the one below.
    row: usize,
    start: usize,
    end: usize,
    /// For each tile one for going left or right, and one for up or down: unknown, or never where there is no way to go.
    /// Nobody comes back to the start.
    states: Vec<i32>,
}

pub fn parse(text: &str) -> Result<Maze, InvalidInput> {
    let width = text.find('\n').unwrap_or(text.len());
    let height = text.split('\n').count();
    let mut is_open = vec![false; width * height];
    let mut ends = [None; 2];
    for (number, tiles) in text.as_bytes().split(|&sign| sign == b'\n').enumerate() {
        let [walls, free] = [b'#', b'.'].map(|sign| tiles.iter().filter(|&&tile| tile == sign).count());
        let is_edge = number == 0 || number == height - 1;
        let is_walled = walls == width || !is_edge && tiles.starts_with(b"#") && tiles.ends_with(b"#");
        let mut is_fine = is_walled && tiles.len() == width && (3..=MOST).contains(&width) && number < MOST;
        if is_fine && walls + free < width {
            for (column, &tile) in tiles.iter().enumerate().filter(|&(_, &tile)| tile != b'#' && tile != b'.')
            {
                let end = b"SE".iter().position(|&sign| sign == tile);
                is_fine &= end.is_some_and(|end| ends[end].replace(width * number + column).is_none());
            }
        }
        if !is_fine {
            return Err(InvalidInput::new(number + 1, FORM));
        }
        is_open[width * number..][..width].iter_mut().zip(tiles).for_each(|(to, &tile)| *to = tile != b'#');
    }
    let [Some(start), Some(end)] = ends else {
        return Err(InvalidInput::new(height, FORM));
    };
    let mut states = vec![NEVER; 2 * is_open.len()];
    for number in 1..height - 1 {
        let [above, here, below] =
            [number - 1, number, number + 1].map(|row| &is_open[width * row..][..width]);
        let pairs = states[2 * (width * number + 1)..].chunks_exact_mut(2);
        for ((pair, here), (&up, &down)) in pairs.zip(here.windows(3)).zip(above[1..].iter().zip(&below[1..]))
        {
            pair[0] = if here[1] & (here[0] | here[2]) { UNKNOWN } else { NEVER };
            pair[1] = if here[1] & (up | down) { UNKNOWN } else { NEVER };
        }
    }
    states[2 * start..][..2].fill(NEVER);
    Ok(Maze { row: width, start, end, states })
}

pub fn part1(maze: &Maze) -> Result<i32, NoAnswer> {
    Ok(maze.best(&maze.costs())?.0)
}

/// From the start, whatever costs as much less as a move to it costs is on a best path.
pub fn part2(maze: &Maze) -> Result<usize, NoAnswer> {
    let mut costs = maze.costs();
    let (best, exits) = maze.best(&costs)?;
    let mut is_found = vec![false; costs.len() / 2];
    is_found[maze.start] = true;
    let mut count = 1;
    let mut waiting = Vec::new();
    let mut visit = |waiting: &mut Vec<_>, state: usize, cost: i32| {
        if costs[state] == cost {
            costs[state] = NEVER;
            count += usize::from(!is_found[state / 2]);
            is_found[state / 2] = true;
            waiting.push((state, cost));
        }
    };
    for (state, price) in exits {
        visit(&mut waiting, state, best - price);
    }
    while let Some((state, cost)) = waiting.pop() {
        let by = maze.by(state);
        visit(&mut waiting, state - by, cost - 1);
        visit(&mut waiting, state + by, cost - 1);
        visit(&mut waiting, state ^ 1, cost - 1000);
    }
    Ok(count)
}

impl Maze {
    /// From a state to the next one on its axis.
    #[inline]
    fn by(&self, state: usize) -> usize {
        [2, 2 * self.row][state % 2]
    }

    /// What it costs from each state to the end.
    fn costs(&self) -> Vec<i32> {
        let mut costs = self.states.clone();
        let states = costs.iter().filter(|&&cost| cost == UNKNOWN).count();
        let [mut steps, mut turns] = [states; 2].map(Queue::new);
        steps.reach(&mut costs, 2 * self.end, 0);
        steps.reach(&mut costs, 2 * self.end + 1, 0);
        loop {
            let (step, turn) = (steps.entries[steps.front], turns.entries[turns.front]);
            let least = step.min(turn);
            if least == u64::MAX {
                return costs;
            }
            steps.front += usize::from(step < turn);
            turns.front += usize::from(turn < step);
            let (state, cost) = (least as u32 as usize, (least >> 32) as i32);
            // A turn may have been overtaken by a step.
            if costs[state] == cost {
                let by = self.by(state);
                steps.reach(&mut costs, state - by, cost + 1);
                steps.reach(&mut costs, state + by, cost + 1);
                turns.reach(&mut costs, state ^ 1, cost + 1000);
            }
        }
    }

    /// The best cost, and the states to which one may go from the start, with prices: on, after a turn, and after two.
    fn best(&self, costs: &[i32]) -> Result<(i32, [(usize, i32); 4]), NoAnswer> {
        let tile = self.start;
        let exits =
            [(tile + 1, 0, 1), (tile - self.row, 1, 1001), (tile + self.row, 1, 1001), (tile - 1, 0, 2001)]
                .map(|(next, axis, price)| (2 * next + axis, price));
        let known = exits.iter().filter(|exit| (0..UNKNOWN).contains(&costs[exit.0]));
        let best = known.map(|&(state, price)| costs[state] + price).min();
        best.map(|best| (best, exits)).ok_or_else(|| NoAnswer("no way leads from S to E".into()))
    }
}

/// Costs, and below them states: sorted, each there once at most, and the greatest number of all at the end.
struct Queue {
    entries: Vec<u64>,
    front: usize,
    end: usize,
}

impl Queue {
    fn new(states: usize) -> Self {
        let mut entries = vec![0; states + 1];
        entries[0] = u64::MAX;
        Self { entries, front: 0, end: 0 }
    }

    /// Whether a cost is an improvement is chance. So it is written anyway, and counts if it is.
    #[inline]
    fn reach(&mut self, costs: &mut [i32], state: usize, cost: i32) {
        let is_better = cost < costs[state];
        costs[state] = costs[state].min(cost);
        self.entries[self.end] = (cost as u64) << 32 | state as u64;
        self.end += usize::from(is_better);
        self.entries[self.end] = u64::MAX;
    }
}
