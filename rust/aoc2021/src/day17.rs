//! Trick Shot: shots are counted where they leave the target, not flown.
//!
//! After any number of steps the shots that are inside are a rectangle of velocities, as x allows a range of horizontal
//! speeds and y one of vertical speeds. Those that leave with the next step are this rectangle less what it shares with
//! the next one. A shot leaves once, and is counted then: the Haskell solution's idea.

use contract::InvalidInput;
use contract::reading::single;

const LIMIT: u64 = 20_000;

pub struct Target {
    xs: Range,
    ys: Range,
}

/// All numbers from the first to the last; empty if that is less than the first.
#[derive(Clone, Copy)]
struct Range {
    first: i64,
    last: i64,
}

impl Range {
    fn meet(self, other: Self) -> Self {
        Self { first: self.first.max(other.first), last: self.last.min(other.last) }
    }

    fn size(self) -> i64 {
        (self.last - self.first + 1).max(0)
    }
}

/// The sum of the numbers up to that one.
fn triangle(number: i64) -> i64 {
    number * (number + 1) / 2
}

/// The largest number whose triangle is not larger than that.
fn untriangle(sum: i64) -> i64 {
    ((8 * sum + 1).isqrt() - 1) / 2
}

pub fn parse(text: &str) -> Result<Target, InvalidInput> {
    let message = "expected a target area as x=20..30, y=-10..-5, in which a shot can come to rest in time";
    single(text, message, |line| {
        line.tag("target area: x=")?;
        let left = line.natural(LIMIT)? as i64;
        line.tag("..")?;
        let right = line.natural(LIMIT)? as i64;
        line.tag(", y=")?;
        let bottom = line.integer(LIMIT)?;
        line.tag("..")?;
        let top = line.integer(LIMIT)?;
        let is_target = 0 < left && left <= right && bottom <= top && top < 0;
        let target =
            Target { xs: Range { first: left, last: right }, ys: Range { first: bottom, last: top } };
        let in_time = || triangle(untriangle(right)) >= left && untriangle(left - 1) < -2 * bottom;
        (is_target && in_time()).then_some(target)
    })
}

/// A shot upward comes back through the launch's height one faster than it left, and may be in the lowest row a step
/// later.
pub fn part1(target: &Target) -> i64 {
    triangle(-target.ys.first - 1)
}

pub fn part2(target: &Target) -> i64 {
    let resting = [target.xs.first - 1, target.xs.last].map(untriangle);
    let inside = |step| (target.horizontal(step, resting), target.vertical(step));
    let mut count = 0;
    let mut now = inside(1);
    for step in 1..=-2 * target.ys.first {
        let next = inside(step + 1);
        count += now.0.size() * now.1.size() - now.0.meet(next.0).size() * now.1.meet(next.1).size();
        now = next;
    }
    count
}

impl Target {
    /// The vertical speeds with which a shot is inside after so many steps.
    fn vertical(&self, step: i64) -> Range {
        let fastest = |y: i64| (y + triangle(step - 1)).div_euclid(step);
        Range { first: fastest(self.ys.first - 1) + 1, last: fastest(self.ys.last) }
    }

    /// The horizontal ones, if those are the fastest that rest before the target and in it.
    fn horizontal(&self, step: i64, [before, within]: [i64; 2]) -> Range {
        let fastest = |x, resting| if resting < step { resting } else { (x + triangle(step - 1)) / step };
        Range { first: fastest(self.xs.first - 1, before) + 1, last: fastest(self.xs.last, within) }
    }
}
