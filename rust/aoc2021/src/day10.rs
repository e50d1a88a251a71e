//! Syntax Scoring: the open brackets are a stack in one machine word, two bits for each.
//!
//! Whether the next bracket opens or closes is chance, so a branch on it would be
//! [mispredicted](https://en.wikipedia.org/wiki/Branch_predictor) half the time. Both stacks are
//! worked out, with one bracket more and with one less, and one of them is taken. The only branch
//! that is left is for a wrong bracket, once in a line.
use contract::reading::lines;
use contract::{InvalidInput, NoAnswer};

const DEEPEST: i8 = 27;
const _: () = assert!(5u64.pow(DEEPEST as u32) <= i64::MAX as u64, "scores fit into 63 bits");

/// What the first wrong bracket scores, by its kind.
const POINTS: [u64; 4] = [3, 57, 1197, 25137];

/// The change in depth of each byte, 0 if it is no bracket, and its kind: round, square, curly or angle.
const BRACKETS: [(i8, u8); 256] = {
    let mut brackets = [(0, 0); 256];
    let mut kind = 0;
    while kind < 4 {
        brackets[b"([{<"[kind] as usize] = (1, kind as u8);
        brackets[b")]}>"[kind] as usize] = (-1, kind as u8);
        kind += 1;
    }
    brackets
};

fn bracket(byte: u8) -> (i8, u8) {
    BRACKETS[usize::from(byte)]
}

pub fn parse(text: &str) -> Result<Vec<&[u8]>, InvalidInput> {
    lines(text, "expected brackets, at most 27 of them open at once", |line| {
        let brackets = line.word(|byte| bracket(byte).0 != 0)?;
        (deepest(brackets) <= DEEPEST.into()).then_some(brackets)
    })
}

/// How many brackets are open at once?
fn deepest(brackets: &[u8]) -> isize {
    let (mut depth, mut deepest) = (0, 0);
    for &byte in brackets {
        depth += isize::from(bracket(byte).0);
        deepest = deepest.max(depth);
    }
    deepest
}

pub fn part1(lines: &[&[u8]]) -> u64 {
    lines.iter().map(|line| open(line).err().map_or(0, |kind| POINTS[usize::from(kind)])).sum()
}

pub fn part2(lines: &[&[u8]]) -> Result<u64, NoAnswer> {
    let incomplete = lines.iter().filter_map(|line| open(line).ok()).filter(|&stack| stack != EMPTY);
    let mut scores: Vec<u64> = incomplete.map(score).collect();
    if scores.len() % 2 == 0 {
        return Err(NoAnswer("there is no middle one of an even number of incomplete lines".into()));
    }
    let middle = scores.len() / 2;
    Ok(*scores.select_nth_unstable(middle).1)
}

/// The kinds of the brackets that are open, the last in the lowest bits, and a 1 above the first.
type Stack = u64;

const EMPTY: Stack = 1;

/// What is open at the end of a line, or the kind of the first wrong bracket.
fn open(line: &[u8]) -> Result<Stack, u8> {
    let mut stack = EMPTY;
    for &byte in line {
        let (step, kind) = bracket(byte);
        let closes = step < 0;
        if closes & ((stack & 3 != kind.into()) | (stack == EMPTY)) {
            return Err(kind);
        }
        let (more, less) = (stack << 2 | u64::from(kind), stack >> 2);
        stack = if closes { less } else { more };
    }
    Ok(stack)
}

/// What do the missing brackets score?
fn score(mut stack: Stack) -> u64 {
    let mut total = 0;
    while stack != EMPTY {
        total = 5 * total + (stack & 3) + 1;
        stack >>= 2;
    }
    total
}
