//! Ceres Search: whole texts are compared with themselves, moved along, so that a step looks at sixteen places.
//!
//! Two letters are told by their exclusive or alone, in whichever order they stand, for no two pairs of X, M, A and S have
//! the same. So both directions of a word, and all four turns of a cross, are one comparison.

use contract::{InvalidInput, reading::Grid};

const MESSAGE: &str = "expected a row of X, M, A and S as long as the first, at most 2000 rows and columns";
const XS: u8 = b'X' ^ b'S';
const MA: u8 = b'M' ^ b'A';
const XM: u8 = b'X' ^ b'M';
const AS: u8 = b'A' ^ b'S';
const MS: u8 = b'M' ^ b'S';

pub struct Letters<'a> {
    /// From a letter to the one below it: ends of lines are kept, and no word goes on there.
    down: usize,
    text: &'a [u8],
}

pub fn parse(text: &str) -> Result<Letters<'_>, InvalidInput> {
    let grid = Grid::new(text, 2000, MESSAGE, |byte| matches!(byte, b'X' | b'M' | b'A' | b'S'))?;
    Ok(Letters { down: grid.width + 1, text: text.as_bytes() })
}

/// At how many places do the letters at these distances fit?
fn count<const N: usize>(text: &[u8], distances: [usize; N], fit: impl Fn([u8; N]) -> bool) -> usize {
    const STEP: usize = 240; // so many are counted in a byte
    let places = text.len().saturating_sub(distances.into_iter().max().unwrap_or(0));
    (0..places)
        .step_by(STEP)
        .map(|from| {
            let many = STEP.min(places - from);
            let slices = distances.map(|distance| &text[from + distance..][..many]);
            usize::from((0..many).map(|at| u8::from(fit(slices.map(|slice| slice[at])))).sum::<u8>())
        })
        .sum()
}

pub fn part1(letters: &Letters) -> usize {
    let strides = [1, letters.down - 1, letters.down, letters.down + 1];
    let word = |[x, m, a, s]: [u8; 4]| (x ^ s == XS) & (m ^ a == MA) & ((x ^ m == XM) | (x ^ m == AS));
    strides.map(|stride| count(letters.text, [0, stride, 2 * stride, 3 * stride], word)).iter().sum()
}

pub fn part2(letters: &Letters) -> usize {
    let below = letters.down;
    let cross = |[a, b, middle, c, d]: [u8; 5]| (middle == b'A') & (a ^ d == MS) & (b ^ c == MS);
    count(letters.text, [0, 2, below + 1, 2 * below, 2 * below + 2], cross)
}
