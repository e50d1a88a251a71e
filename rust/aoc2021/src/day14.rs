//! Extended Polymerization: one small loop, in which all pairs grow alike.
//!
//! A polymer is told by how often each pair of neighbours occurs in it. Letters are numbered as they
//! come up, ten of them officially, so that a pair is a place in a short array, and a step adds the
//! count of each place to two places of another array. A pair without a rule does the same: one of
//! the two is its own place, the other one that is never read. So there is no branch in a step.
use std::iter::zip;
use std::mem;

use contract::InvalidInput;
use contract::reading::Cursor;

const LETTERS: usize = 26;
const LONGEST: usize = 2000;

/// Letters are numbers from 0, in the order in which they come up.
pub struct Manual {
    letters: usize,
    template: Vec<usize>,
    /// A pair, and what comes between.
    rules: Vec<[usize; 3]>,
}

pub fn parse(text: &str) -> Result<Manual, InvalidInput> {
    let mut numbers = [None; LETTERS];
    let mut letters = 0;
    let mut number = |letter: u8| {
        *numbers[usize::from(letter - b'A')].get_or_insert_with(|| {
            letters += 1;
            letters - 1
        })
    };
    let mut cursor = Cursor::new(text);
    let template = cursor.line("expected a template of 1 to 2000 capital letters", |line| {
        line.word(|byte| byte.is_ascii_uppercase()).filter(|word| word.len() <= LONGEST)
    })?;
    let template = template.iter().map(|&letter| number(letter)).collect();
    cursor.blank("expected an empty line after the template")?;
    let mut rules = Vec::new();
    let mut known = [[false; LETTERS]; LETTERS];
    while rules.is_empty() || !cursor.is_done() {
        rules.push(cursor.line("expected a rule as AB -> C, for a pair that has none so far", |line| {
            let left = capital(line)?;
            let right = capital(line)?;
            line.tag(" -> ")?;
            let [left, right, middle] = [left, right, capital(line)?].map(&mut number);
            (!mem::replace(&mut known[left][right], true)).then_some([left, right, middle])
        })?);
    }
    Ok(Manual { letters, template, rules })
}

fn capital(line: &mut Cursor) -> Option<u8> {
    line.byte().filter(u8::is_ascii_uppercase)
}

pub fn part1(manual: &Manual) -> u64 {
    manual.spread(10)
}

pub fn part2(manual: &Manual) -> u64 {
    manual.spread(40)
}

impl Manual {
    /// By how much does the most frequent letter outnumber the rarest, after so many steps?
    fn spread(&self, steps: usize) -> u64 {
        let pair = |left: usize, right: usize| right * self.letters + left;
        let pairs = self.letters * self.letters;
        let mut children: Vec<[usize; 2]> = (0..pairs).map(|pair| [pair, pairs]).collect();
        for &[left, right, middle] in &self.rules {
            children[pair(left, right)] = [pair(left, middle), pair(middle, right)];
        }
        // A gap of the template grows to fewer than 2^41 pairs.
        let mut counts = vec![0u64; pairs + 1];
        self.template.windows(2).for_each(|gap| counts[pair(gap[0], gap[1])] += 1);
        let mut grown = counts.clone();
        for _ in 0..steps {
            grown.fill(0);
            for (count, &[one, other]) in zip(&counts, &children) {
                grown[one] += count;
                grown[other] += count;
            }
            mem::swap(&mut counts, &mut grown);
        }
        // Each letter but the last is the first of a pair.
        let mut letters = vec![0; self.letters];
        letters[*self.template.last().expect("a template has a letter")] += 1;
        counts[..pairs].iter().enumerate().for_each(|(pair, count)| letters[pair % self.letters] += count);
        let there = || letters.iter().filter(|&&count| count > 0);
        there().max().zip(there().min()).map(|(most, least)| most - least).expect("a letter is there")
    }
}
