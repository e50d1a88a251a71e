//! Sonar Sweep: two neighbouring windows share all but their ends, so the ends alone are compared.
//!
//! `a + b + c < b + c + d` is `a < d`, whatever the width: no sum is ever made, and a count is one pass without
//! branches over two views of the same array, which the compiler turns into vector comparisons. Depths are `i32`,
//! for SSE2 compares signed numbers only.
use contract::InvalidInput;
use contract::reading::lines;

const DEEPEST: u64 = 1_000_000;

pub fn parse(text: &str) -> Result<Vec<i32>, InvalidInput> {
    let message = format!("expected a number from 0 to {DEEPEST}");
    lines(text, &message, |line| line.natural(DEEPEST).map(|depth| depth as i32))
}

fn increases(depths: &[i32], window: usize) -> usize {
    let later = depths.get(window..).unwrap_or(&[]);
    depths.iter().zip(later).filter(|(lost, gained)| lost < gained).count()
}

pub fn part1(depths: &[i32]) -> usize {
    increases(depths, 1)
}

pub fn part2(depths: &[i32]) -> usize {
    increases(depths, 3)
}
