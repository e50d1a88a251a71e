//! Trick Shot: shots are counted where they leave the target, in as many steps as x takes to come to rest.
//!
//! After any number of steps, the shots that are inside have horizontal speeds in one range and vertical speeds in
//! another, so they are a rectangle of velocities, and those who leave behind that step are this rectangle less what it
//! shares with the next one. A shot leaves once, and is counted then; this is the Haskell solution's idea. It
//! would be some three hundred steps for an official target, as the highest shot takes that long.
//!
//! But x comes to rest early: whoever moves at step t has come farther than the sum of the numbers up to t. So after a
//! number of steps like the square root of the target's distance, 17 officially, the horizontal speeds no longer
//! change, and from there on only the vertical speeds' runs of steps inside are to be counted. How many
//! runs there are at all is known from shots straight down, again after a few steps: a shot upward falls past the
//! launch's height as fast as one that is shot downward. Those before x is at rest are taken off.
//!
//! Shots that fly over a target which is not below the launch, and fall into it again, leave it twice; if x stays
//! inside they are the same shots. They are counted by the last step of the rise, and taken off.

use contract::reading::integer;
use contract::{InvalidInput, NoAnswer};

const LIMIT: i64 = 1_000_000;

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
    let mut rest = text.as_bytes();
    let [left, right, bottom, top] = numbers(&mut rest)
        .ok_or_else(|| InvalidInput::new(1, "expected a target area as x=1..2, y=-2..-1"))?;
    if [left, right, bottom, top].iter().any(|number| number.abs() > LIMIT) {
        return Err(InvalidInput::new(1, format!("expected numbers from -{LIMIT} to {LIMIT}")));
    }
    if left > right || bottom > top {
        return Err(InvalidInput::new(1, "expected the smaller number of a range first"));
    }
    if !rest.is_empty() {
        return Err(InvalidInput::new(2, "expected a single line"));
    }
    Ok(Target { xs: Range { first: left, last: right }, ys: Range { first: bottom, last: top } })
}

/// The four numbers of a target area, if the line ends after it.
fn numbers(rest: &mut &[u8]) -> Option<[i64; 4]> {
    let mut after = |before: &[u8]| {
        *rest = rest.strip_prefix(before)?;
        integer(rest, LIMIT)
    };
    let numbers = [after(b"target area: x=")?, after(b"..")?, after(b", y=")?, after(b"..")?];
    matches!(rest.first(), None | Some(b'\n')).then_some(numbers)
}

pub fn part1(target: &Target) -> Result<i64, NoAnswer> {
    let flight = Flight::to(target)?;
    // At rest it is only the time that counts: up to the target's top and back, or down to its bottom in one step.
    let Range { first: bottom, last: top } = target.ys;
    let (speed, steps) = if top < 0 { (-1 - bottom, -2 * bottom) } else { (top, 2 * top) };
    if flight.resting.size() > 0 && steps > flight.moving {
        return Ok(triangle(speed));
    }
    let inside = |step: &i64| flight.horizontal(*step).size() > 0 && flight.vertical(*step).size() > 0;
    let speeds = (1..=flight.moving).filter(inside).map(|step| flight.vertical(step).last);
    Ok(triangle(speeds.max().unwrap_or(0).max(0)))
}

pub fn part2(target: &Target) -> Result<i64, NoAnswer> {
    let flight = Flight::to(target)?;
    let resting = flight.resting.size();
    // Those who rest in the end are taken off here, and counted by all runs.
    let others = |xs: Range, ys: Range| (xs.size() - resting) * ys.size();
    let mut leaving = if resting > 0 { resting * flight.runs() } else { 0 };
    let (mut xs, mut ys) = (flight.horizontal(1), flight.vertical(1));
    for step in 1..=flight.moving {
        let (next_xs, next_ys) = (flight.horizontal(step + 1), flight.vertical(step + 1));
        leaving += others(xs, ys) - others(xs.meet(next_xs), ys.meet(next_ys));
        (xs, ys) = (next_xs, next_ys);
    }
    Ok(leaving - flight.bridges())
}


struct Flight {
    xs: Range,
    ys: Range,
    /// After so many steps whoever is inside is at rest there.
    moving: i64,
    /// The horizontal speeds of these.
    resting: Range,
}

impl Flight {
    fn to(target: &Target) -> Result<Self, NoAnswer> {
        let &Target { xs, ys } = target;
        let slowest = |x: i64| if x < 0 { -1 - untriangle(-1 - x) } else { untriangle(x) };
        let moving = untriangle(xs.last.max(-xs.first));
        let resting = Range { first: slowest(xs.first - 1) + 1, last: slowest(xs.last) };
        if ys.first <= 0 && ys.last >= 0 && resting.size() > 0 {
            return Err(NoAnswer("a shot can fly as high as one likes and fall through the target".into()));
        }
        Ok(Self { xs, ys, moving, resting })
    }

    /// The horizontal speeds that are inside after so many steps.
    fn horizontal(&self, step: i64) -> Range {
        let fastest = |x: i64, resting: i64| {
            let distance = if x < 0 { -1 - x } else { x };
            if distance < triangle(step) {
                return resting;
            }
            let speed = (distance + triangle(step - 1)) / step;
            if x < 0 { -1 - speed } else { speed }
        };
        Range {
            first: fastest(self.xs.first - 1, self.resting.first - 1) + 1,
            last: fastest(self.xs.last, self.resting.last),
        }
    }

    /// The vertical speeds that are inside after so many steps.
    fn vertical(&self, step: i64) -> Range {
        let fastest = |y: i64| (y + triangle(step - 1)).div_euclid(step);
        Range { first: fastest(self.ys.first - 1) + 1, last: fastest(self.ys.last) }
    }

    /// How many runs of steps inside do all vertical speeds have together, if the launch's height isn't inside?
    fn runs(&self) -> i64 {
        let Range { first: bottom, last: top } = self.ys;
        // A shot upward falls from the launch's height like one that is shot downward, only later; and it falls
        // to any height like it rises from there. So it is enough to look at one way, on which inside is one run.
        let one_way = |step| {
            let ys = self.vertical(step);
            if top < 0 { Range { last: -1, ..ys }.meet(ys) } else { Range { first: step, ..ys }.meet(ys) }
        };
        let steps = 1..=untriangle(top.max(-bottom));
        let shots: i64 = steps.map(|step| one_way(step).size() - one_way(step).meet(one_way(step + 1)).size()).sum();
        // Where the highest point is inside, both ways are one run.
        let turning = if top < 0 { 0 } else { untriangle(top) - untriangle(bottom - 1) };
        2 * shots - turning
    }

    /// How many shots come in twice, without leaving the range of x?
    fn bridges(&self) -> i64 {
        let mut count = 0;
        if self.ys.last <= 0 {
            return count;
        }
        for up in 1..=untriangle(self.ys.last) {
            let xs = self.horizontal(up);
            // Those for whom this is the last step before they fly over the top.
            let (ys, next) = (self.vertical(up), self.vertical(up + 1));
            let first = ys.first.max(up + 1).max(next.last + 1);
            // They come back as many steps before the return to the launch's height as this is after the launch.
            let still_moving = ((self.moving + up - 1) / 2).min(ys.last);
            for speed in first..=still_moving {
                count += xs.meet(self.horizontal(2 * speed + 1 - up)).size();
            }
            count += xs.meet(self.resting).size() * (ys.last - still_moving.max(first - 1)).max(0);
        }
        count
    }
}
