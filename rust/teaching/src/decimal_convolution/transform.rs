//! Exact convolution by a complex [Fourier transform](https://en.wikipedia.org/wiki/Fast_Fourier_transform) in doubles.
//!
//! The product modulo x^N - i is known by those modulo x^(N/4) - w, for the four w with w^4 = i, and so on down to blocks
//! of 4 to 14 coefficients, which are multiplied as at school. Why i? Because real coefficients then go two to a complex
//! number: with b the one N places above a, no more is asked of a + bi than x^N = i.
//!
//! The first split goes to the four lanes of a vector, and from there on each lane splits its own block, so that nothing
//! is ever moved between lanes. A block is done before the next one is split, so that it stays in the cache.
//!
//! Sums are exact because they are integers, and known within less than 1/2: see [`Shape::error`].

use super::complex::{Complex, LANES, each};
use super::roots::{QUARTERS, Roots, powers, table, turn};
use super::shape::Shape;
use super::vectors::Vectors;
use contract::{compiled_twice, machine::Machine};

/// From a block's parts to its four quarters: a + b + c + d, a - b + c - d, a + ib - c - id, a - ib - c + id, after b, c and d
/// have been multiplied by the roots. Where `REAL`, all four have no imaginary part.
#[inline(always)]
fn fourfold<const FMA: bool, const REAL: bool>([a, b, c, d]: [Complex; 4], roots: &Roots) -> [Complex; 4] {
    let [b, c, d] = match REAL {
        true => [roots[0].scaled(b.re), roots[1].scaled(c.re), roots[2].scaled(d.re)],
        false => [b.times::<FMA>(roots[0]), c.times::<FMA>(roots[1]), d.times::<FMA>(roots[2])],
    };
    let (even, odd) = (a.plus(c), b.plus(d));
    let (minus, across) = (a.minus(c), b.minus(d).turned());
    [even.plus(odd), even.minus(odd), minus.plus(across), minus.minus(across)]
}

/// The inverse, times four.
#[inline(always)]
fn unfourfold<const FMA: bool>([a, b, c, d]: [Complex; 4], roots: &Roots) -> [Complex; 4] {
    let (even, odd) = (a.plus(b), a.minus(b));
    let (minus, across) = (c.plus(d), c.minus(d).turned());
    let (b, c, d) = (odd.minus(across), even.minus(minus), odd.plus(across));
    [even.plus(minus), b.over::<FMA>(roots[0]), c.over::<FMA>(roots[1]), d.over::<FMA>(roots[2])]
}

const SPLIT: bool = false;
const JOIN: bool = true;

/// From a block to its four quarters in place, or back.
#[inline(always)]
fn pass<const FMA: bool, const JOIN: bool>(values: &mut [Complex], roots: &Roots) {
    let (low, high) = values.split_at_mut(values.len() / 2);
    let ((a, b), (c, d)) = (low.split_at_mut(low.len() / 2), high.split_at_mut(high.len() / 2));
    for (((a, b), c), d) in a.iter_mut().zip(b).zip(c).zip(d) {
        let four = [*a, *b, *c, *d];
        [*a, *b, *c, *d] =
            if JOIN { unfourfold::<FMA>(four, roots) } else { fourfold::<FMA, false>(four, roots) };
    }
}

/// The product of a and b modulo a block of four leaves, in a, times four; without b the square. Leaves are multiplied modulo
/// x^M - w as at school, for the four w that the first of the roots, turned by quarters, is.
#[inline(always)]
fn finish<const FMA: bool, const M: usize>(a: &mut [Complex], mut b: Option<&mut [Complex]>, roots: &Roots) {
    let y = roots[0];
    let w = [y, Complex::ZERO.minus(y), y.turned(), Complex::ZERO.minus(y.turned())];
    pass::<FMA, SPLIT>(a, roots);
    if let Some(b) = &mut b {
        pass::<FMA, SPLIT>(b, roots);
    }
    for (at, a) in a.chunks_exact_mut(M).enumerate() {
        let x: [Complex; M] = (&*a).try_into().expect("M coefficients");
        let b = b.as_ref().map_or(x, |b| b[at * M..][..M].try_into().expect("M coefficients"));
        let mut wrapped = b;
        wrapped.iter_mut().for_each(|b| *b = b.times::<FMA>(w[at]));
        for (t, out) in a.iter_mut().enumerate() {
            let other = |i: usize| if i <= t { b[t - i] } else { wrapped[t + M - i] };
            *out = (0..M).fold(Complex::ZERO, |sum, i| sum.plus_product::<FMA>(x[i], other(i)));
        }
    }
    pass::<FMA, JOIN>(a, roots);
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
        let above = |j: usize| if REAL { [0.0; LANES] } else { lanes(j + 4) };
        let parts = fourfold::<FMA, REAL>(each(|j| Complex { re: lanes(j), im: above(j) }), roots);
        for (k, into) in into.iter_mut().enumerate() {
            *into = Complex { re: each(|j| parts[j].re[k]), im: each(|j| parts[j].im[k]) };
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
        for (j, part) in unfourfold::<FMA>(each(lane), roots).iter().enumerate() {
            strips[j][4 * t..][..4].copy_from_slice(&part.re.map(rounded));
            strips[j + 4][4 * t..][..4].copy_from_slice(&part.im.map(rounded));
        }
    }
}

compiled_twice! {
    trait Steps {
        fn spread<const REAL: bool>(strips: &Strips<f64>, into: &mut [Complex], roots: &Roots);
        fn gather(from: &[Complex], strips: &mut Strips<i64>, roots: &Roots, scale: f64);
        fn pass<const JOIN: bool>(values: &mut [Complex], roots: &Roots);
        fn finish<const M: usize>(a: &mut [Complex], b: Option<&mut [Complex]>, roots: &Roots);
    }
}

/// The product of a and b modulo a block, in a, times four to the number of the table's depths; without b the square.
fn multiply(a: &mut [Complex], mut b: Option<&mut [Complex]>, block: usize, table: &[Vec<Roots>]) {
    let machine = Machine::new();
    let (roots, below, quarter) = (&table[0][block], &table[1..], a.len() / 4);
    if below.is_empty() {
        return match quarter {
            4 => machine.finish::<4>(a, b, roots),
            5 => machine.finish::<5>(a, b, roots),
            6 => machine.finish::<6>(a, b, roots),
            7 => machine.finish::<7>(a, b, roots),
            8 => machine.finish::<8>(a, b, roots),
            10 => machine.finish::<10>(a, b, roots),
            12 => machine.finish::<12>(a, b, roots),
            _ => machine.finish::<14>(a, b, roots),
        };
    }
    machine.pass::<SPLIT>(a, roots);
    b.iter_mut().for_each(|b| machine.pass::<SPLIT>(b, roots));
    for (at, a) in a.chunks_exact_mut(quarter).enumerate() {
        let b = b.as_mut().map(|b| &mut b[at * quarter..][..quarter]);
        multiply(a, b, 4 * block + at, below);
    }
    machine.pass::<JOIN>(a, roots);
}

/// Integers to be convolved: how many there are, and what fills a strip with those from a place on, with 0 after the last.
pub type Sequence<'a> = (usize, &'a dyn Fn(usize, &mut [f64; STRIP]));

/// Which sums are in strips: those from `at` on in each of eight parts, which are split into runs, each in order.
pub struct Place {
    pub part: usize,
    pub run: usize,
    pub at: usize,
    pub width: usize,
}

/// What takes the sums.
pub type Take<'a> = &'a mut dyn FnMut(&Place, &Strips<i64>);

/// All a[i] b[j] summed by i + j, or all a[i] a[j] without b: at least `count` sums, those after that wrapped around and
/// taken away. None, before `take` is called, if they might not be exact.
pub fn convolve(a: Sequence, b: Option<Sequence>, count: usize, take: Take) -> Option<()> {
    let (shape, machine, lanes) = (Shape::new(count), Machine::new(), powers([turn(1 << 60); LANES]));
    let table = table(QUARTERS.map(|quarters| (4 * quarters + 1) << 60), shape.depths);
    let mut vectors = Vectors::with_capacity(if b.is_some() { 2 } else { 1 } * shape.count);

    // Of a large product a value goes to memory when it has been split twice, and comes back for both joins.
    let (first, below) = table.split_at(if vectors.is_mapped() { 2 } else { 0 });
    let norm = read(a, 0, shape.count, first, &mut vectors);
    let other = b.map_or(norm, |b| read(b, shape.count, shape.count, first, &mut vectors));
    if shape.error() * norm * other >= 0.49 {
        return None;
    }
    let run = shape.count >> (2 * first.len());
    let (x, y) = vectors.all().split_at_mut(shape.count);
    for (block, x) in x.chunks_exact_mut(run).enumerate() {
        multiply(x, y.chunks_exact_mut(run).nth(block), block, below);
    }
    let scale = 0.25 / (1u64 << (2 * shape.depths)) as f64;
    let (mut strips, mut own) = ([[0; STRIP]; 2 * LANES], vec![]);
    for at in (0..run).step_by(STRIP) {
        let width = STRIP.min(run - at);
        own.clear();
        x.chunks_exact(run).for_each(|x| own.extend_from_slice(&x[at..][..width]));
        for (level, roots) in first.iter().enumerate().rev() {
            let piece = own.len() >> (2 * level);
            own.chunks_exact_mut(piece).zip(roots).for_each(|(own, roots)| machine.pass::<JOIN>(own, roots));
        }
        for (block, own) in own.chunks_exact(width).enumerate() {
            machine.gather(own, &mut strips, &lanes, scale);
            take(&Place { part: shape.count, run, at: block * run + at, width }, &strips);
        }
    }
    Some(())
}

/// Puts a sequence's vectors, so many, at a place, split by the first roots; its norm.
fn read(
    (length, fill): Sequence,
    place: usize,
    count: usize,
    first: &[Vec<Roots>],
    into: &mut Vectors,
) -> f64 {
    let (machine, lanes, run) = (Machine::new(), powers([turn(1 << 60); LANES]), count >> (2 * first.len()));
    let parts = if length > LANES * count { 2 * LANES } else { LANES };
    let (mut strips, mut squares) = ([[0.0; STRIP]; 2 * LANES], [0.0; LANES]);
    let mut own = vec![Complex::ZERO; STRIP.min(run) << (2 * first.len())];
    for at in (0..run).step_by(STRIP) {
        let width = STRIP.min(run - at);
        let own = &mut own[..width << (2 * first.len())];
        for (block, own) in own.chunks_exact_mut(width).enumerate() {
            for (j, strip) in strips[..parts].iter_mut().enumerate() {
                fill(j * count + block * run + at, strip);
                let fours = strip[..width].chunks_exact(LANES);
                fours.for_each(|four| squares = each(|k| squares[k] + four[k] * four[k]));
            }
            match parts {
                LANES => machine.spread::<true>(&strips, own, &lanes),
                _ => machine.spread::<false>(&strips, own, &lanes),
            }
        }
        for (level, roots) in first.iter().enumerate() {
            let piece = own.len() >> (2 * level);
            own.chunks_exact_mut(piece).zip(roots).for_each(|(own, roots)| machine.pass::<SPLIT>(own, roots));
        }
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
        let second: Option<Sequence> = (a != b).then_some((b.len(), &y));
        convolve((a.len(), &x), second, count, &mut |place, strips| {
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
        for (m, n) in
            [(1, 1), (2, 3), (50, 79), (64, 64), (100, 133), (161, 160), (300, 721), (1000, 1000), (3001, 12)]
        {
            let [a, mut b] = [m, n].map(|length| (0..length).map(|_| next(10_000)).collect::<Vec<_>>());
            if m == n {
                b.clone_from(&a);
            }
            for count in [m + n - 1, m.max(n)] {
                let sums = convolved(&a, &b, count).expect("they are small");
                let mut expected = vec![0; sums.len()];
                for (i, x) in a.iter().enumerate() {
                    for (j, y) in b.iter().enumerate() {
                        let (at, sign) =
                            if i + j < sums.len() { (i + j, 1) } else { (i + j - sums.len(), -1) };
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
