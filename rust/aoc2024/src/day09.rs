//! Disk Fragmenter: for each size, what is before the first gap that is large enough is never looked at again.
//!
//! A gap only shrinks, so that first one only moves to the right, and ten thousand searches are nine walks over all gaps at most.

use contract::{InvalidInput, reading::Cursor};

const LONGEST: usize = 200_000;
const FORM: &str = "expected 1 to 200000 digits";
const LARGEST: usize = 9;

/// One that has blocks, and the free ones right before it.
#[derive(Clone, Copy)]
pub struct File {
    number: u32,
    start: u32,
    size: u32,
    free: u32,
}

pub fn parse(text: &str) -> Result<Vec<File>, InvalidInput> {
    let mut lines = Cursor::new(text);
    let digits = lines
        .line(FORM, |line| line.word(|byte| byte.is_ascii_digit()).filter(|word| word.len() <= LONGEST))?;
    lines.end()?;
    let mut files = Vec::with_capacity(digits.len() / 2 + 1);
    let (mut start, mut free) = (0, 0);
    for (number, sizes) in digits.chunks(2).enumerate() {
        let size = u32::from(sizes[0] - b'0');
        if size > 0 {
            files.push(File { number: number as u32, start, size, free });
            free = 0;
        }
        let gap = sizes.get(1).map_or(0, |digit| u32::from(digit - b'0'));
        start += size + gap;
        free += gap;
    }
    Ok(files)
}

pub fn part1(files: &[File]) -> u64 {
    let (mut place, mut checksum) = (0, 0);
    let Some(mut last) = files.len().checked_sub(1) else { return 0 };
    let mut left = files[last].size;
    for (number, file) in files.iter().enumerate() {
        let mut free = file.free;
        while free > 0 && number <= last && left > 0 {
            let count = free.min(left);
            checksum += files[last].checksum(place, count);
            (place, free, left) = (place + count, free - count, left - count);
            if left == 0 && last > number {
                last -= 1;
                left = files[last].size;
            }
        }
        if number >= last {
            return checksum + file.checksum(place, if number == last { left } else { 0 });
        }
        checksum += file.checksum(place, file.size);
        place += file.size;
    }
    checksum
}

pub fn part2(files: &[File]) -> u64 {
    // Where what is free begins, and how much is.
    let mut gaps: Vec<_> = files.iter().map(|file| (file.start - file.free, file.free)).collect();
    let mut first = [0; LARGEST + 1];
    let mut checksum = 0;
    for (number, file) in files.iter().enumerate().rev() {
        let before = &mut gaps[..=number];
        let gap = &mut first[file.size as usize];
        while before.get(*gap).is_some_and(|&(_, free)| free < file.size) {
            *gap += 1;
        }
        let mut place = file.start;
        if let Some((start, free)) = before.get_mut(*gap) {
            place = *start;
            (*start, *free) = (*start + file.size, *free - file.size);
        }
        checksum += file.checksum(place, file.size);
    }
    checksum
}

impl File {
    /// What so many of its blocks add from a place on.
    fn checksum(self, place: u32, count: u32) -> u64 {
        u64::from(self.number) * u64::from((count * (2 * place + count) - count) / 2)
    }
}
