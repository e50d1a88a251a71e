//! Red-Nosed Reports: in one pass, what is safe up to each level with none left out, and with one.
//!
//! All levels stand in one list of bytes. A step is right if the difference less 1, as a byte without a sign, is below 3.

use contract::{InvalidInput, reading::lines};

const MESSAGE: &str = "expected 1 to 20 levels up to 99 with a space between two, in at most 100000 lines";
const LONGEST: usize = 100_000;

/// The levels of all reports, and where each ends.
pub struct Reports {
    levels: Vec<u8>,
    ends: Vec<usize>,
}

impl Reports {
    fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| &self.levels[std::mem::replace(&mut start, end)..end])
    }
}

pub fn parse(text: &str) -> Result<Reports, InvalidInput> {
    let mut levels = Vec::with_capacity(text.len() / 2);
    let mut count = 0;
    let ends = lines(text, MESSAGE, |line| {
        count += 1;
        let start = levels.len();
        levels.push(line.natural(99)? as u8);
        while line.tag(" ").is_some() {
            levels.push(line.natural(99)? as u8);
        }
        (levels.len() - start <= 20 && count <= LONGEST).then_some(levels.len())
    })?;
    Ok(Reports { levels, ends })
}

fn rises(before: u8, after: u8) -> bool {
    after.wrapping_sub(before).wrapping_sub(1) < 3
}

pub fn part1(reports: &Reports) -> usize {
    let safe = |report: &&[u8]| {
        report.is_sorted_by(|&one, &next| rises(one, next))
            || report.is_sorted_by(|&one, &next| rises(next, one))
    };
    reports.iter().filter(safe).count()
}

pub fn part2(reports: &Reports) -> usize {
    let safe =
        |report: &&[u8]| without_one(report, rises) || without_one(report, |one, next| rises(next, one));
    reports.iter().filter(safe).count()
}

/// Are all steps right once some level is left out?
fn without_one(report: &[u8], right: impl Fn(u8, u8) -> bool) -> bool {
    // Is what ends with the level before the last one, or with the last one, right with none left out, or with one?
    let (mut earlier, mut whole, mut missing) = (true, true, false);
    for at in 1..report.len() {
        let step = right(report[at - 1], report[at]);
        missing = missing && step || earlier && (at < 2 || right(report[at - 2], report[at]));
        (earlier, whole) = (whole, whole && step);
    }
    missing || earlier
}
