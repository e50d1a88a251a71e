//! Exact convolution by a complex [Fourier transform](https://en.wikipedia.org/wiki/Fast_Fourier_transform) in doubles.
//!
//! The product modulo x^N - i is known by those modulo x^(N/4) - w, for the four w with w^4 = i, and so on down to blocks
//! of 4 to 14 coefficients, which are multiplied as at school. Why i? Because real coefficients then go two to a complex
//! number: with b the one N places above a, no more is asked of a + bi than x^N = i.
//!
//! The first split goes to the four lanes of a vector, and from there on each lane splits its own block, so that nothing
//! is ever moved between lanes. A block that fits into the cache stays there until it is done.
//!
//! Sums are exact because they are integers, and known within less than 1/2: see [`Shape::error`].

use super::complex::{Complex, LANES, each};
use contract::{compiled_twice, machine::Machine};
use super::roots::{QUARTERS, Roots, table, turn};
use super::shape::Shape;
use super::vectors::Vectors;

/// Blocks up to so many vectors are worked on breadth first: two of them fill half of the second cache.
const CACHED: usize = 2048;

/// From a block to its four quarters, in place.
#[inline(always)]
fn split_in_four<const FMA: bool>(values: &mut [Complex], roots: &Roots) {
    let [a, b, c, d] = quarters(values);
    for (((a, b), c), d) in a.iter_mut().zip(b).zip(c).zip(d) {
        (*a, *b, *c, *d) = fourfold::<FMA>(*a, b.times::<FMA>(roots.y), c.times::<FMA>(roots.square), d.times::<FMA>(roots.cube));
    }
}

/// a + b + c + d, a - b + c - d, a + ib - c - id, a - ib - c + id
#[inline(always)]
fn fourfold<const FMA: bool>(a: Complex, b: Complex, c: Complex, d: Complex) -> (Complex, Complex, Complex, Complex) {
    let (even, odd) = (a.plus(c), b.plus(d));
    let (minus, across) = (a.minus(c), b.minus(d));
    (even.plus(odd), even.minus(odd), minus.plus_i(across), minus.minus_i(across))
}

#[inline(always)]
fn join_four<const FMA: bool>(values: &mut [Complex], roots: &Roots) {
    let [a, b, c, d] = quarters(values);
    for (((a, b), c), d) in a.iter_mut().zip(b).zip(c).zip(d) {
        let (e, f, g, h) = unfourfold(*a, *b, *c, *d);
        (*a, *b, *c, *d) = (e, f.over::<FMA>(roots.y), g.over::<FMA>(roots.square), h.over::<FMA>(roots.cube));
    }
}

/// The inverse of [`fourfold`], times four.
#[inline(always)]
fn unfourfold(a: Complex, b: Complex, c: Complex, d: Complex) -> (Complex, Complex, Complex, Complex) {
    let (even, odd) = (a.plus(b), a.minus(b));
    let (minus, across) = (c.plus(d), c.minus(d));
    (even.plus(minus), odd.minus_i(across), even.minus(minus), odd.plus_i(across))
}

fn quarters(values: &mut [Complex]) -> [&mut [Complex]; 4] {
    let (low, high) = values.split_at_mut(values.len() / 2);
    let (a, b) = low.split_at_mut(low.len() / 2);
    let (c, d) = high.split_at_mut(high.len() / 2);
    [a, b, c, d]
}

/// A block's quarters, theirs, and so on, by the roots of some depths.
#[inline(always)]
fn split<const FMA: bool>(values: &mut [Complex], block: usize, table: &[Vec<Roots>]) {
    for (level, roots) in table.iter().enumerate() {
        let pieces = values.chunks_exact_mut(values.len() >> (2 * level));
        for (piece, roots) in pieces.zip(&roots[block << (2 * level)..]) {
            split_in_four::<FMA>(piece, roots);
        }
    }
}

/// The inverse of [`split`], times four to the number of depths.
#[inline(always)]
fn join<const FMA: bool>(values: &mut [Complex], block: usize, table: &[Vec<Roots>]) {
    for (level, roots) in table.iter().enumerate().rev() {
        let pieces = values.chunks_exact_mut(values.len() >> (2 * level));
        for (piece, roots) in pieces.zip(&roots[block << (2 * level)..]) {
            join_four::<FMA>(piece, roots);
        }
    }
}

/// The product modulo x^M - w, as at school, in a.
#[inline(always)]
fn multiply_leaf<const FMA: bool, const M: usize>(a: &mut [Complex; M], b: &[Complex; M], w: Complex) {
    let x = *a;
    let mut wrapped = *b;
    for value in &mut wrapped {
        *value = value.times::<FMA>(w);
    }
    for (t, out) in a.iter_mut().enumerate() {
        let mut sum = Complex::ZERO;
        for (i, &x) in x.iter().enumerate() {
            sum = sum.plus_product::<FMA>(x, if i <= t { b[t - i] } else { wrapped[t + M - i] });
        }
        *out = sum;
    }
}

/// The products of the leaves of so many blocks as there are roots, each split in four once more.
#[inline(always)]
fn multiply_leaves<const FMA: bool, const M: usize>(a: &mut [Complex], b: Option<&[Complex]>, roots: &[Roots]) {
    for (at, a) in a.chunks_exact_mut(M).enumerate() {
        let y = roots[at / 4].y;
        let w = [y, Complex::ZERO.minus(y), Complex::ZERO.plus_i(y), Complex::ZERO.minus_i(y)][at % 4];
        let a: &mut [Complex; M] = a.try_into().expect("M coefficients");
        let b = b.map_or(*a, |b| b[at * M..][..M].try_into().expect("M coefficients"));
        multiply_leaf::<FMA, M>(a, &b, w);
    }
}

/// As many coefficients as are looked at together of each of the eight parts of a product.
pub const STRIP: usize = 64;

/// A strip of each part: the four quarters, and the four that are N places above.
pub type Strips<T> = [[T; STRIP]; 2 * LANES];

/// The vectors of a strip, each lane a block; where `REAL`, the four parts above are all 0.
#[inline(always)]
fn spread<const FMA: bool, const REAL: bool>(strips: &Strips<f64>, into: &mut [Complex], roots: &Roots) {
    for (t, into) in into.chunks_exact_mut(4).enumerate() {
        let lanes = |j: usize| each(|k| strips[j][4 * t + k]);
        let times = |j: usize, root: Complex| match REAL {
            true => root.scaled(lanes(j)),
            false => Complex { re: lanes(j), im: lanes(j + 4) }.times::<FMA>(root),
        };
        let first = Complex { re: lanes(0), im: if REAL { [0.0; LANES] } else { lanes(4) } };
        let (b, c, d) = (times(1, roots.y), times(2, roots.square), times(3, roots.cube));
        let (a, b, c, d) = fourfold::<FMA>(first, b, c, d);
        for (k, into) in into.iter_mut().enumerate() {
            into.re = [a.re[k], b.re[k], c.re[k], d.re[k]];
            into.im = [a.im[k], b.im[k], c.im[k], d.im[k]];
        }
    }
}

/// The inverse of [`spread`], times `scale`, rounded.
#[inline(always)]
fn gather<const FMA: bool>(from: &[Complex], strips: &mut Strips<i64>, roots: &Roots, scale: f64) {
    /// A double from 2^52 to 2^53 has an integer for its lowest 52 bits.
    const ROUNDING: f64 = 1.5 * (1u64 << 52) as f64;
    let rounded = |value: f64| (value * scale + ROUNDING).to_bits() as i64 - ROUNDING.to_bits() as i64;
    for (t, from) in from.chunks_exact(4).enumerate() {
        let lane = |j: usize| Complex { re: each(|k| from[k].re[j]), im: each(|k| from[k].im[j]) };
        let (a, b, c, d) = unfourfold(lane(0), lane(1), lane(2), lane(3));
        let parts = [a, b.over::<FMA>(roots.y), c.over::<FMA>(roots.square), d.over::<FMA>(roots.cube)];
        for (j, part) in parts.iter().enumerate() {
            for (j, part) in [(j, part.re), (j + 4, part.im)] {
                strips[j][4 * t..][..4].copy_from_slice(&each(|k| rounded(part[k])));
            }
        }
    }
}

compiled_twice! {
    trait Steps {
        fn spread<const REAL: bool>(strips: &Strips<f64>, into: &mut [Complex], roots: &Roots);
        fn gather(from: &[Complex], strips: &mut Strips<i64>, roots: &Roots, scale: f64);
        fn split(values: &mut [Complex], block: usize, table: &[Vec<Roots>]);
        fn join(values: &mut [Complex], block: usize, table: &[Vec<Roots>]);
        fn multiply_leaves<const M: usize>(a: &mut [Complex], b: Option<&[Complex]>, roots: &[Roots]);
    }
}

/// The product of a and b modulo a block, in a, times four to the number of the table's depths; without b the square.
fn multiply(machine: Machine, a: &mut [Complex], mut b: Option<&mut [Complex]>, block: usize, table: &[Vec<Roots>]) {
    let depths = if a.len() > CACHED { 1 } else { table.len() };
    let (own, below) = table.split_at(depths);
    machine.split(a, block, own);
    b.iter_mut().for_each(|b| machine.split(b, block, own));
    if below.is_empty() {
        let count = 1 << (2 * (depths - 1));
        let (b, roots) = (b.as_deref(), &own[depths - 1][block * count..][..count]);
        match a.len() / count / 4 {
            4 => machine.multiply_leaves::<4>(a, b, roots),
            5 => machine.multiply_leaves::<5>(a, b, roots),
            6 => machine.multiply_leaves::<6>(a, b, roots),
            7 => machine.multiply_leaves::<7>(a, b, roots),
            8 => machine.multiply_leaves::<8>(a, b, roots),
            10 => machine.multiply_leaves::<10>(a, b, roots),
            12 => machine.multiply_leaves::<12>(a, b, roots),
            _ => machine.multiply_leaves::<14>(a, b, roots),
        }
    } else {
        let quarter = a.len() / 4;
        for (at, a) in a.chunks_exact_mut(quarter).enumerate() {
            let b = b.as_mut().map(|b| &mut b[at * quarter..][..quarter]);
            multiply(machine, a, b, 4 * block + at, below);
        }
    }
    machine.join(a, block, own);
}

/// Integers to be convolved: how many there are, and what fills a strip with those from a place on, with 0 after the last.
pub struct Sequence<'a> {
    pub length: usize,
    pub fill: &'a dyn Fn(usize, &mut [f64; STRIP]),
}

/// Which sums are in strips: those from `at` on in each of eight parts, which are split into runs, each in order.
pub struct Place {
    pub part: usize,
    pub run: usize,
    pub at: usize,
    pub width: usize,
}

/// All a[i] b[j] summed by i + j, or all a[i] a[j] without b: at least `count` sums, those after that wrapped around and
/// taken away. None, before `take` is called, if they might not be exact.
pub fn convolve(
    a: Sequence,
    b: Option<Sequence>,
    count: usize,
    mut take: impl FnMut(&Place, &Strips<i64>),
) -> Option<()> {
    let (shape, machine, lanes) = (Shape::new(count), Machine::new(), Roots::new([turn(1 << 60); LANES]));
    let table = table(QUARTERS.map(|quarters| (4 * quarters + 1) << 60), shape.depths);
    let mut vectors = Vectors::with_capacity(if b.is_some() { 2 } else { 1 } * shape.count);

    // Of a large product a value goes to memory when it has been split twice, and comes back for both joins.
    let (first, below) = table.split_at(if vectors.is_mapped() { 2 } else { 0 });
    let norm = read(&a, 0, shape.count, first, &mut vectors);
    let other = b.map_or(norm, |b| read(&b, shape.count, shape.count, first, &mut vectors));
    if shape.error() * norm * other >= 0.49 {
        return None;
    }
    let run = shape.count >> (2 * first.len());
    let (x, y) = vectors.all().split_at_mut(shape.count);
    for (block, x) in x.chunks_exact_mut(run).enumerate() {
        multiply(machine, x, y.chunks_exact_mut(run).nth(block), block, below);
    }
    let scale = 0.25 / (1u64 << (2 * shape.depths)) as f64;
    let (mut strips, mut own) = ([[0; STRIP]; 2 * LANES], vec![]);
    for at in (0..run).step_by(STRIP) {
        let width = STRIP.min(run - at);
        own.clear();
        x.chunks_exact(run).for_each(|x| own.extend_from_slice(&x[at..][..width]));
        machine.join(&mut own, 0, first);
        for (block, own) in own.chunks_exact(width).enumerate() {
            machine.gather(own, &mut strips, &lanes, scale);
            take(&Place { part: shape.count, run, at: block * run + at, width }, &strips);
        }
    }
    Some(())
}

/// Puts a sequence's vectors, so many, at a place, split by the first roots; its norm.
fn read(sequence: &Sequence, place: usize, count: usize, first: &[Vec<Roots>], into: &mut Vectors) -> f64 {
    let (machine, lanes, run) = (Machine::new(), Roots::new([turn(1 << 60); LANES]), count >> (2 * first.len()));
    let parts = if sequence.length > LANES * count { 2 * LANES } else { LANES };
    let mut strips = [[0.0; STRIP]; 2 * LANES];
    let mut own = vec![Complex::ZERO; STRIP.min(run) << (2 * first.len())];
    let mut squares = [0.0; LANES];
    for at in (0..run).step_by(STRIP) {
        let width = STRIP.min(run - at);
        let own = &mut own[..width << (2 * first.len())];
        for (block, own) in own.chunks_exact_mut(width).enumerate() {
            for (j, strip) in strips[..parts].iter_mut().enumerate() {
                let from = j * count + block * run + at;
                if from < sequence.length { (sequence.fill)(from, strip) } else { strip.fill(0.0) }
                let fours = strip[..width].chunks_exact(LANES);
                fours.for_each(|four| squares = each(|k| squares[k] + four[k] * four[k]));
            }
            if parts > LANES {
                machine.spread::<false>(&strips, own, &lanes);
            } else {
                machine.spread::<true>(&strips, own, &lanes);
            }
        }
        machine.split(own, 0, first);
        for (block, own) in own.chunks_exact(width).enumerate() {
            into.put(place + block * run + at, own);
        }
    }
    squares.iter().sum::<f64>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sums of a transform of at least `count`, and how far a part goes.
    fn convolved(a: &[i64], b: &[i64], count: usize) -> Option<Vec<i64>> {
        let mut sums = vec![0; 8 * Shape::new(count).count];
        let fill = |values: &[i64], from: usize, into: &mut [f64; STRIP]| {
            *into = std::array::from_fn(|k| values.get(from + k).map_or(0.0, |&value| value as f64));
        };
        let [x, y] = [a, b].map(|values| move |from, into: &mut [f64; STRIP]| fill(values, from, into));
        let second = (a != b).then_some(Sequence { length: b.len(), fill: &y });
        convolve(Sequence { length: a.len(), fill: &x }, second, count, |place, strips| {
            for (j, strip) in strips.iter().enumerate() {
                sums[j * place.part + place.at..][..place.width].copy_from_slice(&strip[..place.width]);
            }
        })?;
        Some(sums)
    }

    #[test]
    fn sums_are_those_of_the_definition_and_wrap_around() {
        let mut random = 88_172_645_463_325_252u64;
        let mut next = |most: i64| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            (random % (2 * most as u64 + 1)) as i64 - most
        };
        for (m, n) in [(1, 1), (2, 3), (50, 79), (64, 64), (100, 133), (161, 160), (300, 721), (1000, 1000), (3001, 12)] {
            let [a, mut b] = [m, n].map(|length| (0..length).map(|_| next(10_000)).collect::<Vec<_>>());
            if m == n {
                b.clone_from(&a);
            }
            for count in [m + n - 1, m.max(n)] {
                let sums = convolved(&a, &b, count).expect("they are small");
                let mut expected = vec![0; sums.len()];
                for (i, x) in a.iter().enumerate() {
                    for (j, y) in b.iter().enumerate() {
                        let (at, sign) = if i + j < sums.len() { (i + j, 1) } else { (i + j - sums.len(), -1) };
                        expected[at] += sign * x * y;
                    }
                }
                assert_eq!(sums, expected, "{m} and {n} in {count}");
            }
        }
    }

    #[test]
    fn sums_that_might_be_wrong_are_not_made() {
        assert!(convolved(&[1 << 26; 4], &[1 << 26; 4], 7).is_none());
        assert!(convolved(&[1 << 21; 4], &[1 << 21; 4], 7).is_some());
    }
}
