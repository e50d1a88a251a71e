//! Exact convolution by a number-theoretic transform.
//!
//! All is done modulo the prime p = 2^62 - 2^46 + 1: a sum that is known to be below p is known by its remainder. p has
//! roots of unity of every order up to 2^46, so x^2h - r^2 splits into x^h - r and x^h + r, over and over, and a product
//! modulo the whole is known by the products modulo both halves. One recursion, [`multiply`], does it all, four quarters
//! at a time for half the traffic: a block that fits into the cache stays there until it is done.

mod prime;

use prime::{Factor, P, ROOTS, below, power, reduced};

/// Blocks up to this length are worked on breadth first: two of them fill the innermost cache.
const CACHED: usize = 2048;

/// The block that stands for x^N + 1, see [`factors`].
const WHOLE: usize = 1;

/// Where the shorter factor is no longer than this, multiplying as at school is quicker.
const SHORT: usize = 64;

/// All a[i] a[j] summed by i + j modulo x^N + 1, where N is the [`length`] of so many coefficients: what has come around
/// is subtracted. Exact as long as none is further from 0 than p / 2; there are no more values than coefficients.
pub fn negacyclic_square(a: &[i64], coefficients: usize) -> Vec<i64> {
    let mut square = remainders(a, length(coefficients));
    multiplied(&mut square, None);
    square.into_iter().map(signed).collect()
}

/// All a[i] b[j] summed by i + j, exact as long as none is further from 0 than p / 2. Neither is empty.
pub fn convolve(a: &[i64], b: &[i64]) -> Vec<i64> {
    let (long, short) = if a.len() < b.len() { (b, a) } else { (a, b) };
    let count = a.len() + b.len() - 1;
    if short.len() <= SHORT {
        let mut sums = vec![0; count];
        for (low, &x) in short.iter().enumerate() {
            sums[low..].iter_mut().zip(long).for_each(|(sum, &y)| *sum += x * y);
        }
        return sums;
    }
    let [mut sums, mut other] = [a, b].map(|values| remainders(values, length(count)));
    multiplied(&mut sums, Some(&mut other));
    sums.truncate(count);
    sums.into_iter().map(signed).collect()
}

/// What numbers leave modulo p, and zeros up to a length.
fn remainders(values: &[i64], length: usize) -> Vec<u64> {
    let remainder =
        |&value: &i64| if value < 0 { value.wrapping_add_unsigned(P) as u64 } else { value as u64 };
    let mut remainders: Vec<u64> = values.iter().map(remainder).collect();
    remainders.resize(length, 0);
    remainders
}

/// The number nearest to 0 that leaves a remainder.
fn signed(remainder: u64) -> i64 {
    if remainder > P / 2 { remainder as i64 - P as i64 } else { remainder as i64 }
}

/// How long a transform holds so many coefficients: 4, 5, 6 or 7 times a power of two.
fn length(coefficients: usize) -> usize {
    let levels = coefficients.max(4).ilog2() - 2;
    coefficients.max(4).div_ceil(1 << levels) << levels
}

/// The product of a and b, or the square of a, modulo x^N + 1 and p, where N is their [`length`].
fn multiplied(a: &mut [u64], b: Option<&mut [u64]>) {
    let levels = a.len().ilog2() - 2;
    multiply(a, b, WHOLE, levels, &factors((WHOLE + 1) << levels));
    // 2^64 / 2^levels
    let scale = Factor::new(power(2, u64::from(64 - levels)));
    a.iter_mut().for_each(|value| *value = below(P, scale.times(*value)));
}

/// What each block is split by. Block k is x^2h - z[k]^2 and splits into block 2k, x^h - z[k], and
/// block 2k + 1, x^h + z[k]; block 0 is x - 1. So z[2k] is a square root of z[k], z[2k + 1] is i
/// times that, and a table serves every length.
fn factors(count: usize) -> Vec<Factor> {
    let mut table = Vec::with_capacity(count.next_power_of_two());
    table.push(Factor::new(1));
    for &root in &ROOTS[2..] {
        if table.len() >= count {
            break;
        }
        let root = Factor::new(root);
        for k in 0..table.len() {
            table.push(Factor::new(below(P, root.times(table[k].value))));
        }
    }
    table
}

/// z[k]^-1 is -z[mirror(k)], for k > 0.
fn mirror(k: usize) -> usize {
    k ^ ((1 << k.ilog2()) - 1)
}

/// (x, y) to (x + zy, x - zy); values below 4p stay so.
#[inline(always)]
fn split(z: Factor, x: u64, y: u64) -> (u64, u64) {
    let x = below(2 * P, x);
    let y = z.times(y);
    (x + y, x + 2 * P - y)
}

/// (x, y) to (x + y, (x - y) / z), where `minus` is -1/z; values below 2p stay so.
#[inline(always)]
fn join(minus: Factor, x: u64, y: u64) -> (u64, u64) {
    (below(2 * P, x + y), minus.times(y + 2 * P - x))
}

fn quarters(values: &mut [u64]) -> [&mut [u64]; 4] {
    let (low, high) = values.split_at_mut(values.len() / 2);
    let (a, b) = low.split_at_mut(low.len() / 2);
    let (c, d) = high.split_at_mut(high.len() / 2);
    [a, b, c, d]
}

/// From a block to its two halves, in place.
fn split_in_two(values: &mut [u64], block: usize, table: &[Factor]) {
    let z = table[block];
    let (a, b) = values.split_at_mut(values.len() / 2);
    for (a, b) in a.iter_mut().zip(b) {
        (*a, *b) = split(z, *a, *b);
    }
}

fn join_two(values: &mut [u64], block: usize, table: &[Factor]) {
    let z = table[mirror(block)];
    let (a, b) = values.split_at_mut(values.len() / 2);
    for (a, b) in a.iter_mut().zip(b) {
        (*a, *b) = join(z, *a, *b);
    }
}

/// From a block to its four quarters, in place.
fn split_in_four(values: &mut [u64], block: usize, table: &[Factor]) {
    let [z, left, right] = [block, 2 * block, 2 * block + 1].map(|block| table[block]);
    let [a, b, c, d] = quarters(values);
    for (((a, b), c), d) in a.iter_mut().zip(b).zip(c).zip(d) {
        let (e, g) = split(z, *a, *c);
        let (f, h) = split(z, *b, *d);
        (*a, *b) = split(left, e, f);
        (*c, *d) = split(right, g, h);
    }
}

fn join_four(values: &mut [u64], block: usize, table: &[Factor]) {
    let [z, left, right] = [block, 2 * block, 2 * block + 1].map(|block| table[mirror(block)]);
    let [a, b, c, d] = quarters(values);
    for (((a, b), c), d) in a.iter_mut().zip(b).zip(c).zip(d) {
        let (e, f) = join(left, *a, *b);
        let (g, h) = join(right, *c, *d);
        (*a, *c) = join(z, e, g);
        (*b, *d) = join(z, f, h);
    }
}

/// The product modulo x^M - r, as at school, divided by 2^64; r is z, or -z where `negative`.
#[inline(always)]
fn multiply_leaf<const M: usize>(a: &mut [u64; M], b: &[u64; M], z: Factor, negative: bool) {
    let mut x = [0; M];
    let mut y = [0; M];
    let mut wrapped = [0; M];
    for t in 0..M {
        x[t] = below(P, below(2 * P, a[t]));
        y[t] = below(P, below(2 * P, b[t]));
        let product = below(P, z.times(b[t]));
        wrapped[t] = if negative { P - product } else { product };
    }
    for (t, out) in a.iter_mut().enumerate() {
        let mut sum = 0;
        for i in 0..M {
            let y = if i <= t { y[t - i] } else { wrapped[t + M - i] };
            sum += u128::from(x[i]) * u128::from(y);
        }
        *out = reduced(sum);
    }
}

fn multiply_leaves<const M: usize>(a: &mut [u64], b: Option<&[u64]>, block: usize, table: &[Factor]) {
    for (at, a) in a.chunks_exact_mut(M).enumerate() {
        let block = block + at;
        let a: &mut [u64; M] = a.try_into().expect("a leaf has M coefficients");
        let b = b.map_or(*a, |b| b[at * M..][..M].try_into().expect("a leaf has M coefficients"));
        multiply_leaf::<M>(a, &b, table[block / 2], block % 2 == 1);
    }
}

/// The product of a and b modulo a block, in a, times 2^levels / 2^64; `levels` is how often the
/// block splits. Without b it is the square. Values are below 4p, the product's below 2p.
fn multiply(a: &mut [u64], mut b: Option<&mut [u64]>, block: usize, levels: u32, table: &[Factor]) {
    let pieces = match levels {
        0 => 1,
        _ if levels % 2 == 1 => 2,
        _ if a.len() > CACHED => 4,
        _ => 1,
    };
    if pieces > 1 {
        let split = if pieces == 2 { split_in_two } else { split_in_four };
        split(a, block, table);
        b.iter_mut().for_each(|b| split(b, block, table));
        let size = a.len() / pieces;
        for (at, a) in a.chunks_exact_mut(size).enumerate() {
            let b = b.as_mut().map(|b| &mut b[at * size..][..size]);
            multiply(a, b, pieces * block + at, levels - pieces.ilog2(), table);
        }
        let join = if pieces == 2 { join_two } else { join_four };
        join(a, block, table);
    } else {
        for values in [Some(&mut *a), b.as_deref_mut()].into_iter().flatten() {
            for level in (0..levels).step_by(2) {
                for (at, piece) in values.chunks_exact_mut(values.len() >> level).enumerate() {
                    split_in_four(piece, (block << level) + at, table);
                }
            }
        }
        let (leaves, first, b) = (a.len() >> levels, block << levels, b.as_deref());
        match leaves {
            4 => multiply_leaves::<4>(a, b, first, table),
            5 => multiply_leaves::<5>(a, b, first, table),
            6 => multiply_leaves::<6>(a, b, first, table),
            _ => multiply_leaves::<7>(a, b, first, table),
        }
        for level in (0..levels).step_by(2).rev() {
            for (at, piece) in a.chunks_exact_mut(a.len() >> level).enumerate() {
                join_four(piece, (block << level) + at, table);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_split_by_square_roots() {
        let table = factors(64);
        let value = |k: usize| table[k].value;
        for k in 0..32 {
            assert_eq!(Factor::new(value(2 * k)).times(value(2 * k)) % P, value(k));
            assert_eq!(Factor::new(ROOTS[2]).times(value(2 * k)) % P, value(2 * k + 1));
        }
        for k in 1..64 {
            assert_eq!(Factor::new(value(k)).times(P - value(mirror(k))) % P, 1);
        }
    }

    #[test]
    fn lengths_are_four_to_seven_times_a_power_of_two() {
        assert_eq!([1, 4, 7, 8, 9, 15, 17, 100].map(length), [4, 4, 7, 8, 10, 16, 20, 112]);
        assert!((1..5000).all(|n| length(n) >= n && length(length(n)) == length(n)));
    }

    #[test]
    fn a_square_comes_around_with_minus_signs() {
        for count in [1usize, 2, 5, 7, 8, 61, 1000, 5000] {
            let a: Vec<i64> = (0..count as i64).map(|at| at * at * 7919 % 1_000_003 - 500_000).collect();
            for coefficients in [count, 2 * count] {
                let found = negacyclic_square(&a, coefficients);
                let mut sums = vec![0; found.len()];
                for (i, x) in a.iter().enumerate() {
                    for (j, y) in a.iter().enumerate() {
                        let sign = if (i + j) / found.len() == 0 { 1 } else { -1 };
                        sums[(i + j) % found.len()] += sign * x * y;
                    }
                }
                assert_eq!(found, sums);
            }
        }
    }
}
