//! Packet Decoder: packets as they begin are a list in Polish notation, worked out from its end.
//!
//! Digits become bytes, and the 57 bits or more after any place are one load and a shift, which is enough for a header.
//! Each packet comes before those in it, so no tree is built. Part 1 is a sum over the list; part 2 goes through it from
//! its end with a stack of values, on which those of an operator's packets are on top when it is reached.

use contract::reading::single;
use contract::{InvalidInput, NoAnswer};

const MOST_DIGITS: usize = 100_000;
const DEEPEST: usize = 100;
/// The least value that is too large.
const TOO_LARGE: u64 = 10u64.pow(18);
const LITERAL: u8 = 4;

/// A packet comes before those in it.
pub struct Packet {
    version: u8,
    kind: u8,
    children: usize,
    /// Of a literal.
    value: u64,
}

pub fn parse(text: &str) -> Result<Vec<Packet>, InvalidInput> {
    single(text, "expected a packet in hexadecimal digits, and only zeros after it", |line| {
        let digits = line.word(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte))?;
        let count = Some(digits.len()).filter(|&count| count <= MOST_DIGITS)?;
        let value = |digit: u8| if digit <= b'9' { digit - b'0' } else { digit - b'A' + 10 };
        let pairs =
            digits.chunks(2).map(|pair| value(pair[0]) << 4 | pair.get(1).map_or(0, |&digit| value(digit)));
        let bytes = pairs.chain([0; 8]).collect();
        let mut bits = Bits { bytes, place: 0, end: 4 * count };
        let mut packets = Vec::with_capacity(count / 4);
        bits.packet(&mut packets, 0)?;
        bits.only_zeros().then_some(packets)
    })
}

struct Bits {
    /// Filled up with eight zeros.
    bytes: Vec<u8>,
    place: usize,
    end: usize,
}

impl Bits {
    /// The next so many bits, at most 57, if they are there.
    #[inline]
    fn take(&mut self, count: usize) -> Option<u64> {
        let word = self.bytes[self.place / 8..].first_chunk().expect("eight zeros after the last place");
        let bits = u64::from_be_bytes(*word) << (self.place % 8) >> (64 - count);
        self.place += count;
        (self.place <= self.end).then_some(bits)
    }

    /// Reads a packet that is in so many others.
    fn packet(&mut self, packets: &mut Vec<Packet>, depth: usize) -> Option<()> {
        let [version, kind] = [self.take(3)? as u8, self.take(3)? as u8];
        let own = packets.len();
        packets.push(Packet { version, kind, children: 0, value: 0 });
        if kind == LITERAL {
            packets[own].value = self.literal()?;
            return Some(());
        }
        if depth == DEEPEST {
            return None;
        }
        let counted = self.take(1)? == 1;
        let goal = if counted { self.take(11)? as usize } else { self.take(15)? as usize + self.place };
        let mut children = 0;
        while if counted { children < goal } else { self.place < goal } {
            self.packet(packets, depth + 1)?;
            children += 1;
        }
        packets[own].children = children;
        let right = if kind > LITERAL { children == 2 } else { children > 0 };
        (right && (counted || self.place == goal)).then_some(())
    }

    /// A number of at most 14 groups.
    fn literal(&mut self) -> Option<u64> {
        let mut value = 0;
        for _ in 0..14 {
            let group = self.take(5)?;
            value = value << 4 | group & 15;
            if group < 16 {
                return Some(value);
            }
        }
        None
    }

    fn only_zeros(&self) -> bool {
        let (first, others) = (self.bytes[self.place / 8], &self.bytes[self.place / 8 + 1..]);
        first << (self.place % 8) == 0 && others.iter().all(|&byte| byte == 0)
    }
}

pub fn part1(packets: &[Packet]) -> u64 {
    packets.iter().map(|packet| u64::from(packet.version)).sum()
}

pub fn part2(packets: &[Packet]) -> Result<u64, NoAnswer> {
    // The next packet's first child is on top.
    let mut values = Vec::with_capacity(packets.len());
    for packet in packets.iter().rev() {
        let rest = values.len() - packet.children;
        let value = match (packet.kind, &values[rest..]) {
            (0, values) => values.iter().fold(0, |sum: u64, &value| sum.saturating_add(value)),
            (1, values) => product(values),
            (2, values) => values.iter().copied().min().expect("an operator has a packet"),
            (3, values) => values.iter().copied().max().expect("an operator has a packet"),
            (5, &[second, first]) => u64::from(first > second),
            (6, &[second, first]) => u64::from(first < second),
            (7, &[second, first]) => u64::from(first == second),
            _ => packet.value,
        };
        if value >= TOO_LARGE {
            return Err(NoAnswer("a packet's value has more than 18 digits".into()));
        }
        values.truncate(rest);
        values.push(value);
    }
    Ok(values.pop().expect("there is a packet"))
}

/// As large as may be where it is too large, but for a zero anywhere.
fn product(values: &[u64]) -> u64 {
    if values.contains(&0) {
        0
    } else {
        values.iter().fold(1, |product: u64, &value| product.saturating_mul(value))
    }
}
