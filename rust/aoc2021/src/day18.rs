//! Snailfish: a number is sixteen slots and a set of them, in which neighbours are a bit scan away.
//!
//! A number is nested four deep at most, so it is a tree with room for sixteen leaves. Each regular number has the slot
//! where its part of the tree begins; the space up to the next one tells its depth. In a sum each operand has eight
//! slots: it explodes once, before part 2 meets it with all others. From then on a number that splits at the lowest
//! depth explodes at once, so that no pair is ever too deep.

use contract::reading::{Cursor, lines};
use contract::{InvalidInput, NoAnswer};

/// The leaves never exceed 288, which the 32 of two operands have together at most: no step makes it more.
#[derive(Clone, Copy, Default)]
pub struct Number {
    leaves: [u16; 16],
    taken: u16,
}

/// An operand in a sum, a level deeper, when its pairs that were too deep have exploded.
#[derive(Clone, Copy, Default)]
struct Half {
    leaves: [u16; 8],
    taken: u16,
    /// What spills over to the left, and to the right.
    spilled: [u16; 2],
    /// The first pair has exploded, so that what comes from the left goes back there.
    returns: bool,
}

pub fn parse(text: &str) -> Result<Vec<Number>, InvalidInput> {
    lines(text, "expected a pair of pairs and digits, nested at most four deep", |line| {
        let mut number = Number::default();
        pair(line, &mut number, 0, 16)?;
        Some(number)
    })
}

/// Reads a pair into so many slots from one on.
fn pair(line: &mut Cursor, number: &mut Number, slot: usize, width: usize) -> Option<()> {
    let half = width / 2;
    line.tag("[")?;
    element(line, number, slot, half)?;
    line.tag(",")?;
    element(line, number, slot + half, half)?;
    line.tag("]")
}

fn element(line: &mut Cursor, number: &mut Number, slot: usize, width: usize) -> Option<()> {
    let mut ahead = *line;
    let byte = ahead.byte()?;
    if byte.is_ascii_digit() {
        *line = ahead;
        number.leaves[slot] = (byte - b'0').into();
        number.taken |= 1 << slot;
        return Some(());
    }
    if width > 1 { pair(line, number, slot, width) } else { None }
}

pub fn part1(numbers: &[Number]) -> u32 {
    numbers.iter().copied().reduce(|a, b| sum(&half(&a), &half(&b))).expect("a text has a line").magnitude()
}

pub fn part2(numbers: &[Number]) -> Result<u32, NoAnswer> {
    let halves: Vec<Half> = numbers.iter().map(half).collect();
    let others = |at: usize| halves[..at].iter().chain(&halves[at + 1..]);
    let sums =
        halves.iter().enumerate().flat_map(|(at, left)| others(at).map(|right| sum(left, right).magnitude()));
    sums.max().ok_or_else(|| NoAnswer("there are no two numbers to add".into()))
}

fn half(number: &Number) -> Half {
    let mut half = Half::default();
    let mut carried = 0;
    let mut before = None;
    for slot in 0..8 {
        let [left, right] = [number.leaves[2 * slot], number.leaves[2 * slot + 1]];
        match number.taken >> (2 * slot) & 3 {
            0 => continue,
            3 => {
                *before.map_or(&mut half.spilled[0], |before: usize| &mut half.leaves[before]) +=
                    carried + left;
                half.returns |= before.is_none();
                carried = right;
            }
            _ => {
                half.leaves[slot] = carried + left;
                carried = 0;
            }
        }
        half.taken |= 1 << slot;
        before = Some(slot);
    }
    half.spilled[1] = carried;
    half
}

fn sum(left: &Half, right: &Half) -> Number {
    let mut sum = Number { taken: left.taken | right.taken << 8, ..Number::default() };
    sum.leaves[..8].copy_from_slice(&left.leaves);
    sum.leaves[8..].copy_from_slice(&right.leaves);
    let last = left.taken.ilog2() as usize;
    sum.leaves[last] += right.spilled[0];
    sum.leaves[if right.returns { last } else { 8 }] += left.spilled[1];
    sum.reduce();
    sum
}

impl Number {
    /// Splits the first large leaf, and explodes the pair if it is too deep, as long as there is one.
    fn reduce(&mut self) {
        let mut large = (0..16).fold(0, |large, slot| large | u32::from(self.leaves[slot] >= 10) << slot);
        while large != 0 {
            let slot = large.trailing_zeros() as usize % 16;
            let (low, high) = (self.leaves[slot] / 2, self.leaves[slot].div_ceil(2));
            large &= large - 1;
            let taken = u32::from(self.taken);
            let next = (taken & !1 << slot | 1 << 16).trailing_zeros() as usize;
            self.leaves[slot] = 0;
            let mut add = |slot: usize, more: u16| {
                self.leaves[slot] += more;
                large |= u32::from(self.leaves[slot] >= 10) << slot;
            };
            if next - slot > 1 {
                let middle = usize::midpoint(slot, next) % 16;
                add(slot, low);
                add(middle, high);
                self.taken |= 1 << middle;
                continue;
            }
            if next < 16 {
                add(next, high);
            }
            if let Some(before) = (taken & ((1 << slot) - 1)).checked_ilog2() {
                add(before as usize % 16, low);
            }
        }
    }

    /// Three times a left element and twice a right one, depth by depth from the lowest.
    fn magnitude(&self) -> u32 {
        let mut values = self.leaves.map(u32::from);
        for width in [1, 2, 4, 8] {
            for slot in (0..16).step_by(2 * width) {
                if self.taken >> (slot + width) & 1 != 0 {
                    values[slot] = 3 * values[slot] + 2 * values[slot + width];
                }
            }
        }
        values[0]
    }
}
