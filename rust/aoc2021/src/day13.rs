//! Transparent Origami: all dots are folded at once, eight to an instruction.
//!
//! Folds along x do nothing to y, so the dots are kept as a list of xs and one of ys, and to fold along k is to
//! replace each number n of a list by the smaller of n and 2k - n. That is vector code, and a list of an official
//! input is only a hundred vectors long. Where there are more dots than numbers that they can have, a list
//! of all these numbers is folded instead, and the dots look theirs up.
//!
//! What takes time is reading. A mask says which of 64 bytes are no digits, so that the end of a number needs no
//! search, and its digits, at most four, are loaded as one word and weighed by two multiplications, without a branch
//! on how many there are. Whatever is unusual is left to a reader that goes line by line.
//!
//! Tried and dropped: that plain reader alone (reading took more than four times as long); a ruler that is
//! unfolded from the last line back to the first by copying its mirror image, so that each number is written
//! once however many folds there are, and a look-up for each dot (both parts took more than twice as long).

use std::iter::zip;

use contract::InvalidInput;
use contract::reading::natural;
use wide::u8x16;

const LIMIT: i16 = 9999;

/// How many different numbers dots can have.
const NUMBERS: usize = LIMIT as usize + 1;

pub struct Paper {
    /// Their xs, and their ys.
    dots: Dots,
    folds: Vec<Fold>,
}

#[derive(Clone, Copy)]
struct Fold {
    /// 0 for x, 1 for y.
    axis: usize,
    line: i16,
}

type Dots = [Vec<i16>; 2];

pub fn parse(text: &str) -> Result<Paper, InvalidInput> {
    let text = text.as_bytes();
    let (dots, rest) = match quick_dots(text) {
        Some(found) => found,
        None => plain_dots(text)?,
    };
    if rest.is_empty() {
        let last = 1 + text.iter().filter(|&&byte| byte == b'\n').count();
        return Err(InvalidInput::new(last, "expected folds after the dots and an empty line"));
    }
    let lines = rest.split(|&byte| byte == b'\n').enumerate();
    let folds = lines.map(|(index, line)| fold(line, dots[0].len() + 2 + index)).collect::<Result<_, _>>()?;
    Ok(Paper { dots, folds })
}

/// The dots, and what comes after them and the empty line; nothing if that is not so, or hard to see.
fn quick_dots(text: &[u8]) -> Option<(Dots, &[u8])> {
    let [mut xs, mut ys] = [0; 2].map(|_| Vec::with_capacity(text.len() / 8 + 1));
    let mut start = 0;
    for (from, block) in (0..).step_by(64).zip(text.chunks(64)) {
        let mut ends = other_than_digits(block);
        while ends != 0 {
            let end = from + ends.trailing_zeros() as usize;
            ends &= ends - 1;
            let is_x = xs.len() == ys.len();
            match (text[end], end - start) {
                (b',', digits @ 1..=4) if is_x => xs.push(number(text, digits, end)),
                (b'\n', digits @ 1..=4) if !is_x => ys.push(number(text, digits, end)),
                (b'\n', 0) if is_x && !xs.is_empty() => return Some(([xs, ys], &text[end + 1..])),
                _ => return None,
            }
            start = end + 1;
        }
    }
    None
}

/// A bit for each of up to 64 bytes: is it anything but a digit?
fn other_than_digits(block: &[u8]) -> u64 {
    let mut padded = [b'0'; 64];
    let block = block.try_into().unwrap_or_else(|_| {
        padded[..block.len()].copy_from_slice(block);
        &padded
    });
    let mut digits = 0;
    for (index, bytes) in block.chunks_exact(16).enumerate() {
        let values = u8x16::from(bytes) - u8x16::splat(b'0');
        let mask = values.min(u8x16::splat(9)).cmp_eq(values).move_mask();
        digits |= u64::from(mask as u16) << (16 * index);
    }
    !digits
}

/// The number of one to four digits that ends before `end`.
#[inline(always)]
fn number(text: &[u8], digits: usize, end: usize) -> i16 {
    let word = match text[..end].last_chunk() {
        Some(&word) => u32::from_le_bytes(word),
        None => text[..end].iter().fold(0, |word, &byte| word >> 8 | u32::from(byte) << 24),
    };
    // Places before the number count for nothing.
    let word = word & 0x0f0f_0f0f & u32::MAX << (8 * (4 - digits));
    let pairs = word.wrapping_mul(10 << 8 | 1) >> 8 & 0x00ff_00ff;
    (pairs.wrapping_mul(100 << 16 | 1) >> 16) as i16
}

/// The dots, and what comes after them and the empty line, line by line.
fn plain_dots(text: &[u8]) -> Result<(Dots, &[u8]), InvalidInput> {
    let mut dots = Dots::default();
    let mut rest = text;
    loop {
        let end = rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
        let line = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        if line.is_empty() && !dots[0].is_empty() {
            return Ok((dots, rest));
        }
        let number = dots[0].len() + 1;
        let words = line.iter().position(|&byte| byte == b',').map(|comma| (&line[..comma], &line[comma + 1..]));
        let Some((x, y)) = words.filter(|(x, y)| spelled(x) && spelled(y)) else {
            return Err(InvalidInput::new(number, "expected a dot as x,y"));
        };
        dots[0].push(coordinate(x, number)?);
        dots[1].push(coordinate(y, number)?);
    }
}

fn fold(line: &[u8], number: usize) -> Result<Fold, InvalidInput> {
    let fold = line.strip_prefix(b"fold along ").and_then(|fold| match fold {
        [b'x', b'=', word @ ..] => Some((0, word)),
        [b'y', b'=', word @ ..] => Some((1, word)),
        _ => None,
    });
    match fold.filter(|(_, word)| spelled(word)) {
        Some((axis, word)) => Ok(Fold { axis, line: coordinate(word, number)? }),
        None => Err(InvalidInput::new(number, "expected a fold as fold along x=5 or fold along y=5")),
    }
}

fn spelled(word: &[u8]) -> bool {
    !word.is_empty() && word.iter().all(u8::is_ascii_digit)
}

fn coordinate(word: &[u8], number: usize) -> Result<i16, InvalidInput> {
    natural(word, number, LIMIT as u64).map(|value| value as i16)
}

pub fn part1(paper: &Paper) -> usize {
    let Folded { places, width, height } = folded(paper, &paper.folds[..1]);
    let mut seen = vec![0u64; width * height / 64 + 1];
    let is_new = |[x, y]: [usize; 2]| {
        let place = y * width + x;
        let (word, bit) = (&mut seen[place / 64], 1 << (place % 64));
        let is_new = *word & bit == 0;
        *word |= bit;
        usize::from(is_new)
    };
    places.map(is_new).sum()
}

pub fn part2(paper: &Paper) -> String {
    let Folded { places, width, height } = folded(paper, &paper.folds);
    // A row is followed by a line end, the last one too until the picture is done.
    let long = width + 1;
    let mut picture = vec![b'.'; long * height];
    picture.iter_mut().skip(width).step_by(long).for_each(|byte| *byte = b'\n');
    places.for_each(|[x, y]| picture[y * long + x] = b'#');
    picture.pop();
    String::from_utf8(picture).unwrap_or_default()
}

/// The dots' columns and rows, and how many there are of these.
struct Folded<Places> {
    places: Places,
    width: usize,
    height: usize,
}

fn folded(paper: &Paper, folds: &[Fold]) -> Folded<impl Iterator<Item = [usize; 2]>> {
    let [(xs, left, width), (ys, top, height)] = [0, 1].map(|axis| {
        let lines = || folds.iter().filter(|fold| fold.axis == axis).map(|fold| fold.line);
        let numbers = folded_along(&paper.dots[axis], lines());
        let first = numbers.iter().fold(0, |least, &number| number.min(least));
        let last = numbers.iter().fold(lines().min().unwrap_or(1) - 1, |most, &number| number.max(most));
        (numbers, first, (last - first) as usize + 1)
    });
    let places = zip(xs, ys).map(move |(x, y)| [(x - left) as usize, (y - top) as usize]);
    Folded { places, width, height }
}

/// What becomes of numbers, folded at these lines in turn?
fn folded_along(numbers: &[i16], lines: impl Iterator<Item = i16>) -> Vec<i16> {
    if numbers.len() > NUMBERS {
        let all: Vec<i16> = (0..=LIMIT).collect();
        let folded = folded_along(&all, lines);
        return numbers.iter().map(|&number| folded[number as usize]).collect();
    }
    let mut numbers = numbers.to_vec();
    // Where there is no paper any more, nothing is folded.
    let mut end = LIMIT;
    for line in lines {
        if line < end {
            numbers.iter_mut().for_each(|number| *number = (2 * line - *number).min(*number));
            end = line;
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_readers_read_the_same() {
        let text = "1,2\n34,5\n678,90\n1234,5678\n9999,0\n0,9999\n10,10\n77,7\n5,5\n\nfold along x=3";
        for at in 0..text.len() {
            assert_eq!(quick_dots(&text.as_bytes()[..at]).is_some(), at > text.len() - 15, "{at}");
            for stray in "0,\n fé".chars() {
                let spoiled = format!("{}{stray}{}", &text[..at], &text[at + 1..]);
                if let Some(found) = quick_dots(spoiled.as_bytes()) {
                    assert_eq!(Ok(found), plain_dots(spoiled.as_bytes()), "{spoiled:?}");
                }
            }
        }
        assert_eq!(quick_dots(text.as_bytes()).ok_or(()), plain_dots(text.as_bytes()).map_err(|_| ()));
    }

    #[test]
    fn many_numbers_are_folded_as_few_are() {
        let lines = [9000, 8999, 4000, 4000, 7000, 13, 0];
        let few: Vec<i16> = (0..=LIMIT).collect();
        let folded = folded_along(&few, lines.into_iter());
        assert_eq!(folded_along(&[few.clone(), few].concat(), lines.into_iter()), [folded.clone(), folded].concat());
    }
}
