//! Internet Protocol Version 7: whole addresses are asked for palindromes first, and pairs of letters are marked in a table.
//!
//! The first question has no early exit and takes no notice of brackets, so it is vector code, and mostly the answer is no. Pairs are
//! marked with the number of their address, so that the table is never cleared.

use contract::{InvalidInput, reading::lines};

const FORM: &str = "expected small letters with some of them in brackets, as ab[cd]ef";

pub fn parse(text: &str) -> Result<Vec<&[u8]>, InvalidInput> {
    let is_letter = |byte: u8| byte.is_ascii_lowercase();
    lines(text, FORM, |line| {
        let whole = *line;
        line.word(is_letter)?;
        while line.tag("[").is_some() {
            line.word(is_letter)?;
            line.tag("]")?;
            line.word(is_letter)?;
        }
        { whole }.word(|_| true)
    })
}

pub fn part1(addresses: &[&[u8]]) -> usize {
    addresses.iter().filter(|address| supports_tls(address)).count()
}

fn supports_tls(address: &[u8]) -> bool {
    let mut inside = stretches(address).skip(1).step_by(2);
    has_abba(address) && !inside.any(has_abba) && stretches(address).step_by(2).any(has_abba)
}

/// Those outside and those inside of brackets, in turn.
fn stretches(address: &[u8]) -> impl Iterator<Item = &[u8]> {
    address.split(|byte| !byte.is_ascii_lowercase())
}

/// Are there two letters, and then the same two backwards? Brackets are never four places away from each other.
fn has_abba(letters: &[u8]) -> bool {
    let windows = letters.windows(4);
    windows.fold(false, |found, four| {
        found | ((four[0] == four[3]) & (four[1] == four[2]) & (four[0] != four[1]))
    })
}

pub fn part2(addresses: &[&[u8]]) -> usize {
    let mut marks = [[0; 1024]; 2];
    (1..).zip(addresses).filter(|&(number, address)| supports_ssl(address, number, &mut marks)).count()
}

/// Marks, outside and inside of brackets, say in which address two letters were last seen.
fn supports_ssl(address: &[u8], number: u32, marks: &mut [[u32; 1024]; 2]) -> bool {
    let mut inside = 0;
    address.windows(3).any(|three| {
        inside ^= usize::from(!three[0].is_ascii_lowercase());
        let [one, two] = [three[0], three[1]].map(|letter| usize::from(letter % 32));
        let found = three[0] == three[2] && one != two && three[1].is_ascii_lowercase();
        if found {
            marks[inside][32 * one + two] = number;
        }
        found && marks[1 - inside][32 * two + one] == number
    })
}
