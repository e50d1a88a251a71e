//! Chiton: every position is found once, and all that are found in one go are sorted without a guess.
//!
//! What it costs to enter a position doesn't depend on where one comes from. So the first who finds it is
//! the best to come from, and its total risk is known at that moment: nothing is ever corrected, as it would be on a map
//! where the ways have costs. A queue is then no more than a list for each total risk, of which ten are in use; and
//! a position that was found needs no mark but that its risk is wiped out, so that the search has a byte for each
//! position and nothing else. The border has no risk to begin with.
//!
//! Whether a neighbour is new is chance, and the processor would guess it wrong once for each position. So
//! every neighbour is written down behind the last new one, and only the new ones are counted; then these are put into
//! their lists.
//!
//! Tried and dropped: putting a new neighbour into its list as soon as it is seen (twice as long).

use std::mem;

use contract::InvalidInput;
use contract::reading::rectangular;

/// Rows of risks from 1 to 9.
pub struct Cave {
    width: usize,
    risks: Vec<u8>,
}

pub fn parse(text: &str) -> Result<Cave, InvalidInput> {
    let wrong = "expected a row of digits from 1 to 9, as long as the first one";
    let outside = "expected at most 1000 rows of at most 1000 digits";
    let (width, rows) = rectangular(text, |byte| (b'1'..=b'9').contains(&byte), wrong, 1000, outside)?;
    let mut risks = Vec::with_capacity(text.len());
    for row in rows {
        risks.extend(row.iter().map(|byte| byte - b'0'));
    }
    Ok(Cave { width, risks })
}

pub fn part1(cave: &Cave) -> usize {
    cave.lowest_risk(1)
}

pub fn part2(cave: &Cave) -> usize {
    cave.lowest_risk(5)
}

impl Cave {
    /// The total risk of the best way through the cave, repeated so many times in both directions.
    fn lowest_risk(&self, times: usize) -> usize {
        let width = times * self.width;
        let rows = self.risks.chunks_exact(self.width);
        let height = times * rows.len();
        // A border on which there is no risk, and no way; one place wide between rows.
        let long = width + 1;
        let mut risks = Vec::with_capacity((height + 2) * long);
        risks.resize(long, 0);
        for down in 0..times {
            for row in rows.clone() {
                for more in down..down + times {
                    let raised = |risk: &u8| {
                        let risk = risk + more as u8;
                        if risk > 9 { risk - 9 } else { risk }
                    };
                    risks.extend(row.iter().map(raised));
                }
                risks.push(0);
            }
        }
        risks.resize((height + 2) * long, 0);
        let start = long;
        let end = height * long + width - 1;
        distance(&mut risks, long, start, end)
    }
}

/// The total risk of the best way, where nothing has a risk of 0 but the border.
fn distance(risks: &mut [u8], long: usize, start: usize, end: usize) -> usize {
    let mut buckets: [Vec<u32>; 16] = Default::default();
    // Places below 2^28 (there are at most 5002 times 5001), and their risk above.
    let mut fresh = Vec::new();
    risks[start] = 0; // It is not entered.
    buckets[0].push(start as u32);
    for total in 0.. {
        let mut wave = mem::take(&mut buckets[total % 16]);
        if fresh.len() < 4 * wave.len() {
            fresh.resize(4 * wave.len(), 0);
        }
        let mut count = 0;
        for &place in &wave {
            let place = place as usize;
            if place == end {
                return total;
            }
            for next in [place - 1, place + 1, place - long, place + long] {
                let risk = mem::take(&mut risks[next]);
                fresh[count] = next as u32 | u32::from(risk) << 28;
                count += usize::from(risk != 0);
            }
        }
        for &next in &fresh[..count] {
            buckets[(total + (next >> 28) as usize) % 16].push(next & 0x0fff_ffff);
        }
        wave.clear();
        buckets[total % 16] = wave;
    }
    unreachable!("there is a way to everywhere")
}
