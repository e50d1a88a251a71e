//! Air Duct Spelunking: breadth-first without branches, and a table over sets of points.
//!
//! In a maze nobody can predict whether a neighbour is new. So each neighbour is written to the end of the queue, which only
//! moves if it is; the steps to it are in the same word. A search ends when it has found all points with higher numbers,
//! as ways are as long in both directions. What is left is a travelling salesman's problem with at most eight towns: the
//! [shortest route](https://en.wikipedia.org/wiki/Held%E2%80%93Karp_algorithm) is known by the set of points that were
//! visited, the bits of a word, and by the last of them.

use std::mem;

use contract::bits::ones;
use contract::{InvalidInput, NoAnswer};

const MOST_ROWS: usize = 450;
const MOST_COLUMNS: usize = 1800;
const FORM: &str = "expected a row as long as the first, at most 1800, of walls # and cells . or 0 to 7, each number once, \
                    and walls around, in at most 450 rows";
const MISSING: &str = "expected a 0";
const POINTS: usize = 8;
const UNKNOWN: u32 = u32::MAX;

pub struct Maze {
    /// Row after row, each with an end: 0 for a wall, else 1.
    cells: Vec<u8>,
    /// From a cell to the one below it.
    row: usize,
    /// By the number of a point.
    places: [Option<usize>; POINTS],
}

pub fn parse(text: &str) -> Result<Maze, InvalidInput> {
    let height = text.split('\n').count();
    let width = text.find('\n').unwrap_or(text.len());
    let row = width + 1;
    let mut places = [None; POINTS];
    for (number, cells) in text.as_bytes().split(|&byte| byte == b'\n').enumerate() {
        let walled = match cells {
            _ if number == 0 || number + 1 == height => count(cells, |cell| cell == b'#') == width,
            [b'#'] | [b'#', .., b'#'] => true,
            _ => false,
        };
        let points = count(cells, |cell| (b'0'..b'8').contains(&cell));
        let others = count(cells, |cell| cell == b'#' || cell == b'.');
        let mut fine = walled && cells.len() == width && points + others == width;
        if fine && points > 0 {
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.is_ascii_digit()) {
                fine &= places[usize::from(cell - b'0')].replace(row * number + column).is_none();
            }
        }
        if !fine || width == 0 || width > MOST_COLUMNS || number >= MOST_ROWS {
            return Err(InvalidInput::new(number + 1, FORM));
        }
    }
    if places[0].is_none() {
        return Err(InvalidInput::new(height, MISSING));
    }
    let cells = text.bytes().map(|cell| u8::from(cell > b'#')).collect();
    Ok(Maze { cells, row, places })
}

/// How many are there? At most 255, unless they are counted in parts, so that it is vector code.
fn count(cells: &[u8], is: impl Fn(u8) -> bool) -> usize {
    cells.chunks(255).map(|part| usize::from(part.iter().map(|&cell| u8::from(is(cell))).sum::<u8>())).sum()
}

pub fn part1(maze: &Maze) -> Result<u32, NoAnswer> {
    maze.route(false)
}

pub fn part2(maze: &Maze) -> Result<u32, NoAnswer> {
    maze.route(true)
}

impl Maze {
    /// How long is the shortest route from 0 through all points, and perhaps back?
    fn route(&self, back: bool) -> Result<u32, NoAnswer> {
        let places = self.places.into_iter().flatten().collect::<Vec<_>>();
        let far = self.distances(&places).ok_or_else(|| NoAnswer("a point cannot be reached".into()))?;
        let others = places.len() - 1;
        let mut best = vec![[UNKNOWN; POINTS]; 1 << others]; // by points but for 0, and the last of them
        for points in 1..1usize << others {
            for last in ones(points as u64) {
                let before = points & !(1 << last);
                let ways = ones(before as u64).map(|point| best[before][point] + far[1 + point][1 + last]);
                best[points][last] = ways.min().unwrap_or(far[0][1 + last]);
            }
        }
        let ends =
            (0..others).map(|last| best[(1 << others) - 1][last] + if back { far[0][1 + last] } else { 0 });
        Ok(ends.min().unwrap_or(0))
    }

    /// How far are these places from each other?
    fn distances(&self, places: &[usize]) -> Option<[[u32; POINTS]; POINTS]> {
        let mut far = [[0; POINTS]; POINTS];
        let mut marks = vec![u8::MAX; self.cells.len()];
        (0u8..).zip(places).for_each(|(point, &place)| marks[place] = point);
        let mut cells = Vec::new();
        let mut queue = vec![0; self.cells.len()];
        for from in 0..places.len() {
            cells.clone_from(&self.cells);
            let mut wanted = places.len() - from; // with itself
            self.search(places[from], &mut cells, &mut queue, |place, steps| {
                let to = usize::from(marks[place]);
                if (from..POINTS).contains(&to) {
                    far[from][to] = steps;
                    far[to][from] = steps;
                    wanted -= 1;
                }
                wanted > 0
            });
            if wanted > 0 {
                return None;
            }
        }
        Some(far)
    }

    /// Makes the cells that can be reached 0. A function is told each place and the steps to it, and says whether to go on.
    #[inline]
    fn search(
        &self,
        start: usize,
        cells: &mut [u8],
        queue: &mut [u64],
        mut more: impl FnMut(usize, u32) -> bool,
    ) {
        // A place in the low half, and the steps to it in the high half.
        let step = 1 << 32;
        let row = self.row as u64;
        queue[0] = start as u64;
        cells[start] = 0;
        let (mut head, mut tail) = (0, 1);
        while head < tail && more(queue[head] as u32 as usize, (queue[head] >> 32) as u32) {
            let next = queue[head] + step;
            for near in [next - row, next - 1, next + 1, next + row] {
                queue[tail] = near;
                tail += usize::from(mem::take(&mut cells[near as u32 as usize]));
            }
            head += 1;
        }
    }
}
