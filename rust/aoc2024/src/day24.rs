//! Crossed Wires: an adder is followed from its lowest bit, and outputs that do not fit are swapped on trial.
//!
//! Gates have the right inputs, so by these a wire's kind is known: it is a sum's bit, goes to an XOR and an AND, or to an OR. Outputs of the wrong kind
//! have to be swapped, all of them: mostly no swap is left for a guess.

use contract::{InvalidInput, NoAnswer, reading::Cursor};

const VALUE: &str =
    "expected a value as x00: 1, from x00 on, and then as many from y00 on, of 62 bits at most";
const GATE: &str =
    "expected a gate as abc AND x00 -> z01, of two wires that have values or gates, with a new output";
const MOST_BITS: usize = 62;
const SWAPPED: usize = 8;
const NONE: u16 = u16::MAX;
const AND: usize = 0;
const OR: usize = 1;
const XOR: usize = 2;

/// Wires are numbers: those of x, those of y, those of z, and the others in the order in which they come.
pub struct Circuit {
    bits: usize,
    values: Vec<bool>,
    gates: Vec<Gate>,
    /// Each wire's name, and its gate, or none if it begins with a value.
    names: Vec<[u8; 3]>,
    makers: Vec<u16>,
}

#[derive(Clone, Copy)]
struct Gate {
    operation: usize,
    inputs: [u16; 2],
    output: u16,
}

pub fn parse(text: &str) -> Result<Circuit, InvalidInput> {
    let mut lines = Cursor::new(text);
    let (mut values, mut bits) = (Vec::new(), 0);
    lines.block(VALUE, |line| {
        let [letter, tens, ones] = name(line)?;
        line.tag(": ")?;
        let value = line.choice(&["0", "1"])? == 1;
        let is_next = |bit: usize| [tens, ones] == digits(bit);
        let fits = match letter {
            b'x' => bits == values.len() && bits < MOST_BITS && is_next(bits),
            b'y' => values.len() < 2 * bits && is_next(values.len() - bits),
            _ => false,
        };
        bits += usize::from(letter == b'x');
        values.push(value);
        fits.then_some(())
    })?;
    if values.len() < 2 * bits {
        return Err(lines.fault(VALUE));
    }
    lines.blank("expected an empty line")?;
    let mut numbers = vec![NONE; 36 * 36 * 36];
    let mut names = Vec::with_capacity(7 * bits);
    let mut number = |name: [u8; 3]| {
        let place = name.iter().fold(0, |place, &byte| {
            36 * place + usize::from(if byte <= b'9' { byte - b'0' } else { byte - b'a' + 10 })
        });
        if numbers[place] == NONE {
            numbers[place] = names.len() as u16;
            names.push(name);
        }
        numbers[place]
    };
    for (letter, count) in [(b'x', bits), (b'y', bits), (b'z', bits + 1)] {
        for bit in 0..count {
            let [tens, ones] = digits(bit);
            number([letter, tens, ones]);
        }
    }
    let most = 5 * bits - 3;
    let mut makers = vec![NONE; 3 * bits + 1 + 3 * most];
    let mut count = 0;
    let gates = lines.block(GATE, |line| {
        let first = number(name(line)?);
        line.tag(" ")?;
        let operation = line.choice(&["AND", "OR", "XOR"])?;
        line.tag(" ")?;
        let second = number(name(line)?);
        line.tag(" -> ")?;
        let called = name(line)?;
        let output = number(called);
        let is_known =
            called[0] != b'z' || !called[1..].iter().all(u8::is_ascii_digit) || output as usize <= 3 * bits;
        let is_new = output as usize >= 2 * bits && count < most && makers[output as usize] == NONE;
        makers[output as usize] = count as u16;
        count += 1;
        (first != second && is_known && is_new).then_some(Gate { operation, inputs: [first, second], output })
    })?;
    lines.end()?;
    makers.truncate(names.len());
    if gates.len() < most || makers[2 * bits..].contains(&NONE) {
        return Err(lines.fault(GATE));
    }
    Ok(Circuit { bits, values, gates, names, makers })
}

fn name(line: &mut Cursor) -> Option<[u8; 3]> {
    let name = [line.byte()?, line.byte()?, line.byte()?];
    name.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()).then_some(name)
}

fn digits(bit: usize) -> [u8; 2] {
    [bit / 10, bit % 10].map(|digit| b'0' + digit as u8)
}

pub fn part1(circuit: &Circuit) -> Result<u64, NoAnswer> {
    // What is not there has not been asked for; what is there without a value waits.
    let mut found = vec![None; circuit.names.len()];
    (0..=circuit.bits).try_fold(0, |sum, bit| {
        let value = value(circuit, &mut found, 2 * circuit.bits + bit);
        value
            .map(|value| sum | u64::from(value) << bit)
            .ok_or_else(|| NoAnswer("a wire waits for itself".into()))
    })
}

fn value(circuit: &Circuit, found: &mut [Option<Option<bool>>], wire: usize) -> Option<bool> {
    if let Some(&value) = circuit.values.get(wire) {
        return Some(value);
    }
    if let Some(value) = found[wire] {
        return value;
    }
    found[wire] = Some(None);
    let gate = circuit.gates[circuit.makers[wire] as usize];
    let [a, b] = gate.inputs.map(|input| value(circuit, found, input as usize));
    let value = match gate.operation {
        AND => a? & b?,
        OR => a? | b?,
        _ => a? ^ b?,
    };
    found[wire] = Some(Some(value));
    Some(value)
}

pub fn part2(circuit: &Circuit) -> Result<String, NoAnswer> {
    let mut repair = Repair::new(circuit);
    let lowest = [0, circuit.bits as u16];
    if repair.settle(XOR, lowest, 2 * circuit.bits) {
        repair.follow(1, (AND, lowest));
    }
    match repair.found.as_slice() {
        [names] => Ok(names.clone()),
        _ => Err(NoAnswer("not just one set of four swaps makes an adder".into())),
    }
}

struct Repair<'a> {
    circuit: &'a Circuit,
    /// For each operation and wire the last gate that has both, and not two of x and y.
    users: [Vec<u16>; 3],
    /// The gates of each bit of x and y.
    halves: [[u16; MOST_BITS]; 3],
    is_misfit: Vec<bool>,
    /// What becomes of each output about which that is settled, and which are, in order.
    settled: Vec<u16>,
    order: Vec<u16>,
    /// How many change or have to.
    swapped: usize,
    found: Vec<String>,
}

impl<'a> Repair<'a> {
    fn new(circuit: &'a Circuit) -> Self {
        let (bits, count) = (circuit.bits, circuit.names.len());
        let mut users = [0; 3].map(|_| vec![NONE; count]);
        let mut halves = [[NONE; MOST_BITS]; 3];
        for (number, gate) in circuit.gates.iter().enumerate() {
            let [a, b] = gate.inputs.map(usize::from);
            if a.max(b) >= 2 * bits {
                users[gate.operation][a] = number as u16;
                users[gate.operation][b] = number as u16;
            } else if a.abs_diff(b) == bits {
                halves[gate.operation][a.min(b)] = number as u16;
            }
        }
        let mut is_misfit = vec![false; count];
        for gate in &circuit.gates {
            let [a, b] = gate.inputs.map(usize::from);
            let (is_half, is_lowest) = (a.max(b) < 2 * bits, a.min(b) == 0);
            let output = gate.output as usize;
            let fits = match gate.operation {
                XOR if !is_half || is_lowest => output <= 3 * bits,
                AND if !is_lowest => users[OR][output] != NONE,
                XOR => users[XOR][output] != NONE,
                _ => users[XOR][output] != NONE || output == 3 * bits,
            };
            is_misfit[output] = !fits;
        }
        let swapped = is_misfit.iter().filter(|&&misfit| misfit).count();
        Self {
            circuit,
            users,
            halves,
            is_misfit,
            settled: vec![NONE; count],
            order: Vec::new(),
            swapped,
            found: Vec::new(),
        }
    }

    /// The output of the gate with these inputs.
    fn output(&self, operation: usize, inputs: [u16; 2]) -> Option<u16> {
        let [a, b] = inputs.map(usize::from);
        let is_half = a.max(b) < 2 * self.circuit.bits;
        let number = if is_half { self.halves[operation][a.min(b)] } else { self.users[operation][a] };
        let gate = self.circuit.gates.get(number as usize)?;
        (gate.inputs == inputs || gate.inputs == [inputs[1], inputs[0]]).then_some(gate.output)
    }

    /// Can the gate with these inputs have that output, by one swap at most? Then that is settled.
    fn settle(&mut self, operation: usize, inputs: [u16; 2], wanted: usize) -> bool {
        let Some(output) = self.output(operation, inputs) else { return false };
        let wanted = wanted as u16;
        for (here, there) in [(output, wanted), (wanted, output)] {
            let now = &mut self.settled[here as usize];
            if *now != NONE && *now != there {
                return false;
            }
            if *now == NONE {
                *now = there;
                self.order.push(here);
                self.swapped += usize::from(here != there && !self.is_misfit[here as usize]);
            }
        }
        self.swapped <= SWAPPED
    }

    fn undo(&mut self, length: usize) {
        for here in self.order.drain(length..) {
            let there = std::mem::replace(&mut self.settled[here as usize], NONE);
            self.swapped -= usize::from(here != there && !self.is_misfit[here as usize]);
        }
    }

    /// What shares a gate of this operation with a wire.
    fn partner(&self, operation: usize, wire: u16) -> Option<u16> {
        let gate = self.circuit.gates.get(self.users[operation][wire as usize] as usize)?;
        let [a, b] = gate.inputs;
        (a.min(b) as usize >= 2 * self.circuit.bits).then_some(a ^ b ^ wire)
    }

    /// Pairs of wires that share a gate and could be what becomes of two outputs.
    fn pairs(&self, operation: usize, a: u16, b: u16) -> Vec<[u16; 2]> {
        let with = |wire| Some([wire, self.partner(operation, wire)?]);
        let turned = |wire| Some([self.partner(operation, wire)?, wire]);
        let [after_a, after_b] = [a, b].map(|output| self.settled[output as usize]);
        let cost = |output: u16| usize::from(!self.is_misfit[output as usize]);
        if after_a != NONE {
            with(after_a).into_iter().collect()
        } else if after_b != NONE {
            turned(after_b).into_iter().collect()
        } else if self.swapped + cost(a) + cost(b) <= SWAPPED {
            (0..self.circuit.names.len() as u16).filter_map(with).collect()
        } else {
            // One of them stays, or each becomes the other.
            let b_stays = turned(b).filter(|_| self.partner(operation, b) != Some(a));
            [with(a), b_stays, with(b)].into_iter().flatten().collect()
        }
    }

    /// Goes on from a bit, with a carry from a gate, and keeps up to two different answers.
    fn follow(&mut self, bit: usize, carry: (usize, [u16; 2])) {
        let bits = self.circuit.bits;
        let length = self.order.len();
        if bit == bits {
            if self.settle(carry.0, carry.1, 3 * bits) {
                self.keep();
            }
            self.undo(length);
            return;
        }
        let inputs = [bit as u16, (bits + bit) as u16];
        let (Some(a), Some(b)) = (self.output(XOR, inputs), self.output(carry.0, carry.1)) else { return };
        for sum in self.pairs(XOR, a, b) {
            let fits = self.found.len() < 2
                && self.settle(XOR, inputs, sum[0].into())
                && self.settle(carry.0, carry.1, sum[1].into())
                && self.settle(XOR, sum, 2 * bits + bit);
            if let (true, Some(a), Some(b)) = (fits, self.output(AND, inputs), self.output(AND, sum)) {
                let length = self.order.len();
                for halves in self.pairs(OR, a, b) {
                    if self.settle(AND, inputs, halves[0].into()) && self.settle(AND, sum, halves[1].into()) {
                        self.follow(bit + 1, (OR, halves));
                    }
                    self.undo(length);
                }
            }
            self.undo(length);
        }
    }

    fn keep(&mut self) {
        let is_swapped = |&&wire: &&u16| self.settled[wire as usize] != wire;
        let mut names: Vec<_> =
            self.order.iter().filter(is_swapped).map(|&wire| self.circuit.names[wire as usize]).collect();
        names.sort_unstable();
        let names = names.iter().map(|name| String::from_utf8_lossy(name)).collect::<Vec<_>>().join(",");
        if self.swapped == SWAPPED && !self.found.contains(&names) {
            self.found.push(names);
        }
    }
}
