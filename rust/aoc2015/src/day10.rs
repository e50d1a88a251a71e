//! Elves Look, Elves Say: 92 elements, found when this is compiled, and how many there are of each.
//!
//! Digits that will never touch each other go on as strings of their own, and all strings come to be made of
//! [92 elements](https://en.wikipedia.org/wiki/Look-and-say_sequence#Cosmological_decay). All but one of them come from a single 3, so a
//! constant function finds the table. A step is then some 200 additions. What is no element yet goes on digit by digit.

use contract::InvalidInput;
use contract::reading::single;

const MOST: usize = 1000;
const FORM: &str = "expected at most 1000 digits from 1 to 3, none of them more than three times in a row";

pub fn parse(text: &str) -> Result<Vec<u8>, InvalidInput> {
    single(text, FORM, |line| {
        let digits = line.word(|byte| matches!(byte, b'1'..=b'3'))?;
        let fine =
            digits.len() <= MOST && digits.windows(4).all(|run| run.iter().any(|&digit| digit != run[0]));
        fine.then(|| digits.iter().map(|digit| digit - b'0').collect())
    })
}

pub fn part1(digits: &[u8]) -> u64 {
    length_after(40, digits)
}

pub fn part2(digits: &[u8]) -> u64 {
    length_after(50, digits)
}

const ELEMENTS: usize = 92;
const PARTS: usize = 144; // all together
const LONGEST: usize = 64; // of what is said of an element

/// The digits of each element, how many they are, and which element goes on into which.
struct Table {
    digits: [[u8; LONGEST]; ELEMENTS],
    lengths: [usize; ELEMENTS],
    count: usize,
    parts: [(u8, u8); PARTS],
}

static TABLE: Table = Table::made();

impl Table {
    const fn made() -> Self {
        let mut table = Self {
            digits: [[0; LONGEST]; ELEMENTS],
            lengths: [0; ELEMENTS],
            count: 1,
            parts: [(0, 0); PARTS],
        };
        (table.digits[0][0], table.lengths[0]) = (3, 1);
        let (mut element, mut part) = (0, 0);
        while element < table.count {
            let (said, length) = said(&table.digits[element], table.lengths[element]);
            let (mut start, mut end) = (0, 1);
            while start < length {
                if end == length || is_cut(&said, end) {
                    table.parts[part] = (element as u8, table.number(&said, start, end) as u8);
                    (start, part) = (end, part + 1);
                }
                end += 1;
            }
            element += 1;
        }
        assert!(element == ELEMENTS && part == PARTS);
        table
    }

    /// The number of an element, which is added if it is new.
    const fn number(&mut self, from: &[u8], start: usize, end: usize) -> usize {
        let mut element = 0;
        while element < self.count && !self.is(element, from, start, end) {
            element += 1;
        }
        if element == self.count {
            self.lengths[element] = end - start;
            let mut place = start;
            while place < end {
                self.digits[element][place - start] = from[place];
                place += 1;
            }
            self.count += 1;
        }
        element
    }

    const fn is(&self, element: usize, from: &[u8], start: usize, end: usize) -> bool {
        let mut place = start;
        while place < end && self.digits[element][place - start] == from[place] {
            place += 1;
        }
        place == end && self.lengths[element] == end - start
    }
}

/// What is said of so many digits.
const fn said(digits: &[u8; LONGEST], length: usize) -> ([u8; LONGEST], usize) {
    let (mut to, mut end, mut place) = ([0; LONGEST], 0, 0);
    while place < length {
        if place > 0 && digits[place] == digits[place - 1] {
            to[end - 2] += 1;
        } else {
            (to[end], to[end + 1]) = (1, digits[place]);
            end += 2;
        }
        place += 1;
    }
    (to, end)
}

/// Do digits before and from a place never touch each other? What is before ends with the same digit for ever.
const fn is_cut(digits: &[u8], place: usize) -> bool {
    match digits[place - 1] {
        2 => never_two(digits, place),
        _ => {
            at(digits, place) == 2
                && at(digits, place + 1) == 2
                && at(digits, place + 2) != 2
                && (at(digits, place + 2) == 0 || never_two(digits, place + 2))
        }
    }
}

/// Does what starts at a place never start with a 2, however often it is said?
const fn never_two(digits: &[u8], place: usize) -> bool {
    match (at(digits, place), at(digits, place + 1), at(digits, place + 2), at(digits, place + 3)) {
        (1, 1, third, _) => third == 1,
        (1, second, third, _) => second != 0 && second != third,
        (3, second, third, fourth) => second != 3 && (second == 0 || second != third || second != fourth),
        _ => false,
    }
}

/// A digit, or 0 after the end.
const fn at(digits: &[u8], place: usize) -> u8 {
    if place < digits.len() { digits[place] } else { 0 }
}

/// How long is what comes of digits?
fn length_after(steps: usize, digits: &[u8]) -> u64 {
    let mut counts = [0u64; 128];
    let mut others = Vec::new();
    sort(digits, &mut counts, &mut others);
    for _ in 0..steps {
        let before = std::mem::replace(&mut counts, [0; 128]);
        for &(element, part) in &TABLE.parts {
            counts[usize::from(part & 127)] += before[usize::from(element & 127)];
        }
        for other in std::mem::take(&mut others) {
            let said: Vec<u8> =
                other.chunk_by(|a, b| a == b).flat_map(|run| [run.len() as u8, run[0]]).collect();
            sort(&said, &mut counts, &mut others);
        }
    }
    let lengths = TABLE.lengths.iter().zip(counts).map(|(&length, count)| length as u64 * count);
    lengths.sum::<u64>() + others.iter().map(|other| other.len() as u64).sum::<u64>()
}

/// Cuts digits into elements, which are counted, and others.
fn sort(digits: &[u8], counts: &mut [u64], others: &mut Vec<Vec<u8>>) {
    let mut start = 0;
    for end in 1..=digits.len() {
        if end == digits.len() || is_cut(digits, end) {
            match (0..ELEMENTS).find(|&element| TABLE.is(element, digits, start, end)) {
                Some(element) => counts[element] += 1,
                None => others.push(digits[start..end].to_vec()),
            }
            start = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_elements_as_conway_found() {
        assert_eq!(TABLE.count, ELEMENTS);
        assert_eq!(TABLE.lengths.iter().max(), Some(&42));
    }
}
