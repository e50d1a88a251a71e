//! Passage Pathing: one table over the sets of small caves, filled in order, and no path is ever
//! walked.
//!
//! Big caves only tell in how many ways one comes from a small cave to the next: directly, or
//! through any of the big caves that are next to both. So they are counted once and left out. Then
//! paths that have visited a set of small caves and stand in one of them come from those that had
//! visited all but this one. Sets are numbers with a bit for each cave, so in the order of numbers
//! each is computed from smaller ones, by a product of two short rows: in how many ways did the
//! paths get there, and in how many do they lead on? No recursion, no lookup of what is known, no
//! branch that can't be foreseen.
//!
//! For part 2 a second table counts the paths that have been somewhere twice. They come from those
//! in the same table, or from paths of the first one that go back to a cave of their set, which
//! remains the same set. The formulas are the Haskell solution's, whose algebra was the first to
//! say so.
//!
//! Rows have one of three lengths that are known to the compiler, and counts are 64 bits long where
//! that is enough.
use std::collections::HashMap;
use std::ops::{Add, Mul};

use contract::{InvalidInput, NoAnswer};

/// The start, the end, and as many between.
const SMALL: usize = 2 + MOST_SMALL;
const MOST_SMALL: usize = 12;
const MOST_BIG: usize = 90;

const NO_PASSAGE: &str =
    "expected two different caves with a dash between, each in small or capital letters";
const TOO_MANY: &str = "expected at most 12 small caves between start and end, and 90 big ones";

const START: usize = 0;
const END: usize = 1;

pub struct Caves {
    /// How many are small?
    small: usize,
    /// Which ones are next to each? Bits, as the rows are: first the small caves and room for more,
    /// then the big ones.
    near: Vec<u128>,
}

pub fn parse(text: &str) -> Result<Caves, InvalidInput> {
    let mut numbers = HashMap::from([(&b"start"[..], START), (b"end", END)]);
    let mut small = 2;
    let mut near = vec![0; SMALL];
    for (line, passage) in (1..).zip(text.as_bytes().split(|&byte| byte == b'\n')) {
        let Some(ends) = ends(passage) else {
            return Err(InvalidInput::new(line, NO_PASSAGE));
        };
        let [one, other] = ends.map(|name| {
            *numbers.entry(name).or_insert_with(|| {
                if name[0].is_ascii_lowercase() {
                    small += 1;
                    small - 1
                } else {
                    near.push(0);
                    near.len() - 1
                }
            })
        });
        if small > SMALL || near.len() > SMALL + MOST_BIG {
            return Err(InvalidInput::new(line, TOO_MANY));
        }
        near[one] |= 1 << other;
        near[other] |= 1 << one;
    }
    Ok(Caves { small, near })
}

/// The names of the caves at both ends of a passage.
fn ends(passage: &[u8]) -> Option<[&[u8]; 2]> {
    let dash = passage.iter().position(|&byte| byte == b'-')?;
    let ends = [&passage[..dash], &passage[dash + 1..]];
    let named = |name: &[u8]| {
        !name.is_empty()
            && (name.iter().all(u8::is_ascii_lowercase) || name.iter().all(u8::is_ascii_uppercase))
    };
    (ends[0] != ends[1] && ends.into_iter().all(named)).then_some(ends)
}

pub fn part1(caves: &Caves) -> Result<u128, NoAnswer> {
    caves.paths(false)
}

pub fn part2(caves: &Caves) -> Result<u128, NoAnswer> {
    caves.paths(true)
}

/// In how many ways does each small cave lead to each other, or back to itself?
type Ways = [[u32; SMALL]; SMALL];

impl Caves {
    /// How many paths are there, with one visit to spare or without?
    fn paths(&self, spare: bool) -> Result<u128, NoAnswer> {
        let (ways, endless) = self.ways(1);
        let total = self.count(&ways, spare);
        // It depends on the endless ones if paths go there, and reach the end.
        if endless && total != self.count(&self.ways(0).0, spare) {
            return Err(NoAnswer("there are infinitely many paths".into()));
        }
        Ok(total)
    }

    /// The ways that have at most big caves in between, and whether some big caves are next to each
    /// other. These can be walked to and fro, and so are infinitely many ways; they count as
    /// `endless`.
    fn ways(&self, endless: u32) -> (Ways, bool) {
        let mut ways = [[0; SMALL]; SMALL];
        for (from, row) in ways.iter_mut().enumerate() {
            for to in ones(self.near[from] & ALL_SMALL) {
                row[to] = 1;
            }
        }
        let mut seen = 0;
        let mut any = false;
        for big in SMALL..self.near.len() {
            if seen >> big & 1 == 1 {
                continue;
            }
            let (mut hollow, mut around) = (1 << big, self.near[big]);
            while around & !ALL_SMALL & !hollow != 0 {
                hollow |= around & !ALL_SMALL;
                around = ones(hollow).fold(0, |around, big| around | self.near[big]);
            }
            seen |= hollow;
            let together = hollow & (hollow - 1) != 0;
            any |= together;
            for from in ones(around & ALL_SMALL) {
                for to in ones(around & ALL_SMALL) {
                    ways[from][to] += if together { endless } else { 1 };
                }
            }
        }
        (ways, any)
    }

    fn count(&self, ways: &Ways, spare: bool) -> u128 {
        // A walk of n small caves takes n + 1 ways, so with `spare` the most are one more.
        let most: u32 = ways.iter().map(|row| row.iter().sum()).max().unwrap_or_default();
        let short = (u64::from(most) + 1).checked_pow(self.small as u32).is_some();
        match (short, self.small - 2) {
            (true, ..=4) => count::<u64, 4>(ways, self.small - 2, spare).into(),
            (true, ..=8) => count::<u64, 8>(ways, self.small - 2, spare).into(),
            (true, _) => count::<u64, MOST_SMALL>(ways, self.small - 2, spare).into(),
            (false, _) => count::<u128, MOST_SMALL>(ways, self.small - 2, spare),
        }
    }
}

const ALL_SMALL: u128 = (1 << SMALL) - 1;

/// How many paths are there through so many small caves, if these are the ways between them?
fn count<T: Number, const N: usize>(ways: &Ways, small: usize, spare: bool) -> T {
    let number = |from: usize, to: usize| T::from(ways[from][to]);
    let first: [T; N] = std::array::from_fn(|cave| number(START, cave + 2));
    let last: [T; N] = std::array::from_fn(|cave| number(cave + 2, END));
    let to: [[T; N]; N] = std::array::from_fn(|to| std::array::from_fn(|from| number(from + 2, to + 2)));
    let mut once = vec![[T::default(); N]; 1 << small];
    let mut twice = once.clone();
    let mut total = number(START, END);
    for set in 1..1 << small {
        for cave in ones(set as u128) {
            let rest = set & !(1 << cave);
            once[set][cave] = if rest == 0 { first[cave] } else { product(&once[rest], &to[cave]) };
        }
        total = total + product(&once[set], &last);
        if spare {
            for cave in ones(set as u128) {
                let rest = set & !(1 << cave);
                twice[set][cave] = product(&once[set], &to[cave]) + product(&twice[rest], &to[cave]);
            }
            total = total + product(&twice[set], &last);
        }
    }
    total
}

fn product<T: Number, const N: usize>(paths: &[T; N], ways: &[T; N]) -> T {
    paths.iter().zip(ways).fold(T::default(), |sum, (&paths, &ways)| sum + paths * ways)
}

/// What paths are counted by.
trait Number: Copy + Default + From<u32> + Add<Output = Self> + Mul<Output = Self> {}

impl Number for u64 {}

// The most walks from the start to the end go over n of 12 small caves in any order, with 91 ways
// between any two, and also with a second visit anywhere: the sum of 12! / (12 - n)! * (1 + n (n +
// 1) / 2 * 91) * 91^(n + 1) is less than 0.3 * 2^128.
impl Number for u128 {}

/// The places of a number's ones.
fn ones(mut bits: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = bits.trailing_zeros() as usize;
        (bits != 0).then(|| {
            bits &= bits - 1;
            place
        })
    })
}
