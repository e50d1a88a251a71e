//! Grid Computing: the data that are wanted and a side of them on which the empty node is, four states a place, in a
//! [radix heap](https://en.wikipedia.org/wiki/Radix_heap).
//!
//! The grid has a border of nodes that nothing moves to, and a place is one number. Close around the data, from one side to another,
//! no way is shorter than two moves for each corner; only where that is closed, a search tells how long the way is.

use contract::reading::Cursor;
use contract::search::Queue;
use contract::{InvalidInput, NoAnswer};

const HEAD: [&str; 2] = ["root@ebhq-gridcenter# df -h", "Filesystem              Size  Used  Avail  Use%"];
const FORM: &str = "expected /dev/grid/node-x0-y0 92T 70T 22T 76%, at most 9999T that are used or available, one column after \
                    the other, two or more, all as long as the first, and at most 4000 nodes";
const MOST: usize = 4000;

#[derive(Clone, Copy)]
struct Node {
    size: u32,
    used: u32,
}

pub struct Grid {
    /// Column by column.
    nodes: Vec<Node>,
    height: usize,
}

pub fn parse(text: &str) -> Result<Grid, InvalidInput> {
    let mut cursor = Cursor::new(text);
    for line in HEAD {
        cursor.line(&format!("expected {line}"), |cursor| cursor.tag(line))?;
    }
    let mut grid = Grid { nodes: vec![], height: 0 };
    let (mut x, mut y) = (0, 0);
    while y > 0 || grid.height == 0 || !cursor.is_done() {
        let node = cursor.line(FORM, |line| {
            line.tag("/dev/grid/node-x")?;
            let column = line.natural(99_999)?;
            line.tag("-y")?;
            let row = line.natural(99_999)?;
            if (column, row) == (1, 0) && y > 0 && grid.height == 0 {
                (x, y, grid.height) = (1, 0, y as usize);
            }
            let size = terabytes(line)?;
            let used = terabytes(line)?;
            let free = terabytes(line)?;
            column_of(line)?;
            line.natural(100)?;
            line.tag("%")?;
            let is_next = (column, row) == (x, y) && used + free == size && grid.nodes.len() < MOST;
            is_next.then_some(Node { size, used })
        })?;
        grid.nodes.push(node);
        (x, y) = if y as usize + 1 == grid.height { (x + 1, 0) } else { (x, y + 1) };
    }
    Ok(grid)
}

fn column_of(line: &mut Cursor) -> Option<()> {
    line.tag(" ")?;
    line.spaces();
    Some(())
}

fn terabytes(line: &mut Cursor) -> Option<u32> {
    column_of(line)?;
    let number = line.natural(9999)? as u32;
    line.tag("T")?;
    Some(number)
}

pub fn part1(grid: &Grid) -> u64 {
    let mut fitting = vec![0_u64; 10_001]; // nodes in which as much or more is available
    let mut pairs = 0;
    for node in &grid.nodes {
        fitting[(node.size - node.used) as usize] += 1;
    }
    for free in (0..10_000).rev() {
        fitting[free] += fitting[free + 1];
    }
    for node in grid.nodes.iter().filter(|node| node.used > 0) {
        pairs += fitting[node.used as usize] - u64::from(2 * node.used <= node.size);
    }
    pairs
}

pub fn part2(grid: &Grid) -> Result<u32, NoAnswer> {
    let missing = || NoAnswer("data can be moved that do not go into one empty node".into());
    let empty = empty(grid).ok_or_else(missing)?;
    let height = grid.height;
    let stride = height + 1; // a border after each column serves the next one, too
    let place = |at: usize| (at / height + 1) * stride + at % height + 1;
    let (data, home) = (place(grid.nodes.len() - height), place(0));
    let mut open = vec![false; (grid.nodes.len() / height + 2) * stride + 1];
    for (at, node) in grid.nodes.iter().enumerate() {
        open[place(at)] = node.used <= grid.nodes[empty].size;
    }
    let back = |step: usize| step.wrapping_neg();
    let (left, up) = (back(stride), back(1));
    let ring = [1, stride + 1, stride, stride - 1, up, back(stride + 1), left, left + 1];
    let mut room = Room { seen: vec![0; open.len()], open, ring, walks: 0 };
    let moves =
        if room.open[data] && data != place(empty) { room.moves(data, place(empty), home) } else { None };
    moves.ok_or_else(|| NoAnswer("no moves bring the data to node-x0-y0".into()))
}

/// Which node is empty. Nothing where a move can do anything but bring data of a small node into the empty one.
fn empty(Grid { nodes, .. }: &Grid) -> Option<usize> {
    let empty = nodes.iter().position(|node| node.used == 0)?;
    let (small, large): (Vec<Node>, Vec<Node>) =
        nodes.iter().partition(|node| node.used <= nodes[empty].size);
    let needs = || small.iter().map(|node| node.used).filter(|&used| used > 0);
    let (least, most) = (needs().min()?, needs().max()?);
    let (smallest, largest) =
        small.iter().fold((u32::MAX, 0), |(low, high), node| (low.min(node.size), high.max(node.size)));
    let stays = |node: &Node| node.used > largest && node.size - node.used < least;
    let is_so = needs().count() + 1 == small.len()
        && most <= smallest
        && largest < 2 * least
        && large.iter().all(stays);
    is_so.then_some(empty)
}

struct Room {
    /// Nodes whose data go into the empty one, and the empty one.
    open: Vec<bool>,
    /// The places around one, each second of which is a side.
    ring: [usize; 8],
    /// In which of the walks a place was seen.
    seen: Vec<u32>,
    walks: u32,
}

impl Room {
    /// Dijkstra's algorithm over the data's place, times four, and the side on which the empty node is.
    fn moves(&mut self, data: usize, empty: usize, home: usize) -> Option<u32> {
        let mut least = vec![u32::MAX; 4 * self.open.len()];
        let mut queue = Queue::default();
        for side in 0..4 {
            if let Some(moves) = self.walk(data, empty, data.wrapping_add(self.ring[2 * side])) {
                queue.push(moves, 4 * data + side);
            }
        }
        while let Some((moves, state)) = queue.pop() {
            let (data, side) = (state / 4, state % 4);
            if data == home {
                return Some(moves);
            }
            if moves > least[state] {
                continue;
            }
            let mut reach = |state: usize, moves: u32| {
                if moves < least[state] {
                    least[state] = moves;
                    queue.push(moves, state);
                }
            };
            let empty = data.wrapping_add(self.ring[2 * side]);
            reach(4 * empty + (side + 2) % 4, moves + 1);
            let around = self.ring.map(|step| self.open[data.wrapping_add(step)]);
            let is_open = |mut places: std::ops::Range<usize>| places.all(|at| around[at % 8]);
            for turn in 1..4 {
                let (from, to, other) = (2 * side, 2 * (side + turn), (side + turn) % 4);
                if !around[to % 8] {
                    continue;
                }
                let (one, other_way) = ((from + 1..to, 2 * turn), (to + 1..from + 8, 8 - 2 * turn));
                let close = [one, other_way].into_iter().filter(|(places, _)| is_open(places.clone()));
                let way = match close.map(|(_, moves)| moves as u32).min() {
                    None => self.walk(data, empty, data.wrapping_add(self.ring[to % 8])),
                    close => close,
                };
                if let Some(way) = way {
                    reach(4 * data + other, moves + way);
                }
            }
        }
        None
    }

    /// How many moves bring the empty node from one place to another, if the data are to stay.
    fn walk(&mut self, data: usize, start: usize, end: usize) -> Option<u32> {
        self.walks += 1;
        self.seen[data] = self.walks;
        let mut queue = vec![(0, start)];
        let mut next = 0;
        while let Some(&(moves, place)) = queue.get(next) {
            if place == end {
                return Some(moves);
            }
            next += 1;
            for step in [0, 2, 4, 6].map(|side| self.ring[side]) {
                let beside = place.wrapping_add(step);
                if self.open[beside] && self.seen[beside] != self.walks {
                    self.seen[beside] = self.walks;
                    queue.push((moves + 1, beside));
                }
            }
        }
        None
    }
}
