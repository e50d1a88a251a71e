//! Linen Layout: one step of an automaton a stripe tells the lengths of all towels that end there.
//!
//! The towels are a trie. [Aho and Corasick](https://en.wikipedia.org/wiki/Aho%E2%80%93Corasick_algorithm) give each node a step for
//! each stripe: to the longest end of what was read that begins a towel. A step has the lengths of the towels
//! that end there in its low byte, which are bits for the last eight beginnings of the design: possible is what has one in common with those
//! that are possible. For counts the bits select numbers, without a branch. A design of `n` stripes has at most 2^(n-1) ways, so 64 bits are enough for 64 stripes.

use std::ops::Add;

use contract::InvalidInput;
use contract::reading::Cursor;

const TOWELS: &str = "expected up to 10000 different towels of 1 to 8 stripes w, u, b, r or g, as w, u, wu";
const DESIGN: &str = "expected a design of 1 to 100 stripes w, u, b, r or g, in 10000 lines at most";
const MOST_TOWELS: usize = 10_000;
const MOST_DESIGNS: usize = 10_000;
const LONGEST: usize = 8;
const STRIPES: usize = 5;

pub struct Onsen<'a> {
    towels: Vec<Node>,
    designs: Vec<&'a [u8]>,
}

/// By stripe, a child, or 0; and whether a towel ends here, as a bit for its length: the highest for 1.
#[derive(Clone, Default)]
struct Node {
    children: [u32; STRIPES],
    towel: u8,
}

/// The number of a stripe, `STRIPES` for what is none.
const NUMBERS: [u8; 256] = {
    let mut numbers = [STRIPES as u8; 256];
    let mut stripe = 0;
    while stripe < STRIPES {
        numbers[b"wubrg"[stripe] as usize] = stripe as u8;
        stripe += 1;
    }
    numbers
};

fn number(stripe: u8) -> usize {
    NUMBERS[usize::from(stripe)].into()
}

pub fn parse(text: &str) -> Result<Onsen<'_>, InvalidInput> {
    let mut lines = Cursor::new(text);
    let mut towels = vec![Node::default()];
    lines.line(TOWELS, |line| {
        let words =
            line.separated(", ", |line| add(&mut towels, line.word(|byte| number(byte) < STRIPES)?))?;
        (words.len() <= MOST_TOWELS).then_some(())
    })?;
    lines.blank("expected an empty line")?;
    let mut count = 0;
    let designs = lines.block(DESIGN, |line| {
        count += 1;
        line.word(|byte| number(byte) < STRIPES).filter(|design| design.len() <= 100 && count <= MOST_DESIGNS)
    })?;
    lines.end()?;
    Ok(Onsen { towels, designs })
}

/// Nothing if a towel is too long, or there is one like it.
fn add(towels: &mut Vec<Node>, towel: &[u8]) -> Option<()> {
    let mut node = 0;
    for &stripe in towel.get(..towel.len().min(LONGEST + 1))? {
        let new = towels.len();
        let child = &mut towels[node].children[number(stripe)];
        if *child == 0 {
            *child = new as u32;
            towels.push(Node::default());
        }
        node = towels[node].children[number(stripe)] as usize;
    }
    (towel.len() <= LONGEST && towels[node].towel == 0)
        .then(|| towels[node].towel = 1 << (LONGEST - towel.len()))
}

pub fn part1(onsen: &Onsen) -> usize {
    let automaton = Automaton::new(&onsen.towels);
    onsen.designs.iter().filter(|design| automaton.is_possible(design)).count()
}

pub fn part2(onsen: &Onsen) -> u128 {
    let automaton = Automaton::new(&onsen.towels);
    let ways = |design: &&[u8]| match design.len() {
        ..=64 => automaton.ways::<u64>(design).into(),
        _ => automaton.ways::<u128>(design),
    };
    onsen.designs.iter().map(ways).sum()
}

/// Where a stripe leads from a place, and above the lengths of towels that end there; places are [`STRIPES`] apart.
struct Automaton(Vec<u32>);

impl Automaton {
    fn new(towels: &[Node]) -> Self {
        let mut steps = vec![0; towels.len() * STRIPES];
        // By node, where its children are found that it does not have: the step from the end of it that is a node, too.
        let mut shorter = vec![0; towels.len()];
        let mut queue = vec![0];
        let mut at = 0;
        while let Some(&node) = queue.get(at) {
            let back = shorter[node] as usize;
            for stripe in 0..STRIPES {
                let other = if node == 0 { 0 } else { steps[back + stripe] };
                let child = towels[node].children[stripe];
                steps[node * STRIPES + stripe] = if child == 0 {
                    other
                } else {
                    queue.push(child as usize);
                    shorter[child as usize] = other >> LONGEST;
                    (child * STRIPES as u32) << LONGEST
                        | u32::from(towels[child as usize].towel)
                        | other & 0xff
                };
            }
            at += 1;
        }
        Self(steps)
    }

    /// By stripe, the lengths of towels that end with it.
    #[inline]
    fn lengths(&self, design: &[u8]) -> impl Iterator<Item = u8> {
        design.iter().scan(0, |place, &stripe| {
            let step = self.0[*place as usize + number(stripe)];
            *place = step >> LONGEST;
            Some(step as u8)
        })
    }

    fn is_possible(&self, design: &[u8]) -> bool {
        let mut possible = 0x80u8;
        for lengths in self.lengths(design) {
            possible = possible >> 1 | u8::from(possible & lengths != 0) << 7;
        }
        possible & 0x80 != 0
    }

    fn ways<T: Count>(&self, design: &[u8]) -> T {
        // Of the last eight beginnings: by name, so that they stay in registers.
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] =
            [false, false, false, false, false, false, false, true].map(T::from);
        for lengths in self.lengths(design) {
            let all = &MASKS[usize::from(lengths)];
            let long = a.masked(all[0]) + b.masked(all[1]) + c.masked(all[2]) + d.masked(all[3]);
            let short = e.masked(all[4]) + f.masked(all[5]) + g.masked(all[6]) + h.masked(all[7]);
            (a, b, c, d, e, f, g, h) = (b, c, d, e, f, g, h, long + short);
        }
        h
    }
}

/// A number of ways, which a mask of ones leaves as it is and one of zeros makes 0.
trait Count: Copy + From<bool> + Add<Output = Self> {
    fn masked(self, mask: i64) -> Self;
}

impl Count for u64 {
    fn masked(self, mask: i64) -> Self {
        self & mask as u64
    }
}

impl Count for u128 {
    fn masked(self, mask: i64) -> Self {
        self & i128::from(mask) as u128
    }
}

/// By byte, a mask for each of its bits: read from memory, for what is computed from a bit becomes a branch.
static MASKS: [[i64; LONGEST]; 256] = {
    let mut masks = [[0; LONGEST]; 256];
    let mut at = 0;
    while at < 256 * LONGEST {
        masks[at / LONGEST][at % LONGEST] = -(((at / LONGEST) >> (at % LONGEST) & 1) as i64);
        at += 1;
    }
    masks
};
