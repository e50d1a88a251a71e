//! Reactor Reboot: the latest step is carved out of space first, and what is left asks the earlier ones.
//!
//! Read from the last step backward, a cube is decided by the first cuboid that it is in. So the latest step settles its
//! cuboid whole, and each of the at most six boxes around it asks the earlier steps: those that reach into it, cut to it,
//! down to one that fills it. A region with more than [`FEW`] steps is first cut in two. All lists lie on one stack; a
//! cuboid is two vectors in [SIMD](https://en.wikipedia.org/wiki/Single_instruction,_multiple_data) registers, and cutting
//! it is a maximum and a minimum.

use std::ops::Range;

use contract::InvalidInput;
use contract::reading::lines;
use wide::{CmpLt, f32x4};

/// No coordinate is further from 0: floats are exact, and all cubes fewer than 2^63.
const LIMIT: i32 = 1_000_000;

/// As many steps are better carved out than cut.
const FEW: usize = 16;

/// What a step does to a cuboid, or a region: x, y and z from `low` to before `high`.
#[derive(Clone, Copy)]
pub struct Step {
    low: f32x4,
    high: f32x4,
}

/// The fourth lane above.
const ON: f32 = 1.0;
const OFF: f32 = 2.0;

impl Step {
    fn new(low: [i32; 3], high: [i32; 3], switch: f32) -> Self {
        let lanes = |[x, y, z]: [i32; 3], last| f32x4::new([x as f32, y as f32, z as f32, last]);
        Self { low: lanes(low, 0.0), high: lanes(high, switch) }
    }

    fn within(&self, other: &Self) -> Self {
        Self { low: self.low.fast_max(other.low), high: self.high.fast_min(other.high) }
    }

    fn is_empty(&self) -> bool {
        self.low.cmp_lt(self.high).move_mask() != 0b1111
    }

    /// Is it all of a region?
    fn fills(&self, region: &Self) -> bool {
        let smaller = region.low.cmp_lt(self.low) | self.high.cmp_lt(region.high);
        smaller.move_mask() & 0b111 == 0
    }

    fn range(&self, axis: usize) -> (f32, f32) {
        (self.low.to_array()[axis], self.high.to_array()[axis])
    }

    /// What is below a plane, and what above.
    fn cut(&self, axis: usize, at: f32) -> [Self; 2] {
        let (mut low, mut high) = (self.low.to_array(), self.high.to_array());
        low[axis] = at;
        high[axis] = at;
        [Self { low: self.low, high: f32x4::new(high) }, Self { low: f32x4::new(low), high: self.high }]
    }

    fn volume(&self) -> i64 {
        let [x, y, z, _] = (self.high - self.low).to_array();
        x as i64 * y as i64 * z as i64
    }

    /// How many cubes are in both, and perhaps in a third?
    fn common(&self, other: &Self) -> i64 {
        let both = self.within(other);
        if both.is_empty() { 0 } else { both.volume() }
    }

    /// So many cubes, if it turns them on.
    fn lit(&self, cubes: i64) -> i64 {
        if self.high.to_array()[3] == ON { cubes } else { 0 }
    }
}

pub fn part1(steps: &[Step]) -> i64 {
    total(steps, [-50; 3], [51; 3])
}

pub fn part2(steps: &[Step]) -> i64 {
    total(steps, [-LIMIT; 3], [LIMIT + 1; 3])
}

/// How many cubes of a region are on in the end? The latest step is the first.
fn total(steps: &[Step], low: [i32; 3], high: [i32; 3]) -> i64 {
    let region = Step::new(low, high, OFF);
    let mut stack = Vec::with_capacity(8 * steps.len());
    stack.extend_from_slice(steps);
    lit(&mut stack, 0..steps.len(), &region, 0, &mut Vec::new())
}

/// How many cubes of a region do the steps of that range turn on? It is cut across an axis first, if at all.
fn lit(stack: &mut Vec<Step>, steps: Range<usize>, region: &Step, axis: usize, faces: &mut Vec<f32>) -> i64 {
    let start = stack.len();
    enter(stack, steps, region);
    let steps = start..stack.len();
    let cubes = if steps.len() <= FEW {
        carved(stack, steps, region)
    } else {
        let (axis, at) = middle(&stack[steps.clone()], region, axis, faces);
        region.cut(axis, at).iter().map(|half| lit(stack, steps.clone(), half, (axis + 1) % 3, faces)).sum()
    };
    stack.truncate(start);
    cubes
}

/// Copies what the steps do to a region onto the stack.
fn enter(stack: &mut Vec<Step>, steps: Range<usize>, region: &Step) {
    for at in steps {
        let step = stack[at].within(region);
        if !step.is_empty() {
            stack.push(step);
            if step.fills(region) {
                break;
            }
        }
    }
}

/// The median face in the first direction that has any, from that one on.
fn middle(steps: &[Step], region: &Step, axis: usize, faces: &mut Vec<f32>) -> (usize, f32) {
    let (start, end) = region.range(axis);
    faces.clear();
    let both = |step: &Step| <[f32; 2]>::from(step.range(axis));
    faces.extend(steps.iter().flat_map(both).filter(|face| start < *face && *face < end));
    if faces.is_empty() {
        // Of two steps the first doesn't fill the region, so another direction has faces.
        return middle(steps, region, (axis + 1) % 3, faces);
    }
    let half = faces.len() / 2;
    (axis, *faces.select_nth_unstable_by(half, f32::total_cmp).1)
}

/// How many cubes are turned on by few steps, the stack's last ones, which are cut to the region?
fn carved(stack: &mut Vec<Step>, steps: Range<usize>, region: &Step) -> i64 {
    match &stack[steps.clone()] {
        [] => 0,
        [a] => a.lit(a.volume()),
        [a, b] => a.lit(a.volume()) + b.lit(b.volume() - a.common(b)),
        [a, b, c] => {
            let only_b = b.volume() - a.common(b);
            let in_both = if a.common(b) > 0 { a.within(b).common(c) } else { 0 };
            let only_c = c.volume() - a.common(c) - b.common(c) + in_both;
            a.lit(a.volume()) + b.lit(only_b) + c.lit(only_c)
        }
        &[latest, ..] => {
            let mut cubes = latest.lit(latest.volume());
            let mut left = *region;
            for axis in 0..3 {
                let (low, high) = latest.range(axis);
                let (start, end) = left.range(axis);
                if start < low {
                    let [below, others] = left.cut(axis, low);
                    cubes += piece(stack, steps.start + 1..steps.end, &below);
                    left = others;
                }
                if high < end {
                    let [others, above] = left.cut(axis, high);
                    cubes += piece(stack, steps.start + 1..steps.end, &above);
                    left = others;
                }
            }
            cubes
        }
    }
}

fn piece(stack: &mut Vec<Step>, steps: Range<usize>, region: &Step) -> i64 {
    let start = stack.len();
    enter(stack, steps, region);
    let cubes = carved(stack, start..stack.len(), region);
    stack.truncate(start);
    cubes
}

/// The last step is the first.
pub fn parse(text: &str) -> Result<Vec<Step>, InvalidInput> {
    let mut steps = lines(text, "expected on or off and a cuboid as x=-1..2,y=0..5,z=3..3", |line| {
        let switch = [ON, OFF][line.choice(&["on", "off"])?];
        let (mut low, mut high) = ([0; 3], [0; 3]);
        for (axis, name) in [" x=", ",y=", ",z="].into_iter().enumerate() {
            line.tag(name)?;
            low[axis] = line.integer(LIMIT as u64)? as i32;
            line.tag("..")?;
            high[axis] = line.integer(LIMIT as u64)? as i32 + 1;
        }
        (0..3).all(|axis| low[axis] < high[axis]).then(|| Step::new(low, high, switch))
    })?;
    steps.reverse();
    Ok(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIDE: usize = 12;

    /// How many cubes of a small region are on if each asks the steps in turn?
    fn counted(steps: &[([usize; 3], [usize; 3], bool)]) -> i64 {
        let cubes = (0..SIDE.pow(3)).map(|at| [at / SIDE / SIDE, at / SIDE % SIDE, at % SIDE]);
        let on = |cube: &[usize; 3]| {
            let asked = |(low, high, _): &&([usize; 3], [usize; 3], bool)| {
                (0..3).all(|axis| (low[axis]..high[axis]).contains(&cube[axis]))
            };
            steps.iter().find(asked).is_some_and(|&(_, _, on)| on)
        };
        cubes.filter(on).count() as i64
    }

    /// Slabs are rare in generated inputs, and so many steps to so few cubes.
    #[test]
    fn crowds_of_slabs_and_cuboids_are_counted() {
        let mut state = 1u64;
        let mut random = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        for round in 0..600 {
            let steps: Vec<_> = (0..random(120))
                .map(|_| {
                    let (mut low, mut high) = ([0; 3], [SIDE; 3]);
                    let only = random(3);
                    for axis in 0..3 {
                        if round % 3 == 0 || axis == only || round % 3 == 1 && random(8) == 0 {
                            low[axis] = random(SIDE);
                            high[axis] = low[axis] + 1 + random((SIDE - low[axis]).min(4));
                        }
                    }
                    (low, high, random(2) == 0)
                })
                .collect();
            let whole = |corner: [usize; 3]| corner.map(|value| value as i32);
            let packed: Vec<_> = steps
                .iter()
                .map(|&(low, high, on)| Step::new(whole(low), whole(high), if on { ON } else { OFF }))
                .collect();
            assert_eq!(total(&packed, [0; 3], [SIDE as i32; 3]), counted(&steps));
        }
    }
}
