//! Snailfish: the operands talk across the comma, and additions in which the same is said share the work.
//!
//! A number is nested four deep at most, so it is a tree with room for sixteen leaves: each regular number has
//! the slot where its part of the tree begins, and a set of bits tells which slots are taken. The space up to
//! the next one tells the depth; neighbours, and the first number that is too large, are a bit scan away.
//!
//! In a sum each operand is a half of eight slots. The rules look for the leftmost place, so the left half runs
//! until it rests, whatever the right one holds; then the right half runs until something spills to the left,
//! and it is the left half's turn again. All that passes between them is amounts. So for part 2 nothing needs
//! to be done n² times: all left operands hear the same amount, are sorted by what they answer, and each
//! group is met with all right operands, which hear that answer, and so on. Where a conversation
//! ends there is a set of left operands and one of right operands, and every pair of theirs has had just this
//! conversation. The best pair is that of the best two. One addition after the other took nearly three times as
//! long for a hundred numbers and five times for ten thousand.
//!
//! Tried and dropped: a half's slots as bytes of one word (additions one by one were a sixth faster, but with
//! groups a fifth slower, and whether a byte is always enough is hard to see), a step without branches (half as
//! slow again), groups made by sorting (the same), each list of halves on its own instead of one stack of them (a sixth
//! slower), and a search for large values at each start instead of a set kept with the half (an eighth slower).

use contract::{InvalidInput, NoAnswer};

/// Sixteen slots, and a bit for each that is taken.
#[derive(Clone, Copy, Default)]
pub struct Number {
    leaves: [u8; 16],
    taken: u16,
}

/// An operand in a sum. Its leaves never exceed 288: that much the 32 of both operands have together at
/// most, and no step makes it more.
#[derive(Clone, Copy, Default)]
struct Half {
    leaves: [u16; 8],
    taken: u8,
    /// The slots with 10 or more.
    large: u8,
    /// What it said last.
    said: u16,
    /// The number's index.
    number: u32,
}

pub fn parse(text: &str) -> Result<Vec<Number>, InvalidInput> {
    let mut numbers = Vec::with_capacity(text.len() / 24 + 1);
    let mut rest = text.as_bytes();
    loop {
        let Some(number) = number(&mut rest) else {
            let message = "expected a pair of pairs and digits, nested at most four deep";
            return Err(InvalidInput::new(numbers.len() + 1, message));
        };
        numbers.push(number);
        match rest.split_first() {
            Some((_, more)) => rest = more,
            None => return Ok(numbers),
        }
    }
}

/// The number that the text begins with, up to the end of the line; nothing if that isn't one.
fn number(rest: &mut &[u8]) -> Option<Number> {
    let mut number = Number::default();
    let mut bytes = rest.iter();
    // The slot that is next, and how many belong to an element there.
    let (mut slot, mut width) = (0, 16);
    loop {
        match *bytes.next()? {
            b'[' if width > 1 => {
                width /= 2;
                continue;
            }
            byte @ b'0'..=b'9' if width < 16 => number.leaves[slot] = byte - b'0',
            _ => return None,
        }
        number.taken |= 1 << slot;
        // Right elements are followed by the end of their pair.
        while width < 16 && slot & width != 0 {
            if *bytes.next()? != b']' {
                return None;
            }
            slot -= width;
            width *= 2;
        }
        if width == 16 {
            break;
        }
        if *bytes.next()? != b',' {
            return None;
        }
        slot += width;
    }
    *rest = bytes.as_slice();
    matches!(rest.first(), None | Some(b'\n')).then_some(number)
}

pub fn part1(numbers: &[Number]) -> u32 {
    let sum = numbers.iter().copied().reduce(|a, b| sum(&a, &b)).unwrap_or_default();
    magnitude(&sum.leaves, sum.taken.into())
}

pub fn part2(numbers: &[Number]) -> Result<u32, NoAnswer> {
    if numbers.len() < 2 {
        return Err(NoAnswer("there are no two numbers to add".into()));
    }
    let mut talks = Talks { halves: Vec::with_capacity(32 * numbers.len()), best: 0 };
    let lefts = talks.hear(numbers, |number| {
        let (_, half, said) = explode(number, 0);
        Half { said, ..half }
    });
    talks.groups(lefts, |talks, lefts, said| {
        let rights = talks.hear(numbers, |number| {
            let (answer, half, _) = explode(number, said);
            Half { said: answer, ..half }
        });
        talks.groups(rights, |talks, rights, said| talks.talk(lefts, rights, said));
    });
    Ok(talks.best)
}

fn sum(a: &Number, b: &Number) -> Number {
    let (_, mut left, said) = explode(a, 0);
    let (said, mut right, _) = explode(b, said);
    addition(&mut left, &mut right, said);
    let halves = left.leaves.into_iter().chain(right.leaves);
    let mut sum = Number { taken: u16::from(left.taken) | u16::from(right.taken) << 8, ..Number::default() };
    sum.leaves.iter_mut().zip(halves).for_each(|(slot, leaf)| *slot = leaf as u8);
    sum
}

/// The two halves settle, from where the right one has said something.
fn addition(left: &mut Half, right: &mut Half, said: u16) {
    let mut said = said;
    loop {
        said = right.hear_left(left.hear_right(said));
        if said == 0 {
            return;
        }
    }
}

/// The number as a half, a level deeper, with an amount added from the left: all pairs that are now too deep
/// explode. With what that says to the left and to the right.
fn explode(number: &Number, heard: u16) -> (u16, Half, u16) {
    let mut half = Half::default();
    let (mut said, mut carried) = (0, heard);
    let mut before = None;
    for slot in 0..8 {
        let pair = number.taken >> (2 * slot) & 3;
        if pair == 0 {
            continue;
        }
        let leaf = carried + u16::from(number.leaves[2 * slot]);
        half.taken |= 1 << slot;
        if pair == 3 {
            *before.map_or(&mut said, |before: usize| &mut half.leaves[before]) += leaf;
            carried = number.leaves[2 * slot + 1].into();
        } else {
            half.leaves[slot] = leaf;
            carried = 0;
        }
        before = Some(slot);
    }
    (0..8).for_each(|slot| half.mark(slot));
    (said, half, carried)
}

impl Half {
    fn mark(&mut self, slot: usize) {
        self.large |= u8::from(self.leaves[slot] >= 10) << slot;
    }

    /// The left half hears an amount from the right, settles, and says what spills to the right.
    #[inline]
    fn hear_right(&mut self, amount: u16) -> u16 {
        let last = 7 & self.taken.leading_zeros() as usize ^ 7;
        self.leaves[last] += amount;
        self.mark(last);
        let mut said = 0;
        while self.large != 0 {
            said += self.step().1;
        }
        said
    }

    /// The right half hears an amount from the left and goes on until it says something to the left; it says
    /// nothing once it has settled.
    #[inline]
    fn hear_left(&mut self, amount: u16) -> u16 {
        self.leaves[0] += amount;
        self.mark(0);
        let mut said = 0;
        while self.large != 0 && said == 0 {
            said = self.step().0;
        }
        said
    }

    /// Splits the first large leaf, and if the pair is too deep, explodes it; what spills to both sides.
    #[inline(always)]
    fn step(&mut self) -> (u16, u16) {
        let slot = 7 & self.large.trailing_zeros() as usize;
        let (low, high) = (self.leaves[slot] / 2, self.leaves[slot].div_ceil(2));
        self.large &= self.large - 1;
        let taken = u32::from(self.taken);
        let next = (taken & !1 << slot | 1 << 8).trailing_zeros() as usize;
        let mut said = (0, 0);
        if next - slot > 1 {
            let middle = 7 & usize::midpoint(slot, next);
            self.leaves[slot] = low;
            self.leaves[middle] = high;
            self.taken |= 1 << middle;
            self.mark(slot);
            self.mark(middle);
        } else {
            self.leaves[slot] = 0;
            if next < 8 {
                self.leaves[next] += high;
                self.mark(next);
            } else {
                said.1 = high;
            }
            let before = taken & ((1 << slot) - 1);
            if before != 0 {
                let before = 7 & before.ilog2() as usize;
                self.leaves[before] += low;
                self.mark(before);
            } else {
                said.0 = low;
            }
        }
        said
    }

    fn magnitude(&self) -> u32 {
        magnitude(&self.leaves, self.taken.into())
    }
}

/// The magnitude of a tree with so many slots.
#[inline]
fn magnitude<const SLOTS: usize>(leaves: &[impl Copy + Into<u32>; SLOTS], taken: u32) -> u32 {
    let mut values = leaves.map(Into::into);
    let mut width = 1;
    while width < SLOTS {
        for slot in (0..SLOTS).step_by(2 * width) {
            if taken >> (slot + width) & 1 != 0 {
                values[slot] = 3 * values[slot] + 2 * values[slot + width];
            }
        }
        width *= 2;
    }
    values[0]
}

/// All the conversations that numbers have in pairs, and the best magnitude so far.
struct Talks {
    /// A stack of lists of halves.
    halves: Vec<Half>,
    best: u32,
}

/// Where a list is on the stack.
type List = std::ops::Range<usize>;

impl Talks {
    /// A new list, of what a half becomes of each number.
    fn hear(&mut self, numbers: &[Number], heard: impl Fn(&Number) -> Half) -> List {
        let start = self.halves.len();
        self.halves.extend(numbers.iter().zip(0..).map(|(of, number)| Half { number, ..heard(of) }));
        start..self.halves.len()
    }

    /// A new list, of the halves as they are when they have heard and said something.
    fn again(&mut self, list: &List, mut heard: impl FnMut(&mut Half) -> u16) -> List {
        let start = self.halves.len();
        self.halves.extend_from_within(list.clone());
        self.halves[start..].iter_mut().for_each(|half| half.said = heard(half));
        start..self.halves.len()
    }

    /// Does something with each group of halves that have said the same. The list must be the stack's last,
    /// and is taken off.
    fn groups(&mut self, list: List, mut each: impl FnMut(&mut Self, &List, u16)) {
        let mut start = list.start;
        while start < list.end {
            let said = self.halves[start].said;
            let mut end = start;
            for other in list.clone().skip(start - list.start) {
                if self.halves[other].said == said {
                    self.halves.swap(other, end);
                    end += 1;
                }
            }
            each(self, &(start..end), said);
            start = end;
        }
        self.halves.truncate(list.start);
    }

    /// All left halves hear what all right halves have said.
    fn talk(&mut self, lefts: &List, rights: &List, said: u16) {
        if lefts.len() == 1 && rights.len() == 1 {
            let (mut left, mut right) = (self.halves[lefts.start], self.halves[rights.start]);
            if left.number != right.number {
                addition(&mut left, &mut right, said);
                self.best = self.best.max(3 * left.magnitude() + 2 * right.magnitude());
            }
            return;
        }
        let lefts = self.again(lefts, |half| half.hear_right(said));
        self.groups(lefts, |talks, lefts, said| {
            let rights = talks.again(rights, |half| half.hear_left(said));
            talks.groups(rights, |talks, rights, said| match said {
                0 => talks.best = talks.best.max(talks.best_of(lefts, rights)),
                _ => talks.talk(lefts, rights, said),
            });
        });
    }

    /// The best magnitude of a left half and a right one that are not the same number.
    fn best_of(&self, lefts: &List, rights: &List) -> u32 {
        let lefts = best_two(&self.halves[lefts.clone()]);
        let rights = best_two(&self.halves[rights.clone()]);
        let pairs = lefts.iter().flatten().flat_map(|left| rights.iter().flatten().map(move |right| (left, right)));
        let others = pairs.filter(|(left, right)| left.1 != right.1);
        others.map(|(left, right)| 3 * left.0 + 2 * right.0).max().unwrap_or(0)
    }
}

/// The two largest magnitudes, each with its number.
fn best_two(halves: &[Half]) -> [Option<(u32, u32)>; 2] {
    let mut best = [None; 2];
    for half in halves {
        let this = Some((half.magnitude(), half.number));
        if this > best[0] {
            best = [this, best[0]];
        } else if this > best[1] {
            best[1] = this;
        }
    }
    best
}
