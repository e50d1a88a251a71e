//! LAN Party: a group grows by later neighbours that all of it has, as long as there are enough to make it the largest.
//!
//! A name is a number in alphabetical order, its neighbours a row of bits. Of the later neighbours of one computer, 16 at most, each is
//! one bit of a word, so that a step of the search is a single `and`. Groups are met in alphabetical order: only a larger one replaces one.

use contract::{InvalidInput, bits::ones, reading::Cursor};

const LINK: &str = "expected a new link of two computers as ca-mo, neither with more than 16 neighbours";
const NAMES: usize = 26 * 26;
const NEIGHBOURS: usize = 16;
const T: usize = 26 * (b't' - b'a') as usize;

type Set = [u64; NAMES.div_ceil(64)];

pub fn parse(text: &str) -> Result<Vec<Set>, InvalidInput> {
    let mut near = vec![Set::default(); NAMES];
    let mut degree = [0; NAMES];
    let mut lines = Cursor::new(text);
    lines.block(LINK, |line| {
        let one = name(line)?;
        line.tag("-")?;
        let other = name(line)?;
        let is_new = one != other && !has(&near[one], other);
        for (from, to) in [(one, other), (other, one)] {
            near[from][to / 64] |= 1 << (to % 64);
            degree[from] += 1;
        }
        (is_new && degree[one].max(degree[other]) <= NEIGHBOURS).then_some(())
    })?;
    lines.end()?;
    Ok(near)
}

fn name(line: &mut Cursor) -> Option<usize> {
    let mut letter = || line.byte().filter(u8::is_ascii_lowercase).map(|letter| usize::from(letter - b'a'));
    Some(26 * letter()? + letter()?)
}

fn has(set: &Set, name: usize) -> bool {
    set[name / 64] >> (name % 64) & 1 == 1
}

fn members(set: &Set) -> impl Iterator<Item = usize> {
    set.iter().enumerate().flat_map(|(at, &word)| ones(word).map(move |place| 64 * at + place))
}

/// A group is counted at the first of its computers with t.
pub fn part1(near: &[Set]) -> u32 {
    let links = |first: usize| {
        let mut others = near[first];
        for earlier in T..first {
            others[earlier / 64] &= !(1 << (earlier % 64));
        }
        let common = |second: usize| -> u32 {
            near[second].iter().zip(&others).map(|(one, other)| (one & other).count_ones()).sum()
        };
        members(&others).map(common).sum::<u32>() / 2
    };
    (T..T + 26).map(links).sum()
}

pub fn part2(near: &[Set]) -> String {
    let mut best = Vec::new();
    let mut later = Vec::with_capacity(NEIGHBOURS);
    for first in 0..NAMES {
        later.clear();
        later.extend(members(&near[first]).filter(|&name| name > first));
        if later.len() < best.len() {
            continue;
        }
        let mut search =
            Search { later: [0; NEIGHBOURS], best: 0, size: best.len().saturating_sub(1) as u32 };
        for (at, &one) in later.iter().enumerate() {
            for (to, &other) in later.iter().enumerate().skip(at + 1) {
                search.later[at] |= u32::from(has(&near[one], other)) << to;
            }
        }
        search.grow(0, (1 << later.len()) - 1);
        if search.best != 0 {
            best.clear();
            best.push(first);
            best.extend(ones(search.best.into()).map(|at| later[at]));
        }
    }
    let letter = |number: usize| char::from(b'a' + number as u8);
    let names: Vec<String> =
        best.iter().map(|name| [letter(name / 26), letter(name % 26)].iter().collect()).collect();
    names.join(",")
}

/// A search in the neighbours of a computer, for a group of more than a size.
struct Search {
    later: [u32; NEIGHBOURS],
    best: u32,
    size: u32,
}

impl Search {
    fn grow(&mut self, group: u32, mut common: u32) {
        if group.count_ones() > self.size {
            self.best = group;
            self.size = group.count_ones();
        }
        while common != 0 && group.count_ones() + common.count_ones() > self.size {
            let next = common.trailing_zeros() as usize;
            self.grow(group | 1 << next, common & self.later[next]);
            common &= common - 1;
        }
    }
}
