//! No Such Thing as Too Much: ways to hold each amount, container by container.
//!
//! Up to 64 containers have fewer than 2^64 sets, so that a count is a word; with more of them it is as long as it must be. A count
//! and the containers that it takes stand side by side, and containers that cost nothing answer part 1.

use contract::{InvalidInput, NoAnswer, decimal::Decimal, reading::lines};
use std::fmt::Display;
use std::ops::AddAssign;

const LITRES: usize = 150;
const MOST: usize = 2000;
const WRONG: &str = "expected a container of 1 to 999 litres, on at most 2000 lines";

pub fn parse(text: &str) -> Result<Vec<usize>, InvalidInput> {
    let mut count = 0;
    lines(text, WRONG, |line| {
        count += 1;
        line.natural(999).filter(|&size| size > 0 && count <= MOST).map(|size| size as usize)
    })
}

pub fn part1(containers: &[usize]) -> String {
    counted(containers, 0).unwrap_or_else(|| "0".into())
}

pub fn part2(containers: &[usize]) -> Result<String, NoAnswer> {
    counted(containers, 1).ok_or_else(|| NoAnswer(format!("no containers hold {LITRES} litres together")))
}

/// The number of cheapest ways, if there is one, where each container has a price.
fn counted(containers: &[usize], price: u32) -> Option<String> {
    if containers.len() <= 64 {
        cheapest(containers, price, 1u64)
    } else {
        cheapest(containers, price, Decimal::one())
    }
}

/// As `counted`, by numbers which begin with a 1.
fn cheapest<N: Clone + Default + Display + for<'a> AddAssign<&'a N>>(
    containers: &[usize],
    price: u32,
    one: N,
) -> Option<String> {
    // The cost of each amount, and in how many ways it is held at that.
    let mut held = vec![(u32::MAX, N::default()); LITRES + 1];
    held[0] = (0, one);
    for &size in containers {
        for litres in (size..=LITRES).rev() {
            let (before, from) = held.split_at_mut(litres);
            let ((cost, ways), (least, found)) = (&before[litres - size], &mut from[0]);
            let cost = cost.saturating_add(price);
            if cost < *least {
                (*least, *found) = (cost, ways.clone());
            } else if cost == *least && cost < u32::MAX {
                *found += ways;
            }
        }
    }
    let (cost, ways) = &held[LITRES];
    (*cost < u32::MAX).then(|| ways.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_long_numbers_count_alike() {
        let containers: Vec<usize> = (0..40).map(|number| 1 + number * 37 % 50).collect();
        for price in [0, 1] {
            let words = cheapest(&containers, price, 1u64);
            assert_eq!(words, cheapest(&containers, price, Decimal::one()));
        }
    }
}
