//! Gaussians as a log-linear family: moments are swept into natural parameters, added, and swept back.
//!
//! The sums of 1, x and x x' of a group are one symmetric matrix with a border. Swept, it holds the precision and, in the border, the
//! precision times the mean (see `sweep`). No fraction is ever reduced: numbers are minors, half of a matrix is kept, and a sum over
//! groups has the product of their denominators.

use contract::reading::Cursor;
use contract::{InvalidInput, NoAnswer};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::sweep::Tableau;

const HEAD: &str =
    "expected a dimension from 1 to 20 and a number of groups from 1 to 5, with a space between";
const LARGEST: u64 = 999_999_999;

type Group = Vec<Vec<i64>>;

pub fn parse(text: &str) -> Result<Vec<Group>, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let (dimension, count) = cursor.line(HEAD, |line| {
        let dimension = line.natural(20).filter(|&dimension| dimension > 0)?;
        line.tag(" ")?;
        Some((dimension as usize, line.natural(5).filter(|&count| count > 0)?))
    })?;
    let message = format!("expected {dimension} numbers below 10^9 in size, with a space between two");
    let mut groups = Vec::new();
    for _ in 0..count {
        cursor.blank("expected an empty line")?;
        groups.push(cursor.block(&message, |line| {
            line.separated(" ", |word| word.integer(LARGEST)).filter(|vector| vector.len() == dimension)
        })?);
    }
    cursor.end()?;
    Ok(groups)
}

pub fn part1(groups: &[Group]) -> Result<String, NoAnswer> {
    let written = natural(groups)?.into_iter().map(|(count, swept)| {
        let (border, block) =
            swept.rows[1..].iter().fold((BigInt::ZERO, BigInt::ZERO), |(border, block), row| {
                let (last, before) = row[1..].split_last().expect("a row has its diagonal");
                (border + &row[0], block + last + 2 * before.iter().sum::<BigInt>())
            });
        let [linear, quadratic] = [(border, 1), (block, 2)]
            .map(|(sum, below)| BigRational::new(sum * count, &swept.denominator * below));
        format!("{linear} {quadratic}")
    });
    Ok(written.collect::<Vec<_>>().join("\n"))
}

pub fn part2(groups: &[Group]) -> Result<String, NoAnswer> {
    let times = |swept: &mut Tableau, factor: &BigInt| {
        swept.rows.iter_mut().flatten().for_each(|value| *value *= factor);
    };
    let scaled = natural(groups)?.into_iter().map(|(count, mut swept)| {
        times(&mut swept, &count.into());
        swept
    });
    let mut product = scaled
        .reduce(|mut sum, mut other| {
            times(&mut sum, &other.denominator);
            times(&mut other, &sum.denominator);
            sum.denominator *= other.denominator;
            sum.rows
                .iter_mut()
                .flatten()
                .zip(other.rows.iter().flatten())
                .for_each(|(sum, value)| *sum += value);
            sum
        })
        .expect("there is a group");
    let places = 1..product.rows.len();
    places.clone().for_each(|pivot| product.sweep_back(pivot));
    let mean: Vec<_> = places.clone().map(|place| product.value(place, 0).to_string()).collect();
    let trace: BigInt = places.map(|place| product.entry(place, place)).sum();
    Ok(format!("{}\n{}", mean.join(" "), BigRational::new(trace, product.denominator)))
}

/// Each group's size, and what it makes of its moments: a part of its size.
fn natural(groups: &[Group]) -> Result<Vec<(usize, Tableau)>, NoAnswer> {
    let swept = |(place, group): (usize, &Group)| {
        let mut sums = vec![vec![0i128; group[0].len() + 1]; group[0].len() + 1];
        for vector in group {
            sums[0][0] += 1;
            for (at, &value) in vector.iter().enumerate() {
                let row = &mut sums[at + 1];
                row[0] += i128::from(value);
                row[1..]
                    .iter_mut()
                    .zip(&vector[..=at])
                    .for_each(|(sum, &other)| *sum += i128::from(value) * i128::from(other));
            }
        }
        let rows = (1..).zip(sums).map(|(length, row)| row[..length].iter().map(|&sum| sum.into()).collect());
        let mut tableau = Tableau { rows: rows.collect(), denominator: 1.into() };
        let definite = (0..tableau.rows.len()).all(|pivot| tableau.sweep(pivot));
        if definite {
            Ok((group.len(), tableau))
        } else {
            Err(NoAnswer(format!("group {} has no density", place + 1)))
        }
    };
    groups.iter().enumerate().map(swept).collect()
}
