//! Chiton: every position is found once, and all that are found in one go are sorted without a branch.
//!
//! The search keeps a byte for each position, its risk, which is wiped out when the position is found; the
//! border has none to begin with. Whether a neighbour is new is chance, so a branch on it would be
//! [mispredicted](https://en.wikipedia.org/wiki/Branch_predictor) for one position in a few. Instead
//! every neighbour is written down after the last new one, and only the new ones are counted; then
//! these are put into their lists.
use std::mem;

use contract::InvalidInput;
use contract::reading::Grid;

/// Rows of risks from 1 to 9.
pub struct Cave {
    width: usize,
    risks: Vec<u8>,
}

pub fn parse(text: &str) -> Result<Cave, InvalidInput> {
    let message = "expected a row of digits from 1 to 9, as long as the first, at most 1000 rows and columns";
    let grid = Grid::new(text, 1000, message, |byte| (b'1'..=b'9').contains(&byte))?;
    Ok(Cave { width: grid.width, risks: grid.rows().flatten().map(|byte| byte - b'0').collect() })
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
