//! Extended Polymerization: one small loop, in which all pairs grow alike.
//!
//! A polymer is told by how often each pair of neighbours occurs in it. Only letters that are used get a number,
//! ten of them officially, so that a pair is a place in a short array, and a step takes the counts of one array, each to
//! two places of another. A pair without a rule does the same: one of its two children is itself, the
//! other a place for nothing. So a step is a loop without a branch, and takes about 75 ns. Letters are counted at the
//! end, as all but the last are the first of a pair.
//!
//! Counts are 64 bits wide as long as they can't overflow. A trillion pairs grow between two letters, so very long
//! templates need more, and get 128.
//!
//! Tried and dropped: 128 bits for everybody (half as long again); numbers only for pairs that come up, with
//! those last that have no rule, and copied in each step (slower, with more code); an order of the pairs in which neither
//! letter occurs in the next pair too, so that no count is added to twice in quick succession (no difference).

use std::iter::zip;
use std::mem;
use std::ops::{AddAssign, Sub};

use contract::InvalidInput;

/// Letters are numbers from 0.
pub struct Manual<'a> {
    template: &'a [u8],
    /// A pair, and what comes between.
    rules: Vec<[u8; 3]>,
}

const LETTERS: usize = 26;

pub fn parse(text: &str) -> Result<Manual<'_>, InvalidInput> {
    let text = text.as_bytes();
    let end = text.iter().position(|byte| !byte.is_ascii_uppercase()).unwrap_or(text.len());
    let (template, rest) = text.split_at(end);
    if template.is_empty() || !matches!(rest, [] | [b'\n', ..]) {
        return Err(InvalidInput::new(1, "expected a template of capital letters"));
    }
    let rest = match rest {
        [b'\n', b'\n', rest @ ..] => rest,
        [b'\n', _, ..] => return Err(InvalidInput::new(2, "expected an empty line after the template")),
        _ => {
            let message = "expected an empty line and rules after the template";
            return Err(InvalidInput::new(1 + rest.len(), message));
        }
    };
    let mut rules = Vec::with_capacity(rest.len() / 8 + 1);
    let mut known = [[false; LETTERS]; LETTERS];
    for (number, line) in (3..).zip(rest.split(|&byte| byte == b'\n')) {
        let Some(rule) = rule(line) else {
            return Err(InvalidInput::new(number, "expected a rule as AB -> C"));
        };
        let [left, right, _] = rule;
        if mem::replace(&mut known[usize::from(left)][usize::from(right)], true) {
            return Err(InvalidInput::new(number, "expected a pair that has no rule so far"));
        }
        rules.push(rule);
    }
    Ok(Manual { template, rules })
}

fn rule(line: &[u8]) -> Option<[u8; 3]> {
    match *line {
        [left, right, b' ', b'-', b'>', b' ', middle] => {
            let rule = [left, right, middle].map(|byte| byte.wrapping_sub(b'A'));
            Some(rule).filter(|rule| rule.iter().all(|&letter| usize::from(letter) < LETTERS))
        }
        _ => None,
    }
}

pub fn part1(manual: &Manual) -> u128 {
    manual.spread(10)
}

pub fn part2(manual: &Manual) -> u128 {
    manual.spread(40)
}

impl Manual<'_> {
    /// By how much does the most frequent letter outnumber the rarest, after so many steps?
    fn spread(&self, steps: usize) -> u128 {
        // A gap of the template grows to less than 2^40 pairs, and those without a rule are thrown away again in
        // each of forty steps.
        if self.template.len() < 1 << 18 {
            spread(&self.letters::<u64>(steps)).into()
        } else {
            spread(&self.letters::<u128>(steps))
        }
    }

    /// How often does each letter occur after so many steps?
    fn letters<N: Copy + Default + AddAssign + From<bool>>(&self, steps: usize) -> [N; LETTERS] {
        let template = || self.template.iter().map(|byte| byte - b'A');
        let used = self.rules.iter().flatten().copied().chain(template()).fold(0u32, |used, letter| used | 1 << letter);
        let kinds = used.count_ones() as usize;
        let mut ranks = [0; LETTERS];
        let letters = (0..LETTERS).filter(|letter| used >> letter & 1 == 1);
        letters.zip(0..).for_each(|(letter, rank)| ranks[letter] = rank);
        let rank = |letter: u8| ranks[usize::from(letter)];
        let number = |left: usize, right: usize| right * kinds + left;
        let pairs = kinds * kinds;

        let mut children = [[0; 2]; LETTERS * LETTERS];
        for (pair, children) in (0..).zip(&mut children[..pairs]) {
            *children = [pair, NOTHING];
        }
        for rule in &self.rules {
            let [left, right, middle] = rule.map(rank);
            children[number(left, right)] = [number(left, middle) as u16, number(middle, right) as u16];
        }
        let mut counts = [N::default(); PAIRS];
        for pair in self.template.windows(2) {
            counts[number(rank(pair[0] - b'A'), rank(pair[1] - b'A'))] += N::from(true);
        }
        let (mut counts, mut grown) = (&mut counts, &mut [N::default(); PAIRS]);
        for _ in 0..steps {
            grown[..pairs].fill(N::default());
            for (&[left, right], &count) in zip(&children[..pairs], &*counts) {
                grown[usize::from(left) % PAIRS] += count;
                grown[usize::from(right) % PAIRS] += count;
            }
            mem::swap(&mut counts, &mut grown);
        }
        // Every letter but the last is the first of a pair.
        let mut letters = [N::default(); LETTERS];
        for (pair, &count) in counts[..pairs].iter().enumerate() {
            letters[pair % kinds] += count;
        }
        if let Some(last) = self.template.last() {
            letters[rank(last - b'A')] += N::from(true);
        }
        letters
    }
}

/// By how much does the most frequent letter outnumber the rarest?
fn spread<N: Copy + Default + Ord + Sub<Output = N>>(letters: &[N; LETTERS]) -> N {
    let counts = || letters.iter().copied().filter(|&count| count > N::default());
    counts().max().unwrap_or_default() - counts().min().unwrap_or_default()
}

/// Room for all pairs.
const PAIRS: usize = 1024;

/// The other child of a pair without a rule, where one is the pair itself.
const NOTHING: u16 = PAIRS as u16 - 1;
