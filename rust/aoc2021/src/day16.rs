//! Packet Decoder: a header is a word, and a list of packets is worked out from behind.
//!
//! Eight digits at a time become four bytes, by shifts and masks. From these, the 57 bits or more after any place are
//! one load and a shift, which is enough for a header. Packets go into a list as they come, each before those in
//! it, which is Polish notation: no tree is built, and nothing calls itself, however deep packets
//! are in each other. A stack of unfinished packets tells, wherever one ends, which end with it. Part 1 is a sum over
//! the list. Part 2 goes through it from its end with a stack of values: when it comes to an operator, those
//! of its packets are on top.
//!
//! Tried and dropped: digits one by one, checked and packed in the same pass (two fifths of the whole time, as
//! the compiler makes no vectors of that).

use contract::{InvalidInput, NoAnswer};

const MOST_DIGITS: usize = 10_000_000;

/// What a value is that has more than 36 digits.
const TOO_LARGE: u128 = 10u128.pow(36);

const LITERAL: u8 = 4;

/// A packet comes before those in it.
pub struct Packet {
    version: u8,
    kind: u8,
    children: u32,
    /// Of a literal.
    value: u128,
}

/// A packet that ends when it has so many children, or at that bit.
struct Unfinished {
    packet: usize,
    counted: bool,
    goal: usize,
}

pub fn parse(text: &str) -> Result<Vec<Packet>, InvalidInput> {
    let text = text.as_bytes();
    let digits = &text[..text.iter().position(|&byte| byte == b'\n').unwrap_or(text.len())];
    let is_digit = |byte: &u8| byte.is_ascii_digit() | (b'A'..=b'F').contains(byte);
    let fault = || InvalidInput::new(1, "expected a packet in hexadecimal digits, and only zeros after it");
    if !digits.iter().fold(true, |fine, byte| fine & is_digit(byte)) {
        return Err(fault());
    }
    if digits.len() > MOST_DIGITS {
        return Err(InvalidInput::new(1, "expected at most 10000000 digits"));
    }
    let packets = packets(&Bits::new(digits)).ok_or_else(fault)?;
    if digits.len() < text.len() {
        return Err(InvalidInput::new(2, "expected a single line"));
    }
    Ok(packets)
}

/// The packets up to the end of the first one, if there are only zeros after it.
fn packets(bits: &Bits) -> Option<Vec<Packet>> {
    let mut place = 0;
    let mut packets: Vec<Packet> = Vec::with_capacity(bits.count / 16 + 1);
    let mut around: Vec<Unfinished> = Vec::new();
    loop {
        let header = bits.after(place)?;
        let [version, kind] = [header >> 61, header >> 58 & 7].map(|field| field as u8);
        packets.push(Packet { version, kind, children: 0, value: 0 });
        if kind != LITERAL {
            let counted = header >> 57 & 1 == 1;
            let goal = if counted {
                place += 18;
                (header >> 46 & 0x7ff) as usize
            } else {
                place += 22;
                place + (header >> 42 & 0x7fff) as usize
            };
            around.push(Unfinished { packet: packets.len() - 1, counted, goal });
            continue;
        }
        let mut value = 0;
        place += 6;
        loop {
            let group = bits.after(place)? >> 59;
            value = (value << 4 | u128::from(group & 15)).min(TOO_LARGE);
            place += 5;
            if group < 16 {
                break;
            }
        }
        if place > bits.count {
            return None;
        }
        packets.last_mut()?.value = value;
        // Where a packet ends, those around it may end too.
        loop {
            let Some(&Unfinished { packet, counted, goal }) = around.last() else {
                return bits.only_zeros(place).then_some(packets);
            };
            let parent = &mut packets[packet];
            parent.children += 1;
            let reached = if counted { parent.children as usize } else { place };
            if reached < goal {
                break;
            }
            if reached > goal || (parent.kind > LITERAL && parent.children != 2) {
                return None;
            }
            around.pop();
        }
    }
}

struct Bits {
    /// Filled up with eight zeros.
    bytes: Vec<u8>,
    count: usize,
}

impl Bits {
    fn new(digits: &[u8]) -> Self {
        let mut bytes = Vec::with_capacity(digits.len() / 2 + 16);
        let words = digits.chunks_exact(8);
        let rest = words.remainder();
        for word in words {
            bytes.extend(eight(word.try_into().unwrap_or_default()));
        }
        let mut last = [b'0'; 8];
        last[..rest.len()].copy_from_slice(rest);
        bytes.extend(eight(last));
        bytes.extend([0; 8]);
        Self { bytes, count: 4 * digits.len() }
    }

    /// At least 57 bits from that place on, the first of them in the highest place; nothing if there are none.
    fn after(&self, place: usize) -> Option<u64> {
        let word = self.bytes.get(place / 8..)?.first_chunk()?;
        Some(u64::from_be_bytes(*word) << (place % 8))
    }

    fn only_zeros(&self, place: usize) -> bool {
        let (first, others) = (self.bytes[place / 8], &self.bytes[place / 8 + 1..]);
        first << (place % 8) == 0 && others.iter().all(|&byte| byte == 0)
    }
}

/// What eight digits spell, side by side in a word.
fn eight(digits: [u8; 8]) -> [u8; 4] {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let digits = u64::from_be_bytes(digits);
    let halves = (digits & (15 * EACH)) + 9 * (digits >> 6 & EACH);
    let bytes = (halves >> 4 | halves) & 0x00ff_00ff_00ff_00ff;
    let pairs = (bytes >> 8 | bytes) & 0x0000_ffff_0000_ffff;
    ((pairs >> 16 | pairs) as u32).to_be_bytes()
}

pub fn part1(packets: &[Packet]) -> u64 {
    packets.iter().map(|packet| u64::from(packet.version)).sum()
}

pub fn part2(packets: &[Packet]) -> Result<u128, NoAnswer> {
    // The next packet's first child is on top.
    let mut values = Vec::with_capacity(packets.len());
    for packet in packets.iter().rev() {
        let rest = values.len() - packet.children as usize;
        let value = match (packet.kind, &values[rest..]) {
            (LITERAL, _) => packet.value,
            (0, values) => values.iter().fold(0, |sum: u128, &value| sum.saturating_add(value)),
            (1, values) => values.iter().fold(1, |product: u128, &value| product.saturating_mul(value).min(TOO_LARGE)),
            (2, values) => values.iter().copied().min().unwrap_or_default(),
            (3, values) => values.iter().copied().max().unwrap_or_default(),
            (5, &[second, first]) => u128::from(first > second),
            (6, &[second, first]) => u128::from(first < second),
            (_, values) => u128::from(values.first() == values.last()),
        };
        if value >= TOO_LARGE {
            return Err(NoAnswer("a packet's value has more than 36 digits".into()));
        }
        values.truncate(rest);
        values.push(value);
    }
    Ok(values.pop().unwrap_or_default())
}
