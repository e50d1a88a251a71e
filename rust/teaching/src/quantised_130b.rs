//! A quantised language model: codes, halves to even, are the last bits of a sum of floats.
//!
//! A weight times 7 is below 2^24 and so exact as an `f32`. Its quotient by the row's largest, at most 10^6, is a half or at
//! least 2^-21 away from any, and rounding moves it by 2^-22 at most. So floats of 32 bits decide every tie. Adding 3 * 2^22 leaves no bits
//! for a fraction: the addition rounds, halves to even, and the sum's last four bits are the code, as two's complement has it.

use contract::InvalidInput;
use contract::reading::Cursor;
use num_rational::Ratio;

const SIZES: &str =
    "expected layers 70 hidden 12288 inner 32768 vocabulary 150528, or other numbers from 1 to 999999";
const FLAGS: &str = "expected gated 1 biases 1 tied 1, or 0 in place of 1";
const CARDS: &str = "expected gpus 8 memory 32, or other numbers from 1 to 999999";
const ROW: &str = "expected 1 to 1000 weights from -999999 to 999999, separated by spaces";
const MOST: u64 = 999_999;
const MOST_WEIGHTS: usize = 1000;
const NO_FRACTION: f32 = (3 << 22) as f32;

pub struct Model {
    layers: u128,
    /// Rows and columns of a layer's matrices.
    matrices: [(u128, u128); 3],
    /// Parameters in no matrix of a layer.
    others: u128,
    /// Of all cards together, what a gigabyte is to be multiplied with.
    room: u128,
    weights: Vec<f32>,
    /// Where each row ends.
    ends: Vec<usize>,
}

pub fn parse(text: &str) -> Result<Model, InvalidInput> {
    let mut lines = Cursor::new(text);
    let [layers, hidden, inner, vocabulary] =
        numbers(&mut lines, SIZES, ["layers ", " hidden ", " inner ", " vocabulary "], 1, MOST)?;
    let [gated, biases, tied] = numbers(&mut lines, FLAGS, ["gated ", " biases ", " tied "], 0, 1)?;
    let [gpus, memory] = numbers(&mut lines, CARDS, ["gpus ", " memory "], 1, MOST)?;
    lines.blank("expected an empty line")?;
    let mut weights = Vec::with_capacity(text.len() / 2);
    let ends = lines.block(ROW, |line| {
        let start = weights.len();
        loop {
            weights.push(line.integer(MOST)? as f32);
            if line.tag(" ").is_none() {
                break;
            }
        }
        (weights.len() - start <= MOST_WEIGHTS).then_some(weights.len())
    })?;
    lines.end()?;
    let matrices = [(4 * hidden, hidden), (inner * (1 + gated), hidden), (hidden, inner)];
    let others = vocabulary * hidden * (2 - tied)
        + (2 * layers + 1) * hidden * (1 + biases)
        + biases * layers * matrices.iter().map(|(rows, _)| rows).sum::<u128>();
    Ok(Model { layers, matrices, others, room: gpus * memory, weights, ends })
}

/// A line of numbers, each after a tag.
fn numbers<const N: usize>(
    lines: &mut Cursor,
    message: &str,
    tags: [&str; N],
    least: u64,
    most: u64,
) -> Result<[u128; N], InvalidInput> {
    lines.line(message, |line| {
        let mut found = [0; N];
        for (number, tag) in found.iter_mut().zip(tags) {
            line.tag(tag)?;
            *number = line.natural(most).filter(|&number| number >= least)?.into();
        }
        Some(found)
    })
}

impl Model {
    fn bytes(&self, bits: u128) -> u128 {
        let scale = if bits < 16 { 2 } else { 0 };
        let layer: u128 =
            self.matrices.iter().map(|(rows, columns)| rows * ((columns * bits).div_ceil(8) + scale)).sum();
        self.layers * layer + 2 * self.others
    }
}

pub fn part1(model: &Model) -> String {
    let all = [16, 8, 4];
    let bytes = all.map(|bits| model.bytes(bits));
    let fit = [1_000_000_000, 1 << 30].map(|unit| {
        let which = bytes.iter().position(|&bytes| bytes <= model.room * unit);
        which.map_or("-".to_owned(), |at| all[at].to_string())
    });
    format!("{} {} {} {} {} {}", bytes[0] / 2, bytes[0], bytes[1], bytes[2], fit[0], fit[1])
}

pub fn part2(model: &Model) -> String {
    let (mut start, mut place, mut total, mut farthest) = (0, 0u64, 0u128, 0f32);
    for &end in &model.ends {
        let row = &model.weights[start..end];
        let most = row.iter().fold(1f32, |most, weight| most.max(weight.abs()));
        let mut code = |weight: f32| {
            let rounded = 7.0 * weight / most + NO_FRACTION;
            farthest = farthest.max((7.0 * weight - (rounded - NO_FRACTION) * most).abs());
            u64::from(rounded.to_bits() & 15)
        };
        for pair in row.chunks(2) {
            place += 1;
            let byte = code(pair[0]) | pair.get(1).map_or(0, |&high| code(high)) << 4;
            total += u128::from(place * byte);
        }
        start = end;
    }
    format!("{total} {}", Ratio::new(farthest as u32, 7))
}
