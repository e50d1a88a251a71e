//! Factory: the binary digits of the numbers of presses are found one after another, and for each it is part 1 again.
//!
//! Whether a counter is odd depends on the buttons that are pressed an odd number of times, just as a light does. These are
//! some subset of the buttons; press them once, and what is left is even, half of it to be done twice. Subsets
//! that bring odd counters about come from one elimination over GF(2): one that does, combined with each that changes nothing. Ten
//! counters are lanes of one 128-bit word, with a bit between them, so that one subtraction tells whether all
//! of them are large enough. Remainders that are the same go on as one.

use contract::reading::{Cursor, lines};
use contract::{InvalidInput, NoAnswer, search::QuickMap};

const MACHINE: &str =
    "expected a machine as [.#] (0) (0,1) {3,5}: at most 10 lights, 13 buttons and counters to 2000";
const LIGHTS: usize = 10;
const BUTTONS: usize = 13;
const LANE: usize = 12;
/// The lowest bit of each lane, and the highest, which no counter reaches.
const LOWEST: u128 = (1 << (LANE * LIGHTS)) / ((1 << LANE) - 1);
const HIGHEST: u128 = LOWEST << (LANE - 1);

pub struct Machine {
    /// Those that have to be on.
    lights: u16,
    counters: u128,
    /// What each adds to the counters.
    buttons: Vec<u128>,
}

pub fn parse(text: &str) -> Result<Vec<Machine>, InvalidInput> {
    lines(text, MACHINE, |line| {
        line.tag("[")?;
        let lights =
            line.word(|byte| byte == b'.' || byte == b'#').filter(|lights| lights.len() <= LIGHTS)?;
        line.tag("] ")?;
        let mut buttons = Vec::with_capacity(BUTTONS);
        while line.tag("(").is_some() {
            let mut button = 0;
            each(line, lights.len() as u64 - 1, |light| {
                let lane = 1 << (LANE as u64 * light);
                button += lane;
                // Twice the same would have made it 2 in its lane.
                (button & lane > 0).then_some(())
            })?;
            line.tag(") ")?;
            buttons.push(button);
        }
        line.tag("{")?;
        let (mut counters, mut lane) = (0, 0);
        each(line, 2000, |counter| {
            counters |= u128::from(counter) << lane;
            lane += LANE;
            (lane <= LANE * lights.len()).then_some(())
        })?;
        line.tag("}")?;
        let valid = (1..=BUTTONS).contains(&buttons.len()) && lane == LANE * lights.len();
        let lights = lights.iter().rev().fold(0, |all, &light| all << 1 | u16::from(light == b'#'));
        valid.then_some(Machine { lights, counters, buttons })
    })
}

/// Numbers with commas between them.
#[inline]
fn each(line: &mut Cursor, most: u64, mut see: impl FnMut(u64) -> Option<()>) -> Option<()> {
    see(line.natural(most)?)?;
    while line.tag(",").is_some() {
        see(line.natural(most)?)?;
    }
    Some(())
}

pub fn part1(machines: &[Machine]) -> Result<u64, NoAnswer> {
    total(machines, "lights", |machine| {
        Switching::new(&machine.buttons).subsets(machine.lights).map(u16::count_ones).min()
    })
}

pub fn part2(machines: &[Machine]) -> Result<u64, NoAnswer> {
    total(machines, "counters", presses)
}

fn total(
    machines: &[Machine],
    what: &str,
    presses: impl Fn(&Machine) -> Option<u32>,
) -> Result<u64, NoAnswer> {
    (1..).zip(machines).try_fold(0, |sum, (line, machine)| match presses(machine) {
        Some(presses) => Ok(sum + u64::from(presses)),
        None => Err(NoAnswer(format!("the {what} of the machine on line {line} can't be reached"))),
    })
}

/// Subsets of buttons by the lights that they switch.
struct Switching {
    /// Each has a lowest light that none after it has: it, all lights, and the buttons that switch them.
    basis: Vec<(u16, u16, u16)>,
    /// All subsets that switch nothing.
    idle: Vec<u16>,
}

impl Switching {
    fn new(buttons: &[u128]) -> Self {
        let mut switching = Self { basis: Vec::with_capacity(LIGHTS), idle: vec![0] };
        for (at, &button) in buttons.iter().enumerate() {
            let (left, subset) = switching.reduced(odd(button), 1 << at);
            if left > 0 {
                switching.basis.push((left & left.wrapping_neg(), left, subset));
            } else {
                let half = switching.idle.len();
                switching.idle.extend_from_within(..);
                switching.idle[half..].iter_mut().for_each(|idle| *idle ^= subset);
            }
        }
        switching
    }

    /// What is left of lights after the basis has switched what it can, and a subset with the buttons for that.
    fn reduced(&self, lights: u16, subset: u16) -> (u16, u16) {
        self.basis.iter().fold((lights, subset), |(left, subset), &(lowest, lights, buttons)| {
            if left & lowest > 0 { (left ^ lights, subset ^ buttons) } else { (left, subset) }
        })
    }

    /// The subsets that switch just these lights.
    fn subsets(&self, lights: u16) -> impl Iterator<Item = u16> {
        let (left, subset) = self.reduced(lights, 0);
        self.idle.iter().filter(move |_| left == 0).map(move |idle| idle ^ subset)
    }
}

/// How many presses bring the counters of a machine to their numbers?
fn presses(machine: &Machine) -> Option<u32> {
    let switching = Switching::new(&machine.buttons);
    let [first, others] = effects(&machine.buttons);
    let mut fewest: Option<u32> = None;
    let mut states = vec![(machine.counters, 0)];
    let mut next: QuickMap<u128, u32> = QuickMap::default();
    for digit in 0.. {
        for (counters, before) in states.drain(..) {
            if counters == 0 {
                fewest = Some(fewest.unwrap_or(before).min(before));
                continue;
            }
            for subset in switching.subsets(odd(counters)) {
                let left = (counters | HIGHEST)
                    - first[usize::from(subset & 127)]
                    - others[usize::from(subset >> 7)];
                if left & HIGHEST == HIGHEST {
                    let presses = before + (subset.count_ones() << digit);
                    let known = next.entry((left ^ HIGHEST) >> 1).or_insert(presses);
                    *known = presses.min(*known);
                }
            }
        }
        states.extend(next.drain());
        if states.is_empty() {
            return fewest;
        }
    }
    unreachable!("counters are halved until they are 0")
}

/// The lights whose counters are odd: bits of five lanes are brought together by one product.
fn odd(counters: u128) -> u16 {
    const FIVE: usize = LIGHTS / 2;
    let gathered = |counters: u128| {
        let bits = (counters & (LOWEST >> (LANE * FIVE))) as u64;
        (bits.wrapping_mul(1 << 48 | 1 << 37 | 1 << 26 | 1 << 15 | 1 << 4) >> 48) as u16 & 31
    };
    gathered(counters) | gathered(counters >> (LANE * FIVE)) << FIVE
}

/// What subsets of buttons add to the counters: of the first seven buttons, and of the others.
fn effects(buttons: &[u128]) -> [Vec<u128>; 2] {
    let (first, others) = buttons.split_at(buttons.len().min(7));
    [first, others].map(|buttons| {
        let mut sums = vec![0];
        for button in buttons {
            let half = sums.len();
            sums.extend_from_within(..);
            sums[half..].iter_mut().for_each(|sum| *sum += button);
        }
        sums
    })
}
