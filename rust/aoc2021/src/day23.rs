//! Amphipod: what is decided needs no search, and states from which there is no way home are not entered.
//!
//! An amphipod moves twice: out of its room to a spot in the hallway, and home as soon as it can, which is in nobody's
//! way. Its shortest way is paid at once, so the queue orders states by detours alone: that is
//! [A*](https://en.wikipedia.org/wiki/A*_search_algorithm) with the obvious bound. A state is eight bytes, the hallway's
//! sets of spots by kind and the numbers of strangers by room; what can be reached from a door is found by counting zeros.

use std::array;

use contract::reading::Cursor;
use contract::search::{Queue, QuickMap};
use contract::{InvalidInput, NoAnswer};

/// The kinds in each room, from the door on. A kind is the number of its home.
type Rooms = [Vec<usize>; 4];

const ENERGY: [u32; 4] = [1, 10, 100, 1000];
/// Where in the hallway one may stop. Room n has its door between spots n + 1 and n + 2.
const SPOTS: [u32; 7] = [0, 1, 3, 5, 7, 9, 10];
const DOORS: [u32; 4] = [2, 4, 6, 8];
const HIDDEN: [[usize; 2]; 4] = [[3, 3], [2, 1], [1, 0], [0, 2]];
const WRONG: &str = "expected the burrow as it is always drawn, with two each of A, B, C and D";

pub fn parse(text: &str) -> Result<Rooms, InvalidInput> {
    let mut text = Cursor::new(text);
    text.line(WRONG, |line| line.tag("#############"))?;
    text.line(WRONG, |line| line.tag("#...........#"))?;
    let mut rooms = Rooms::default();
    text.line(WRONG, |line| row(line, &mut rooms, "###", "##"))?;
    let folded = text;
    let mut hidden = |row| text.line("", |line| line.tag(row));
    if hidden("  #D#C#B#A#").and_then(|()| hidden("  #D#B#A#C#")).is_err() {
        text = folded;
    }
    text.line(WRONG, |line| row(line, &mut rooms, "  #", ""))?;
    text.line(WRONG, |line| line.tag("  #########"))?;
    text.end()?;
    Ok(rooms)
}

/// Reads who is one place further down in each room; there are no more than two of a kind.
fn row(line: &mut Cursor, rooms: &mut Rooms, left: &str, right: &str) -> Option<()> {
    line.tag(left)?;
    for room in 0..4 {
        let kind = line.choice(&["A#", "B#", "C#", "D#"])?;
        rooms[room].push(kind);
        if rooms.iter().flatten().filter(|&&other| other == kind).count() > 2 {
            return None;
        }
    }
    line.tag(right)
}

pub fn part1(rooms: &Rooms) -> Result<u32, NoAnswer> {
    least_energy(rooms)
}

pub fn part2(rooms: &Rooms) -> Result<u32, NoAnswer> {
    least_energy(&[0, 1, 2, 3].map(|room| [&rooms[room][..1], &HIDDEN[room], &rooms[room][1..]].concat()))
}

/// A byte for each kind: on which spots is it, and how many must leave its room?
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
struct State {
    spots: u32,
    strangers: u32,
}

impl State {
    fn occupied(self) -> usize {
        let pairs = self.spots | self.spots >> 16;
        ((pairs | pairs >> 8) & 127) as usize
    }

    fn strangers(self, room: usize) -> usize {
        (self.strangers >> (8 * room) & 7) as usize
    }

    /// All ones in the byte of each room that nobody must leave.
    fn open(self) -> u32 {
        (!(self.strangers + 0x7f7f_7f7f) & 0x8080_8080) / 0x80 * 0xff
    }
}

/// What can be reached from a door: from one spot to before another; and the doors between, all ones in the byte of each.
type Reach = (usize, usize, u32);

fn reach(occupied: usize, room: usize) -> Reach {
    let start = (usize::BITS - (occupied & ((4 << room) - 1)).leading_zeros()) as usize;
    let end = ((occupied | 1 << 7) >> (room + 2)).trailing_zeros() as usize + room + 2;
    (start, end, u32::MAX << (8 * (start.max(2) - 2)) & u32::MAX >> (8 * (5 - end.min(5))))
}

struct Burrow {
    /// By room and by how many must leave it: the kind of the first, and how many are of each kind, a byte each.
    leaving: [[(usize, u32); 5]; 4],
    /// By occupied spots and room.
    reach: [[Reach; 4]; 128],
    /// By occupied spots: the spots around what can be reached, a byte for each room.
    ends: [u32; 128],
}

/// What is the least energy that brings everyone home?
fn least_energy(rooms: &Rooms) -> Result<u32, NoAnswer> {
    let reach: [[Reach; 4]; 128] = array::from_fn(|occupied| [0, 1, 2, 3].map(|room| reach(occupied, room)));
    let around = |(start, end, _): Reach| (1 << end | (1 << start) >> 1) as u8 & 127;
    let ends = reach.map(|rooms| u32::from_le_bytes(rooms.map(around)));
    let mut burrow = Burrow { leaving: Default::default(), reach, ends };
    let across = |room: usize, kind: usize| DOORS[room].abs_diff(DOORS[kind]).max(2);
    let (mut start, mut unavoidable) = (State::default(), 0);
    for (room, kinds) in rooms.iter().enumerate() {
        let number = kinds.iter().rposition(|&kind| kind != room).map_or(0, |last| last + 1);
        start.strangers |= (number as u32) << (8 * room);
        for left in 1..=number {
            let (kind, depth) = (kinds[number - left], (number - left + 1) as u32);
            burrow.leaving[room][left] = (kind, burrow.leaving[room][left - 1].1 + (1 << (8 * kind)));
            unavoidable += ENERGY[kind] * (depth + across(room, kind)) + ENERGY[room] * depth;
        }
    }
    let (mut best, mut queue) = (QuickMap::from_iter([(start, 0)]), Queue::default());
    queue.push(0, start);
    while let Some((detours, state)) = queue.pop() {
        if state == State::default() {
            return Ok(unavoidable + detours);
        }
        if best[&state] < detours {
            continue;
        }
        for room in (0..4).filter(|&room| state.strangers(room) > 0) {
            let (kind, _) = burrow.leaving[room][state.strangers(room)];
            let (first, end, _) = burrow.reach[state.occupied()][room];
            for (spot, place) in SPOTS.into_iter().enumerate().take(end).skip(first) {
                let next = burrow.after(state, room, kind, spot);
                if burrow.is_lost(next) {
                    continue;
                }
                let way = place.abs_diff(DOORS[room]) + place.abs_diff(DOORS[kind]);
                let detours = detours + ENERGY[kind] * (way - across(room, kind));
                let known = best.entry(next).or_insert(u32::MAX);
                if detours < *known {
                    *known = detours;
                    queue.push(detours, next);
                }
            }
        }
    }
    Err(NoAnswer("the amphipods block each other for ever".into()))
}

impl Burrow {
    /// After one has left a room for a spot, and all have gone home who can.
    fn after(&self, mut state: State, room: usize, kind: usize, spot: usize) -> State {
        state.strangers -= 1 << (8 * room);
        state.spots |= 1 << (8 * kind + spot);
        loop {
            let going = state.spots & state.open() & self.ends[state.occupied()];
            if going == 0 {
                return state;
            }
            state.spots ^= going;
        }
    }

    /// Is there no way home, even if strangers vanish when all of their room can leave it?
    fn is_lost(&self, mut state: State) -> bool {
        let mut open = state.open();
        loop {
            let before = (state.spots, open);
            for room in 0..4 {
                let (first, end, doors) = self.reach[state.occupied()][room];
                if open >> (8 * room) & 1 != 0 {
                    state.spots &= !(self.ends[state.occupied()] & 0xff << (8 * room));
                } else {
                    // Who finds no open home needs a spot. The product's highest byte is the sum of all four.
                    let (_, kinds) = self.leaving[room][state.strangers(room)];
                    let waiting = (kinds & !(open & doors)).wrapping_mul(0x0101_0101) >> 24;
                    if waiting as usize <= end - first {
                        open |= 0xff << (8 * room);
                    }
                }
            }
            if before == (state.spots, open) {
                return state.spots != 0 || open != u32::MAX;
            }
        }
    }
}
