//! Deep linear networks: a gradient is a column times a row, so none is written out.
//!
//! Forward go the signals, and all of them are kept; back goes one slope, by the transposed layers. Numbered row by row from
//! `first`, a layer's weights have the sum `first (sum s)(sum x) + columns (sum i s)(sum x) + (sum s)(sum j x)` of their
//! derivatives s_i x_j times their numbers: after the slope itself it takes four sums. A weight is a small number, so that a hundred products are
//! added up in 128 bits before they are reduced, and modulo 2^61 - 1 that is a shift, a sum and a comparison.

use crate::mersenne::{P, remainder, times};
use contract::InvalidInput;
use contract::reading::Cursor;

const MOST_LAYERS: usize = 10_000;
const MOST_WEIGHTS: usize = 1_000_000;
const WIDTHS: &str =
    "expected 2 to 10001 widths from 1 to 100 with at most 10^6 weights, separated by spaces";

const ROW: &str = "expected numbers from -999 to 999, as many as the width says, separated by spaces";

pub struct Network {
    widths: Vec<usize>,
    /// Row by row, layer by layer.
    weights: Vec<i16>,
    x: Vec<i16>,
    y: Vec<i16>,
}

pub fn parse(text: &str) -> Result<Network, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let widths = cursor.line(WIDTHS, |line| {
        let widths = line.separated(" ", |width| width.natural(100).map(|width| width as usize))?;
        let fine = (2..=MOST_LAYERS + 1).contains(&widths.len()) && !widths.contains(&0);
        (fine && weights(&widths) <= MOST_WEIGHTS).then_some(widths)
    })?;
    let mut network =
        Network { weights: Vec::with_capacity(weights(&widths)), x: Vec::new(), y: Vec::new(), widths };
    let gap = "expected an empty line";
    for pair in network.widths.windows(2) {
        cursor.blank(gap)?;
        for _ in 0..pair[1] {
            row(&mut cursor, pair[0], &mut network.weights)?;
        }
    }
    cursor.blank(gap)?;
    row(&mut cursor, network.widths[0], &mut network.x)?;
    row(&mut cursor, network.widths[network.widths.len() - 1], &mut network.y)?;
    cursor.end()?;
    Ok(network)
}

fn weights(widths: &[usize]) -> usize {
    widths.windows(2).map(|pair| pair[0] * pair[1]).sum()
}

fn row(cursor: &mut Cursor, count: usize, to: &mut Vec<i16>) -> Result<(), InvalidInput> {
    cursor.line(ROW, |line| {
        to.push(line.integer(999)? as i16);
        for _ in 1..count {
            line.tag(" ")?;
            to.push(line.integer(999)? as i16);
        }
        Some(())
    })
}

pub fn part1(network: &Network) -> u64 {
    let signals = network.signals();
    let errors = network.errors(&signals);
    remainder(errors.iter().map(|&error| times(error, error)).map(u128::from).sum())
}

pub fn part2(network: &Network) -> u64 {
    let signals = network.signals();
    let mut slope = network.errors(&signals);
    slope.iter_mut().for_each(|error| *error = remainder(2 * u128::from(*error)));
    let (mut rest, mut weights) = (&signals[..signals.len() - slope.len()], &network.weights[..]);
    let mut total = 0;
    for pair in network.widths.windows(2).rev() {
        let (columns, signal) = (pair[0], &rest[rest.len() - pair[0]..]);
        let (before, layer) = weights.split_at(weights.len() - columns * pair[1]);
        let first = 1 + before.len() as u64;
        let along = u128::from(times(first, sum(signal))) + u128::from(numbered(signal, 1));
        let down = times(numbered(&slope, columns as u64), sum(signal));
        total = remainder(
            u128::from(total) + u128::from(times(sum(&slope), remainder(along))) + u128::from(down),
        );
        slope = back(layer, &slope, columns);
        (rest, weights) = (&rest[..rest.len() - columns], before);
    }
    total
}

impl Network {
    /// What each layer gets, one after the other, and what comes out at last.
    fn signals(&self) -> Vec<u64> {
        let mut signals = Vec::with_capacity(self.widths.iter().sum());
        signals.extend(self.x.iter().map(|&x| signed(x.into())));
        let mut weights = &self.weights[..];
        for pair in self.widths.windows(2) {
            let (layer, rest) = weights.split_at(pair[0] * pair[1]);
            let start = signals.len() - pair[0];
            for row in layer.chunks_exact(pair[0]) {
                let products = row.iter().zip(&signals[start..]);
                let sum = products.map(|(&weight, &value)| i128::from(weight) * i128::from(value)).sum();
                signals.push(signed(sum));
            }
            weights = rest;
        }
        signals
    }

    fn errors(&self, signals: &[u64]) -> Vec<u64> {
        let output = &signals[signals.len() - self.y.len()..];
        output.iter().zip(&self.y).map(|(&one, &y)| signed(i128::from(one) - i128::from(y))).collect()
    }
}

/// The slope of what a layer gets, by that of what it gives.
fn back(layer: &[i16], slope: &[u64], columns: usize) -> Vec<u64> {
    let mut sums = vec![0i128; columns];
    for (row, &slope) in layer.chunks_exact(columns).zip(slope) {
        sums.iter_mut().zip(row).for_each(|(sum, &weight)| *sum += i128::from(weight) * i128::from(slope));
    }
    sums.into_iter().map(signed).collect()
}

fn sum(values: &[u64]) -> u64 {
    remainder(values.iter().map(|&value| u128::from(value)).sum())
}

/// The values times 0, `step`, 2 `step` and so on.
fn numbered(values: &[u64], step: u64) -> u64 {
    remainder(
        values.iter().zip(0..).map(|(&value, place)| u128::from(value) * place * u128::from(step)).sum(),
    )
}

/// Of what is nearer to 0 than a hundred products of 999 and a remainder.
fn signed(value: i128) -> u64 {
    remainder((value + (i128::from(P) << 17)) as u128)
}
