//! Some Assembly Required: from `a` backwards, and no gate that it does not need.
//!
//! Wires get numbers as they are met, through a table by their letters, which has 729 places where names have two. A signal
//! is worked out once all that its gate reads is known; until then its wire waits on a stack.

use contract::reading::{Cursor, lines};
use contract::{InvalidInput, NoAnswer};

const FORM: &str =
    "expected a gate that drives a wire of its own, as y AND z -> x, with numbers to 65535 and shifts to 15";
const A: usize = 1;
const B: usize = 2;

#[derive(Clone, Copy)]
enum Source {
    Wire(usize),
    Number(u16),
}

/// What a gate does, and what it reads.
#[derive(Clone, Copy)]
enum Gate {
    Pass(Source),
    Not(Source),
    And(Source, Source),
    Or(Source, Source),
    Left(Source, u16),
    Right(Source, u16),
}

/// The gate of each wire that has one, by the wire's number.
#[derive(Default)]
pub struct Circuit {
    gates: Vec<Option<Gate>>,
    /// One more than the number of the wire with these letters, as digits in base 27; 0 where there is none.
    numbers: Vec<usize>,
}

pub fn parse(text: &str) -> Result<Circuit, InvalidInput> {
    let mut circuit = Circuit { gates: Vec::new(), numbers: vec![0; 27 * 27] };
    lines(text, FORM, |line| circuit.add(line))?;
    Ok(circuit)
}

impl Circuit {
    fn add(&mut self, line: &mut Cursor) -> Option<()> {
        let gate = if line.tag("NOT ").is_some() {
            Gate::Not(Source::Wire(self.wire(line)?))
        } else {
            let first = self.source(line)?;
            match (line.choice(&[" AND ", " OR ", " LSHIFT ", " RSHIFT "]), first) {
                (None, _) => Gate::Pass(first),
                (Some(0), _) => Gate::And(first, self.source(line)?),
                (Some(1), _) => Gate::Or(first, self.source(line)?),
                (Some(2), Source::Wire(_)) => Gate::Left(first, line.natural(15)? as u16),
                (Some(_), Source::Wire(_)) => Gate::Right(first, line.natural(15)? as u16),
                _ => return None,
            }
        };
        line.tag(" -> ")?;
        let driven = self.wire(line)?;
        self.gates[driven].replace(gate).is_none().then_some(())
    }

    fn source(&mut self, line: &mut Cursor) -> Option<Source> {
        let mut number = *line;
        if let Some(value) = number.natural(65535) {
            *line = number;
            return Some(Source::Number(value as u16));
        }
        self.wire(line).map(Source::Wire)
    }

    /// The number of a wire, which it may get here.
    fn wire(&mut self, line: &mut Cursor) -> Option<usize> {
        let name = line.word(|byte| byte.is_ascii_lowercase()).filter(|name| name.len() <= 4)?;
        let letters = name.iter().fold(0, |letters, byte| 27 * letters + usize::from(byte - b'a' + 1));
        if letters >= self.numbers.len() {
            self.numbers.resize(27usize.pow(name.len() as u32), 0);
        }
        if self.numbers[letters] == 0 {
            self.gates.push(None);
            self.numbers[letters] = self.gates.len();
        }
        Some(self.numbers[letters] - 1)
    }

    /// The signal of wire `a`; that of `b` may be given.
    fn signal(&self, given: Option<u16>) -> Option<u16> {
        let mut known = vec![None; self.gates.len()];
        if let (Some(number), true) = (self.numbers[B].checked_sub(1), given.is_some()) {
            known[number] = given;
        }
        let a = self.numbers[A].checked_sub(1)?;
        let mut waiting = vec![a];
        while let Some(&wire) = waiting.last() {
            // A wire that waits for itself is there twice.
            if waiting.len() > self.gates.len() {
                return None;
            }
            let signal = |source| match source {
                Source::Number(number) => Ok(number),
                Source::Wire(wire) => known[wire].ok_or(wire),
            };
            let output = match self.gates[wire]? {
                Gate::Pass(x) => signal(x),
                Gate::Not(x) => signal(x).map(|x| !x),
                Gate::And(x, y) => signal(x).and_then(|x| signal(y).map(|y| x & y)),
                Gate::Or(x, y) => signal(x).and_then(|x| signal(y).map(|y| x | y)),
                Gate::Left(x, places) => signal(x).map(|x| x << places),
                Gate::Right(x, places) => signal(x).map(|x| x >> places),
            };
            match output {
                Ok(signal) => {
                    known[wire] = Some(signal);
                    waiting.pop();
                }
                Err(unknown) => waiting.push(unknown),
            }
        }
        known[a]
    }
}

fn found(signal: Option<u16>) -> Result<u16, NoAnswer> {
    signal.ok_or_else(|| NoAnswer("wire a gets no signal".into()))
}

pub fn part1(circuit: &Circuit) -> Result<u16, NoAnswer> {
    found(circuit.signal(None))
}

pub fn part2(circuit: &Circuit) -> Result<u16, NoAnswer> {
    found(circuit.signal(Some(part1(circuit)?)))
}
