//! Reactor: one pass over the devices, each after those that lead to it; at a stop all ways that miss it are forgotten.
//!
//! Devices are put in topological order when they are read, and their cables lie side by side. A pass hands each device's number
//! of ways on to its outputs. Whatever is still to come when it reaches `dac` counts ways around `dac`, so all
//! of that becomes 0, and what arrives in the end has been there; the same for `fft`. Sums stay at the largest
//! number of 64 bits where they would pass it. If one arrives, the pass is repeated with as many digits as it takes.

use contract::reading::{Cursor, lines};
use contract::{InvalidInput, NoAnswer, decimal::Decimal};
use std::mem;
use std::ops::Range;

const DEVICE: &str =
    "expected a device and 1 to 100 that it leads to as abc: def ghi, each device on one line, out on none";
const LOOP: &str = "expected no device that leads back to itself";
const NONE: u16 = u16::MAX;

/// Devices are the numbers of their lines, from 0; after the last line come `out`, and whatever has no line.
pub struct Devices {
    lines: Vec<Range<usize>>,
    outputs: Vec<u16>,
    order: Vec<u16>,
    /// By name.
    line: Vec<u16>,
}

pub fn parse(text: &str) -> Result<Devices, InvalidInput> {
    let mut line_of = vec![NONE; 26 * 26 * 26];
    let mut outputs = Vec::with_capacity(text.len() / 4);
    let mut number = 0;
    line_of[index("out")] = 0; // so that it is never free
    let lines = lines(text, DEVICE, |line| {
        let device = name(line)?;
        line.tag(":")?;
        let first = outputs.len();
        while line.tag(" ").is_some() {
            outputs.push(name(line)? as u16);
        }
        let before = mem::replace(&mut line_of[device], number);
        number += 1;
        let valid = before == NONE && (1..=100).contains(&(outputs.len() - first));
        valid.then_some(first..outputs.len())
    })?;
    line_of[index("out")] = number;
    outputs.iter_mut().for_each(|output| *output = line_of[usize::from(*output)].min(number + 1));
    let mut devices = Devices { lines, outputs, order: Vec::new(), line: line_of };
    devices.order = devices.ordered(number.into()).ok_or_else(|| devices.closing())?;
    Ok(devices)
}

fn name(line: &mut Cursor) -> Option<usize> {
    (0..3).try_fold(0, |name, _| {
        let letter = line.byte()?;
        letter.is_ascii_lowercase().then(|| name * 26 + usize::from(letter - b'a'))
    })
}

fn index(device: &str) -> usize {
    name(&mut Cursor::new(device)).expect("three letters")
}

pub fn part1(devices: &Devices) -> Result<String, NoAnswer> {
    devices.paths("you", &[])
}

pub fn part2(devices: &Devices) -> Result<String, NoAnswer> {
    devices.paths("svr", &["dac", "fft"])
}

impl Devices {
    fn outputs(&self, device: u16) -> &[u16] {
        &self.outputs[self.lines[usize::from(device)].clone()]
    }

    /// The devices of the first lines, each after those that lead to it (Kahn's algorithm); none if there is a loop.
    fn ordered(&self, lines: usize) -> Option<Vec<u16>> {
        let mut before = vec![0; self.lines.len() + 2];
        let all = 0..lines as u16;
        all.clone().flat_map(|device| self.outputs(device)).for_each(|&to| before[usize::from(to)] += 1);
        let mut order = Vec::with_capacity(lines);
        order.extend(all.filter(|&device| before[usize::from(device)] == 0));
        let mut next = 0;
        while let Some(&device) = order.get(next) {
            next += 1;
            for &to in self.outputs(device) {
                before[usize::from(to)] -= 1;
                if before[usize::from(to)] == 0 && usize::from(to) < lines {
                    order.push(to);
                }
            }
        }
        (next == lines).then_some(order)
    }

    /// The first line that closes a loop.
    #[cold]
    fn closing(&self) -> InvalidInput {
        let (mut without, mut with) = (0, self.lines.len());
        while with - without > 1 {
            let half = without.midpoint(with);
            *(if self.ordered(half).is_some() { &mut without } else { &mut with }) = half;
        }
        InvalidInput::new(with, LOOP)
    }

    /// The number of paths from a device to `out`, over all of the stops.
    fn paths(&self, start: &str, stops: &[&str]) -> Result<String, NoAnswer> {
        let line = |device: &str| self.line[index(device)];
        if line(start) == NONE {
            return Err(NoAnswer(format!("no line begins with {start}")));
        }
        let stops: Vec<u16> = stops.iter().map(|stop| line(stop)).collect();
        if stops.contains(&NONE) {
            return Ok("0".to_owned());
        }
        let few = self.arriving(line(start), &stops, 1u64, |to, ways| *to = to.saturating_add(*ways));
        if few < u64::MAX {
            return Ok(few.to_string());
        }
        Ok(self.arriving(line(start), &stops, Decimal::one(), |to, ways| *to += ways).to_string())
    }

    fn arriving<T: Clone + Default>(&self, start: u16, stops: &[u16], one: T, add: impl Fn(&mut T, &T)) -> T {
        let mut ways = vec![T::default(); self.lines.len() + 2];
        ways[usize::from(start)] = one;
        for &device in &self.order {
            let here = mem::take(&mut ways[usize::from(device)]);
            if stops.contains(&device) {
                ways.fill(T::default());
            }
            self.outputs(device).iter().for_each(|&to| add(&mut ways[usize::from(to)], &here));
        }
        mem::take(&mut ways[self.lines.len()])
    }
}
