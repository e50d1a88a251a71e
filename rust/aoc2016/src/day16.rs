//! Dragon Checksum: no data are made, as the ones before any place are known in closed form.
//!
//! Data are the state and its turned form in turn, after each of which comes one fold of a strip of paper. Two of them have as many ones as
//! one has digits, and of the first n folds (n − the ones of n's Gray code) / 2 are ones. So a digit of the checksum is the difference of two
//! sums of three terms.

use contract::{InvalidInput, reading::single};

const MESSAGE: &str =
    "expected a state of 1 to 1700 digits 0 and 1, perhaps after a number from 1 to 24 and a space";
/// Digits of a checksum.
const DIGITS: u64 = 17;

pub struct Disk {
    /// The ones before each place of the state, and in all of it.
    ones: Vec<u64>,
    /// The second disk has 17 times this power of two places.
    doublings: u32,
}

pub fn parse(text: &str) -> Result<Disk, InvalidInput> {
    single(text, MESSAGE, |line| {
        let mut number = *line;
        let doublings = number.natural(24).filter(|&doublings| doublings > 0 && number.tag(" ").is_some());
        if doublings.is_some() {
            *line = number;
        }
        let state = line.word(|byte| matches!(byte, b'0' | b'1')).filter(|state| state.len() <= 1700)?;
        let mut ones = vec![0];
        for &digit in state {
            ones.push(ones[ones.len() - 1] + u64::from(digit == b'1'));
        }
        Some(Disk { ones, doublings: doublings.unwrap_or(21) as u32 })
    })
}

pub fn part1(disk: &Disk) -> String {
    checksum(&disk.ones, 4)
}

pub fn part2(disk: &Disk) -> String {
    checksum(&disk.ones, disk.doublings)
}

fn checksum(state: &[u64], doublings: u32) -> String {
    let ones = |digit: u64| ones_before(state, digit << doublings);
    (0..DIGITS).map(|digit| if (ones(digit + 1) - ones(digit)) % 2 == 0 { '1' } else { '0' }).collect()
}

/// The ones before a place of the data.
fn ones_before(state: &[u64], place: u64) -> u64 {
    let length = state.len() as u64 - 1;
    let (states, rest) = (place / (length + 1), place % (length + 1));
    let folds = (states - u64::from((states ^ states >> 1).count_ones())) / 2;
    // A turned state's beginning is the state's end, with zeroes for ones.
    let (whole, last) = match states % 2 {
        0 => (0, state[rest as usize]),
        _ => (state[length as usize], rest - (state[length as usize] - state[(length - rest) as usize])),
    };
    states / 2 * length + whole + folds + last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ones_are_those_of_the_data() {
        for state in ["0", "1", "10", "1101", "0010111"] {
            let mut data: Vec<u64> = state.bytes().map(|digit| u64::from(digit == b'1')).collect();
            let sums = |digits: &[u64]| {
                (0..=digits.len()).map(|end| digits[..end].iter().sum()).collect::<Vec<u64>>()
            };
            let ones = sums(&data);
            while data.len() < 300 {
                let turned: Vec<u64> = data.iter().rev().map(|digit| 1 - digit).collect();
                data = [data, vec![0], turned].concat();
            }
            for (place, sum) in (0..).zip(sums(&data)) {
                assert_eq!(ones_before(&ones, place), sum, "{state} {place}");
            }
        }
    }
}
