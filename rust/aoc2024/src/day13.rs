//! Claw Contraption: one division says that most prizes can't be won, and of the others a second one says what they cost.
//!
//! Where both buttons lead along one line, presses of A are tried until B does the rest, as rarely as may be, and the same with A and B
//! exchanged: 99 tries at most.

use contract::InvalidInput;
use contract::reading::Cursor;

/// Moves by A and by B, and where the prize is.
pub struct Machine {
    a: [i64; 2],
    b: [i64; 2],
    prize: [i64; 2],
}

pub fn parse(text: &str) -> Result<Vec<Machine>, InvalidInput> {
    Cursor::new(text).blocks(|lines| {
        let a = lines.line("expected Button A: X+12, Y+34 with numbers from 1 to 99", |line| {
            button(line, "Button A: X+")
        })?;
        let b = lines.line("expected Button B: X+12, Y+34 with numbers from 1 to 99", |line| {
            button(line, "Button B: X+")
        })?;
        let prize = lines.line("expected Prize: X=56, Y=78 with numbers to 999999", |line| {
            pair(line, "Prize: X=", ", Y=", 999_999)
        })?;
        Ok(Machine { a, b, prize })
    })
}

fn button(line: &mut Cursor, first: &str) -> Option<[i64; 2]> {
    pair(line, first, ", Y+", 99).filter(|moves| moves[0] > 0 && moves[1] > 0)
}

fn pair(line: &mut Cursor, first: &str, second: &str, most: u64) -> Option<[i64; 2]> {
    line.tag(first)?;
    let x = line.natural(most)? as i64;
    line.tag(second)?;
    Some([x, line.natural(most)? as i64])
}

/// In more than 64 bits, as nothing limits how many machines there are.
pub fn part1(machines: &[Machine]) -> i128 {
    machines.iter().map(|machine| i128::from(machine.tokens(machine.prize, 100))).sum()
}

pub fn part2(machines: &[Machine]) -> i128 {
    let far = |machine: &Machine| machine.tokens(machine.prize.map(|at| at + 10_000_000_000_000), i64::MAX);
    machines.iter().map(|machine| i128::from(far(machine))).sum()
}

impl Machine {
    /// What the prize costs at least, with so many presses of a button at most; 0 if it can't be won.
    fn tokens(&self, [x, y]: [i64; 2], most: i64) -> i64 {
        let ([ax, ay], [bx, by]) = (self.a, self.b);
        let area = ax * by - ay * bx;
        let may = 0..=most;
        let cost = |(a, b)| (may.contains(&a) && may.contains(&b)).then_some(3 * a + b);
        if area != 0 {
            let (a, rest) = divided(x * by - y * bx, area);
            let (b, left) = divided(x - a * ax, bx);
            // The second equation holds for these fractions, so it does for whole numbers.
            return if rest == 0 && left == 0 { cost((a, b)).unwrap_or(0) } else { 0 };
        }
        if ax * y != ay * x {
            return 0;
        }
        let fewest_a = fewest(ax, bx, x, most).and_then(cost);
        let fewest_b = fewest(bx, ax, x, most).and_then(|(b, a)| cost((a, b)));
        fewest_a.into_iter().chain(fewest_b).min().unwrap_or(0)
    }
}

fn divided(number: i64, by: i64) -> (i64, i64) {
    (number / by, number % by)
}

/// How seldom one step can be taken so that others, up to so many, lead to a goal; and how many others.
fn fewest(one: i64, other: i64, goal: i64, most: i64) -> Option<(i64, i64)> {
    let least = (goal - most.min(goal) * other + one - 1).div_euclid(one).max(0);
    (least..least + other)
        .map(|times| (times, goal - times * one))
        .find(|(_, rest)| rest % other == 0)
        .map(|(times, rest)| (times, rest / other))
}
