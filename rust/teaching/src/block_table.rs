//! Block tables: a table is a path in a forest, so a fork is one count, however long the table is.
//!
//! A block points to the one before it in its table, and counts only who holds it directly: requests that end there, and blocks
//! that follow. Freeing stops at the first block that somebody else holds. Each block also keeps its place, the sum of its path,
//! and the sum with places. Free blocks are linked by the same field, as vLLM's are by theirs. Block 0 is the root.

use contract::InvalidInput;
use contract::reading::Cursor;

const FIRST: &str = "expected a number from 1 to 999999, and one to 1000, as size 16 blocks 100";
const EVENT: &str = "expected prompt with a new request and tokens, fork with a request and a new one, or token or free with a request, all from 1 to 999999, in at most 50000 lines";
const MOST: usize = 999_999;
const MOST_BLOCKS: u32 = 1000;
const MOST_EVENTS: usize = 50_000;

#[derive(Clone, Copy)]
enum Event {
    Prompt(u32, u32),
    Token(u32),
    Fork(u32, u32),
    Free(u32),
}

use Event::*;

pub struct Trace {
    size: u32,
    blocks: u32,
    events: Vec<Event>,
    /// More than any request's number.
    requests: usize,
}

pub fn parse(text: &str) -> Result<Trace, InvalidInput> {
    let mut lines = Cursor::new(text);
    let (size, blocks) = lines.line(FIRST, |line| {
        line.tag("size ")?;
        let size = number(line)?;
        line.tag(" blocks ")?;
        Some((size, number(line).filter(|&blocks| blocks <= MOST_BLOCKS)?))
    })?;
    let (mut running, mut requests) = (vec![false; MOST + 1], 1);
    let mut events = Vec::new();
    while events.is_empty() || !lines.is_done() {
        let is_last = events.len() == MOST_EVENTS;
        events.push(lines.line(EVENT, |line| {
            let event = event(line).filter(|_| !is_last)?;
            let (request, before, after) = match event {
                Prompt(request, _) => (request, false, true),
                Token(request) => (request, true, true),
                Fork(parent, request) => {
                    running[parent as usize].then_some(())?;
                    (request, false, true)
                }
                Free(request) => (request, true, false),
            };
            let is_running = &mut running[request as usize];
            (*is_running == before).then_some(())?;
            *is_running = after;
            requests = requests.max(request as usize + 1);
            Some(event)
        })?);
    }
    Ok(Trace { size, blocks, events, requests })
}

fn number(line: &mut Cursor) -> Option<u32> {
    line.natural(MOST as u64).filter(|&number| number > 0).map(|number| number as u32)
}

fn event(line: &mut Cursor) -> Option<Event> {
    let word = line.choice(&["prompt ", "token ", "fork ", "free "])?;
    let request = number(line)?;
    let mut second = || {
        line.tag(" ")?;
        number(line)
    };
    Some(match word {
        0 => Prompt(request, second()?),
        1 => Token(request),
        2 => Fork(request, second()?),
        _ => Free(request),
    })
}

pub fn part1(trace: &Trace) -> String {
    let size = trace.size;
    let mut tokens = vec![0u32; trace.requests];
    let (mut used, mut most) = (0, 0);
    for (event, number) in trace.events.iter().zip(1..) {
        let (request, count) = match *event {
            Prompt(request, count) => (request, count),
            Token(request) => (request, tokens[request as usize] + 1),
            Fork(parent, request) => (request, tokens[parent as usize]),
            Free(request) => (request, 0),
        };
        let tokens = &mut tokens[request as usize];
        let after = used - tokens.div_ceil(size) + count.div_ceil(size);
        if after >= trace.blocks {
            return format!("{most} {number}");
        }
        (used, *tokens) = (after, count);
        most = most.max(used);
    }
    format!("{most} -")
}

pub fn part2(trace: &Trace) -> String {
    let mut pool = Pool::new(trace.blocks);
    let mut tables = vec![Table::default(); trace.requests];
    let mut copies = 0u32;
    for &event in &trace.events {
        if pool.happens(event, &mut tables, trace.size, &mut copies).is_none() {
            break;
        }
    }
    let (mut total, mut before) = (0u128, 0u128);
    for table in tables {
        let block = &pool.blocks[table.last as usize];
        total += before * u128::from(block.sum) + u128::from(block.weighted);
        before += u128::from(block.place);
    }
    format!("{copies} {total}")
}

/// A request: its last block, or 0, and how many tokens it has.
#[derive(Clone, Copy, Default)]
struct Table {
    last: u32,
    tokens: u32,
}

#[derive(Clone, Copy, Default)]
struct Block {
    /// The block before it in a table; the next free one, if it is free.
    before: u32,
    holders: u32,
    place: u32,
    sum: u64,
    /// Of blocks times places, up to this one: at most 10^3 * 10^6 / 2.
    weighted: u64,
}

/// The next block is the last of `front`, or else one that was never given out, or else the first of the queue.
struct Pool {
    /// Those that were ever given out, and block 0.
    blocks: Vec<Block>,
    total: usize,
    free: u32,
    front: u32,
    head: u32,
    tail: u32,
}

impl Pool {
    fn new(blocks: u32) -> Self {
        let (front, head, tail) = (0, 0, 0);
        Self { blocks: vec![Block::default()], total: blocks as usize, free: blocks - 1, front, head, tail }
    }

    /// `None`, and nothing has changed, if there are too few blocks.
    fn happens(&mut self, event: Event, tables: &mut [Table], size: u32, copies: &mut u32) -> Option<()> {
        match event {
            Prompt(request, tokens) => {
                let needed = tokens.div_ceil(size);
                (needed <= self.free).then_some(())?;
                let last = (0..needed).fold(0, |last, _| self.take(last));
                tables[request as usize] = Table { last, tokens };
            }
            Token(request) => {
                let Table { last, tokens } = &mut tables[request as usize];
                if *tokens % size == 0 {
                    (self.free > 0).then_some(())?;
                    *last = self.take(*last);
                } else if self.blocks[*last as usize].holders > 1 {
                    (self.free > 0).then_some(())?;
                    let Block { before, .. } = self.blocks[*last as usize];
                    self.blocks[*last as usize].holders -= 1;
                    self.blocks[before as usize].holders += 1;
                    *last = self.take(before);
                    *copies += 1;
                }
                *tokens += 1;
            }
            Fork(parent, request) => {
                let table = tables[parent as usize];
                self.blocks[table.last as usize].holders += 1;
                tables[request as usize] = table;
            }
            Free(request) => {
                let Table { mut last, tokens } = std::mem::take(&mut tables[request as usize]);
                let mut full = tokens % size == 0;
                while last > 0 {
                    let block = &mut self.blocks[last as usize];
                    block.holders -= 1;
                    if block.holders > 0 {
                        break;
                    }
                    let before = block.before;
                    self.give_back(last, full);
                    (last, full) = (before, true);
                }
            }
        }
        Some(())
    }

    /// The next block, after another one, which whoever held that one holds from now on.
    fn take(&mut self, before: u32) -> u32 {
        self.free -= 1;
        let mut taken = self.front;
        if taken > 0 {
            self.front = self.blocks[taken as usize].before;
        } else if self.blocks.len() < self.total {
            taken = self.blocks.len() as u32;
            self.blocks.push(Block::default());
        } else {
            taken = self.head;
            self.head = self.blocks[taken as usize].before;
        }
        let Block { place, sum, weighted, .. } = self.blocks[before as usize];
        let (place, sum) = (place + 1, sum + u64::from(taken));
        let weighted = weighted + u64::from(place) * u64::from(taken);
        self.blocks[taken as usize] = Block { before, holders: 1, place, sum, weighted };
        taken
    }

    /// A block that is full queues up, another is the next to be given out.
    fn give_back(&mut self, block: u32, full: bool) {
        self.free += 1;
        if !full {
            self.blocks[block as usize].before = self.front;
            self.front = block;
            return;
        }
        self.blocks[block as usize].before = 0;
        if self.head == 0 {
            self.head = block;
        } else {
            self.blocks[self.tail as usize].before = block;
        }
        self.tail = block;
    }
}
