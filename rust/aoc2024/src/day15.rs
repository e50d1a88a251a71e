//! Warehouse Woes: a byte for each tile, so that most moves are one look.
//!
//! Wide boxes that push each other up or down wait in a list, those of one row from left to right. A box that two others push is found
//! by both, one after the other: so the last one in the list is the only one to be compared with.

use contract::{InvalidInput, reading::Cursor};

const MOST: usize = 64;
const MOST_MOVES: usize = 40_000;
const ROW: &str = "expected a row of #, . and O as long as the first, at most 64, with walls around and one @, in at most 64 rows";
const BLANK: &str = "expected an empty line, after a row of walls, and with one @ above";
const MOVES: &str = "expected moves <, >, ^ and v, at most 40000 in all lines";

const FREE: u8 = b'.';
const WALL: u8 = b'#';
const BOX: u8 = b'O';
const LEFT: u8 = b'[';
const RIGHT: u8 = b']';

pub struct Warehouse<'a> {
    width: usize,
    tiles: Vec<u8>,
    moves: Vec<&'a [u8]>,
}

pub fn parse(text: &str) -> Result<Warehouse<'_>, InvalidInput> {
    let mut lines = Cursor::new(text);
    let (mut width, mut tiles, mut robots) = (0, Vec::with_capacity(MOST * MOST), 0);
    let rows = lines.block(ROW, |line| {
        let row = line.word(|sign| matches!(sign, b'#' | b'.' | b'O' | b'@'))?;
        let is_first = tiles.is_empty();
        if is_first {
            width = row.len();
        }
        tiles.extend_from_slice(row);
        robots += row.iter().filter(|&&sign| sign == b'@').count();
        let is_closed = row.iter().all(|&sign| sign == WALL);
        let is_walled = is_closed || !is_first && row.starts_with(b"#") && row.ends_with(b"#");
        let is_sized = row.len() == width && (3..=MOST).contains(&width) && tiles.len() <= MOST * width;
        (is_walled && is_sized && robots <= 1).then_some(is_closed)
    })?;
    lines.line(BLANK, |_| (rows.last() == Some(&true) && robots == 1).then_some(()))?;
    let mut count = 0;
    let moves = lines.block(MOVES, |line| {
        let moves = line.word(|sign| matches!(sign, b'<' | b'>' | b'^' | b'v'))?;
        count += moves.len();
        (count <= MOST_MOVES).then_some(moves)
    })?;
    lines.end()?;
    Ok(Warehouse { width, tiles, moves })
}

pub fn part1(warehouse: &Warehouse) -> usize {
    let mut floor = Floor { width: warehouse.width, tiles: warehouse.tiles.clone(), pushed: Vec::new() };
    floor.work(&warehouse.moves);
    floor.coordinates(BOX)
}

pub fn part2(warehouse: &Warehouse) -> usize {
    let wider = |&tile: &u8| match tile {
        BOX => [LEFT, RIGHT],
        b'@' => [b'@', FREE],
        _ => [tile; 2],
    };
    let tiles = warehouse.tiles.iter().flat_map(wider).collect();
    let mut floor = Floor { width: 2 * warehouse.width, tiles, pushed: Vec::new() };
    floor.work(&warehouse.moves);
    floor.coordinates(LEFT)
}

struct Floor {
    width: usize,
    tiles: Vec<u8>,
    /// The left tiles of wide boxes.
    pushed: Vec<usize>,
}

impl Floor {
    fn work(&mut self, moves: &[&[u8]]) {
        let mut robot = self.tiles.iter().position(|&tile| tile == b'@').unwrap_or(0);
        self.tiles[robot] = FREE;
        let mut steps = [0; 256];
        for (sign, step) in
            [(b'<', -1), (b'>', 1), (b'^', -(self.width as isize)), (b'v', self.width as isize)]
        {
            steps[usize::from(sign)] = step;
        }
        for &sign in moves.iter().copied().flatten() {
            let step = steps[usize::from(sign)];
            let next = robot.wrapping_add_signed(step);
            let is_free = match self.tiles[next] {
                FREE => true,
                WALL => false,
                BOX => self.push_line(next, step),
                _ if step.abs() == 1 => self.push_wide_line(next, step),
                _ => self.push_wide(next, step),
            };
            if is_free {
                robot = next;
            }
        }
    }

    /// What is at the end of the boxes from a place on, and where?
    fn end(&self, mut place: usize, step: isize) -> (u8, usize) {
        while matches!(self.tiles[place], BOX | LEFT | RIGHT) {
            place = place.wrapping_add_signed(step);
        }
        (self.tiles[place], place)
    }

    fn push_line(&mut self, next: usize, step: isize) -> bool {
        let (tile, end) = self.end(next, step);
        if tile == FREE {
            self.tiles.swap(next, end);
        }
        tile == FREE
    }

    fn push_wide_line(&mut self, next: usize, step: isize) -> bool {
        let (tile, end) = self.end(next, step);
        if tile == FREE {
            if next < end {
                self.tiles.copy_within(next..end, next + 1);
            } else {
                self.tiles.copy_within(end + 1..=next, end);
            }
            self.tiles[next] = FREE;
        }
        tile == FREE
    }

    fn push_wide(&mut self, next: usize, step: isize) -> bool {
        self.pushed.clear();
        self.pushed.push(if self.tiles[next] == LEFT { next } else { next - 1 });
        let mut known = 0;
        while let Some(&place) = self.pushed.get(known) {
            known += 1;
            let ahead = place.wrapping_add_signed(step);
            for tile in [ahead, ahead + 1] {
                let left = match self.tiles[tile] {
                    FREE => continue,
                    LEFT => tile,
                    RIGHT => tile - 1,
                    _ => return false,
                };
                if self.pushed.last() != Some(&left) {
                    self.pushed.push(left);
                }
            }
        }
        for &place in self.pushed.iter().rev() {
            self.tiles[place..place + 2].fill(FREE);
            let ahead = place.wrapping_add_signed(step);
            self.tiles[ahead..ahead + 2].copy_from_slice(&[LEFT, RIGHT]);
        }
        true
    }

    fn coordinates(&self, sign: u8) -> usize {
        let boxes = self.tiles.iter().enumerate().filter(|&(_, &tile)| tile == sign);
        boxes.map(|(place, _)| 100 * (place / self.width) + place % self.width).sum()
    }
}
