//! RAM Run: bytes are taken away again from the last to the first, and a flood from the start goes on where one was in its way.
//!
//! It visits each place once. When it gets to the end, the byte that was just taken away is the first that left no way. For
//! the shortest way each neighbour is written to the end of a queue, which only moves if it is new, as that is
//! chance. Places have the two words of a row's end as a border, so all have four neighbours.

use std::mem;

use contract::reading::lines;
use contract::{InvalidInput, NoAnswer};

const FORM: &str = "expected two coordinates from 0 to 70 as 12,34, in 350000 lines at most";
const MOST: usize = 350_000;
const SIDE: usize = 71;
/// From a row to the next: a border is at the end of each, and a row above and below.
const ROW: usize = SIDE + 1;
const SIZE: usize = ROW * (SIDE + 2);
const START: usize = ROW;
const END: usize = ROW * SIDE + SIDE - 1;

/// Where each byte falls.
pub fn parse(text: &str) -> Result<Vec<u16>, InvalidInput> {
    let mut count = 0;
    lines(text, FORM, |line| {
        count += 1;
        let x = line.natural(SIDE as u64 - 1)? as usize;
        line.tag(",")?;
        let y = line.natural(SIDE as u64 - 1)? as usize;
        (count <= MOST).then_some((START + y * ROW + x) as u16)
    })
}

pub fn part1(bytes: &[u16]) -> Result<u32, NoAnswer> {
    let mut free = everything();
    for &place in &bytes[..(bytes.len() / 2).min(1024)] {
        free[usize::from(place)] = 0;
    }
    let mut queue = [(0u16, 0u16); SIZE + 4];
    queue[0] = (START as u16, 0);
    let (mut head, mut tail) = (0, usize::from(mem::take(&mut free[START])));
    while head < tail {
        let (place, steps) = queue[head];
        if usize::from(place) == END {
            return Ok(steps.into());
        }
        for near in neighbours(place.into()) {
            queue[tail] = (near as u16, steps + 1);
            tail += usize::from(mem::take(&mut free[near]));
        }
        head += 1;
    }
    Err(NoAnswer("there is no way any more".into()))
}

pub fn part2(bytes: &[u16]) -> Result<String, NoAnswer> {
    let mut flood = Flood { free: everything(), reached: [0; SIZE], stack: [0; SIZE] };
    let mut first = [u32::MAX; SIZE]; // the first byte that falls at each place
    for (time, &place) in bytes.iter().enumerate().rev() {
        flood.free[usize::from(place)] = 0;
        first[usize::from(place)] = time as u32;
    }
    flood.reached[START - 1] = 1; // from outside
    if flood.free[START] == 1 && flood.gets_to_the_end(START) {
        return Err(NoAnswer("there is always a way".into()));
    }
    for (time, &place) in bytes.iter().enumerate().rev() {
        let place = usize::from(place);
        if first[place] == time as u32 {
            flood.free[place] = 1;
            let near = neighbours(place).into_iter().fold(0, |near, place| near | flood.reached[place]);
            if near != 0 && flood.gets_to_the_end(place) {
                return Ok(format!("{},{}", place % ROW, place / ROW - 1));
            }
        }
    }
    unreachable!("there is a way before the first byte")
}

struct Flood {
    free: [u8; SIZE],
    reached: [u8; SIZE],
    stack: [u16; SIZE],
}

impl Flood {
    /// Goes on from a free place.
    fn gets_to_the_end(&mut self, from: usize) -> bool {
        self.free[from] = 0;
        self.stack[0] = from as u16;
        let mut size = 1;
        while size > 0 {
            size -= 1;
            let place = usize::from(self.stack[size]);
            self.reached[place] = 1;
            for near in neighbours(place) {
                self.stack[size] = near as u16;
                size += usize::from(mem::take(&mut self.free[near]));
            }
        }
        self.reached[END] == 1
    }
}

fn neighbours(place: usize) -> [usize; 4] {
    [place - ROW, place - 1, place + 1, place + ROW]
}

/// All places are free, but for the border.
fn everything() -> [u8; SIZE] {
    let mut free = [0; SIZE];
    for row in free.chunks_exact_mut(ROW).skip(1).take(SIDE) {
        row[..SIDE].fill(1);
    }
    free
}
