//! Laboratories: a row of counts, changed in place at the splitters, which are read eight bytes at a time.
//!
//! Splitters are never side by side, so one row of counts is enough: what goes to the left and right of one meets no other in that
//! row. In eight bytes at once a splitter is the bit in which `^` differs from `.`. Each row with splitters can double
//! the number of timelines, so 128 bits hold it for up to 127 such rows, as official manifolds have; for more, counts are
//! several words with eighteen digits each, which are added, and written, word by word.

use contract::{InvalidInput, bits::ones};

const FIRST: &str = "expected a row of . with one S, at most 2000 long";
const FURTHER: &str =
    "expected a row as long as the first, of . and of ^ apart from each other and the edges, at most 2000";
const MOST: usize = 2000;
const DIGITS: usize = 18;

pub struct Manifold {
    width: usize,
    start: usize,
    /// Columns, row after row; rows without splitters are left out.
    splitters: Vec<usize>,
    rows: usize,
}

pub fn parse(text: &str) -> Result<Manifold, InvalidInput> {
    let mut rows = text.split('\n').map(str::as_bytes).enumerate();
    let (_, first) = rows.next().expect("a text has a line");
    let start = first.iter().position(|&byte| byte == b'S');
    let others = first.iter().filter(|&&byte| byte != b'.').count();
    let Some(start) = start.filter(|_| others == 1 && first.len() <= MOST) else {
        return Err(InvalidInput::new(1, FIRST));
    };
    let mut manifold = Manifold { width: first.len(), start, splitters: Vec::new(), rows: 0 };
    for (number, row) in rows {
        let before = manifold.splitters.len();
        let known = splitters(row, &mut manifold.splitters);
        let found = &manifold.splitters[before..];
        let apart = found.windows(2).all(|two| two[0] + 1 < two[1]);
        let inside = found.first() != Some(&0) && found.last() != Some(&(row.len().wrapping_sub(1)));
        if row.len() != first.len() || number >= MOST || !(known && apart && inside) {
            return Err(InvalidInput::new(number + 1, FURTHER));
        }
        manifold.rows += usize::from(!found.is_empty());
    }
    Ok(manifold)
}

/// Appends the columns of a row's splitters; has it no other signs than it may have?
fn splitters(row: &[u8], columns: &mut Vec<usize>) -> bool {
    let mut words = row.chunks_exact(8);
    let rest = words.remainder();
    let mut last = [b'.'; 8];
    last[..rest.len()].copy_from_slice(rest);
    let mut unknown = 0;
    for (at, word) in words.by_ref().chain([&last[..]]).enumerate() {
        // `^` and `.` differ in three bits, which are side by side.
        let differ = u64::from_le_bytes(word.try_into().expect("eight")) ^ 0x2E2E_2E2E_2E2E_2E2E;
        unknown |= differ & 0x8F8F_8F8F_8F8F_8F8F | (differ ^ (differ >> 1)) & 0x3030_3030_3030_3030;
        columns.extend(ones(differ & 0x1010_1010_1010_1010).map(|bit| 8 * at + bit / 8));
    }
    unknown == 0
}

pub fn part1(manifold: &Manifold) -> usize {
    let mut beams = vec![false; manifold.width];
    beams[manifold.start] = true;
    let met = |&&column: &&usize| {
        let beam = beams[column];
        if beam {
            beams[column] = false;
            beams[column - 1] = true;
            beams[column + 1] = true;
        }
        beam
    };
    manifold.splitters.iter().filter(met).count()
}

pub fn part2(manifold: &Manifold) -> String {
    if manifold.rows > 127 {
        return many_timelines(manifold);
    }
    let mut timelines = vec![0u128; manifold.width];
    timelines[manifold.start] = 1;
    for &column in &manifold.splitters {
        let split = std::mem::take(&mut timelines[column]);
        timelines[column - 1] += split;
        timelines[column + 1] += split;
    }
    timelines.iter().sum::<u128>().to_string()
}

/// The same with as many digits as it takes, lowest words first.
fn many_timelines(manifold: &Manifold) -> String {
    let words = manifold.rows * 302 / 1000 / DIGITS + 1;
    let mut timelines = vec![0u64; manifold.width * words];
    timelines[manifold.start * words] = 1;
    for &column in &manifold.splitters {
        let (left, rest) = timelines.split_at_mut(column * words);
        let (split, right) = rest.split_at_mut(words);
        add(&mut left[(column - 1) * words..], split);
        add(&mut right[..words], split);
        split.fill(0);
    }
    let mut sum = vec![0; words];
    timelines.chunks(words).for_each(|count| add(&mut sum, count));
    let digits: String = sum.iter().rev().map(|word| format!("{word:0DIGITS$}")).collect();
    digits.trim_start_matches('0').to_owned()
}

fn add(to: &mut [u64], count: &[u64]) {
    const BASE: u64 = 10u64.pow(DIGITS as u32);
    let mut carry = 0;
    for (to, word) in to.iter_mut().zip(count) {
        let sum = *to + word + carry;
        carry = u64::from(sum >= BASE);
        *to = sum - carry * BASE;
    }
}
