//! Security Through Obscurity: a letter's rank is one number, and a checksum is held against all ranks at once.
//!
//! The rank is the count and, below it, the alphabet backwards, so all ranks differ. A checksum is right if its ranks fall, and if four
//! of all letters rank above its last. Nothing is sorted.

use contract::{InvalidInput, NoAnswer, reading::lines};

const FORM: &str = "expected a room as aab-bcd-e-12[abcde], with a number to 999";
const WANTED: &[u8] = b"northpole-object-storage";

pub struct Room<'a> {
    name: &'a [u8],
    number: u32,
    checksum: &'a [u8],
}

pub fn parse(text: &str) -> Result<Vec<Room<'_>>, InvalidInput> {
    lines(text, FORM, |line| {
        let name = line.word(|byte| byte.is_ascii_lowercase() || byte == b'-')?.strip_suffix(b"-")?;
        let number = line.natural(999)? as u32;
        line.tag("[")?;
        let checksum = line.word(|byte| byte.is_ascii_lowercase()).filter(|letters| letters.len() == 5)?;
        line.tag("]")?;
        let words =
            name.iter().fold((b'-', true), |(before, fine), &byte| (byte, fine & (before.max(byte) > b'-')));
        (words.1 && words.0 > b'-').then_some(Room { name, number, checksum })
    })
}

pub fn part1(rooms: &[Room]) -> u32 {
    rooms.iter().filter(|room| room.is_real()).map(|room| room.number).sum()
}

pub fn part2(rooms: &[Room]) -> Result<u32, NoAnswer> {
    let wanted = rooms.iter().find(|room| room.is_wanted() && room.is_real());
    wanted
        .map(|room| room.number)
        .ok_or_else(|| NoAnswer("no real room is called northpole object storage".into()))
}

impl Room<'_> {
    fn is_real(&self) -> bool {
        let mut counts = [0u32; 128];
        self.name.iter().for_each(|byte| counts[usize::from(byte % 128)] += 1);
        let mut ranks = [0; 26];
        for (letter, rank) in ranks.iter_mut().enumerate() {
            *rank = 32 * counts[letter + usize::from(b'a')] + 26 - letter as u32;
        }
        let rank = |at: usize| ranks[usize::from(self.checksum[at] - b'a')];
        let falls = (1..5).all(|at| rank(at - 1) > rank(at));
        falls && rank(4) >= 32 && ranks.iter().filter(|&&other| other > rank(4)).count() == 4
    }

    fn is_wanted(&self) -> bool {
        let shifted = |byte: u8| {
            if byte == b'-' { byte } else { b'a' + ((u32::from(byte - b'a') + self.number) % 26) as u8 }
        };
        self.name.len() == WANTED.len()
            && self.name.iter().zip(WANTED).all(|(&byte, &wanted)| shifted(byte) == wanted)
    }
}
