//! Sonar Sweep: two neighbouring windows share all but their ends, so the ends alone are
//! compared.
//!
//! `a + b + c < b + c + d` is `a < d`, whatever the width: no sum is ever made, and a count is
//! one branchless pass over two views of the same array, which the compiler turns into vector
//! comparisons. Depths fit an `i32`: SSE2 compares signed numbers only.
//!
//! So reading digits is what takes the time. A line of three or four digits, as most are, is
//! checked and converted as one 64-bit word, line end included. The length is tried, not
//! computed: a sea floor changes its number of digits rarely, so the branch is foreseen, and
//! the next line is under way before this one is known to be right. Splitting at line ends and
//! going byte by byte took several times as long.
use contract::InvalidInput;

const DEEPEST: u64 = 1_000_000_000;

pub fn parse(text: &str) -> Result<Vec<i32>, InvalidInput> {
    let bytes = text.as_bytes();
    let mut depths = Vec::with_capacity(bytes.len() / 4 + 1);
    let mut rest = bytes;
    loop {
        while let Some(word) = rest.first_chunk().map(|word| u64::from_le_bytes(*word)) {
            if let Some(depth) = short_line::<4>(word) {
                depths.push(depth);
                rest = &rest[5..];
            } else if let Some(depth) = short_line::<3>(word) {
                depths.push(depth);
                rest = &rest[4..];
            } else {
                break;
            }
        }
        let length = rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
        let Some(depth) = any_line(&rest[..length]) else {
            let line = 1 + depths.len();
            return Err(InvalidInput::new(line, format!("expected a number from 0 to {DEEPEST}")));
        };
        depths.push(depth);
        if length == rest.len() {
            return Ok(depths);
        }
        rest = &rest[length + 1..];
    }
}

/// The number that a word begins with, if that is `DIGITS` digits (at most 7) and a line end.
fn short_line<const DIGITS: u32>(word: u64) -> Option<i32> {
    // The line end goes to the highest byte, the digits below it; each becomes its value, the
    // line end 0, and so does what is shifted in.
    let shift = 56 - 8 * DIGITS;
    let digits = (word << shift) ^ (0x0A30_3030_3030_3030 >> shift << shift);
    // A byte above 9 shows in its upper half, or does when 6 is added.
    if (digits | (digits.wrapping_add(0x0006_0606_0606_0606))) & 0xFFF0_F0F0_F0F0_F0F0 != 0 {
        return None;
    }
    // Neighbours are joined: digits to pairs, pairs to fours, fours to the number.
    let digits = digits << 8;
    let pairs = (digits * 10 + (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_FFFF_0000_FFFF;
    Some((fours * 10_000 + (fours >> 32)) as i32)
}

fn any_line(line: &[u8]) -> Option<i32> {
    let depth = line.iter().try_fold(0, |depth, byte| {
        let digit = u64::from(byte.wrapping_sub(b'0'));
        let depth = depth * 10 + digit;
        (digit <= 9 && depth <= DEEPEST).then_some(depth)
    });
    depth.filter(|_| !line.is_empty()).map(|depth| depth as i32)
}

fn increases(depths: &[i32], window: usize) -> usize {
    let later = depths.get(window..).unwrap_or(&[]);
    depths.iter().zip(later).filter(|(lost, gained)| lost < gained).count()
}

pub fn part1(depths: &[i32]) -> usize {
    increases(depths, 1)
}

pub fn part2(depths: &[i32]) -> usize {
    increases(depths, 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_like_a_line() {
        for line in ["0", "9", "10", "999", "1000", "9999", "0007", "a", "12:4", "/23", "1\u{ff}3", "", "1 2"] {
            let mut bytes = [b'x'; 8];
            bytes[..line.len()].copy_from_slice(line.as_bytes());
            bytes[line.len()] = b'\n';
            let word = u64::from_le_bytes(bytes);
            let want = any_line(line.as_bytes());
            let by_length = |length| want.filter(|_| line.len() == length);
            assert_eq!(short_line::<1>(word), by_length(1), "{line:?}");
            assert_eq!(short_line::<2>(word), by_length(2), "{line:?}");
            assert_eq!(short_line::<3>(word), by_length(3), "{line:?}");
            assert_eq!(short_line::<4>(word), by_length(4), "{line:?}");
        }
    }
}
