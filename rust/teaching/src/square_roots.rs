//! Square roots, by Newton's step for 1 / √n in decimal fixed point, by exact products modulo a prime, see [`modular`](crate::modular).
//!
//! A step doubles the digits, so all steps together cost twice the last. It needs no division, and n is one word, so
//! it is two products of half the digits: the square of y, and y times 1 - n y². The root is n y, of which ten digits
//! are asked for, so no other is made.

use contract::InvalidInput;
use contract::reading::{Cursor, lines};

use crate::modular::{convolve, negacyclic_square};

const MOST: u64 = 10u64.pow(18) - 1;
const FIRST: u64 = 10;
const LAST: u64 = 10_000_000;
const ROOT: &str = "expected a number from 1 to 999999999999999999 and a place from 10 to 10000000, as 2 100";

/// How many digits after those asked for are looked at first.
const GUARD: usize = 12;

pub struct Root {
    n: u64,
    place: usize,
}

pub fn parse(text: &str) -> Result<Vec<Root>, InvalidInput> {
    lines(text, ROOT, |line: &mut Cursor| {
        let n = line.natural(MOST)?;
        line.tag(" ")?;
        let place = line.natural(LAST)?;
        (n >= 1 && place >= FIRST).then_some(Root { n, place: place as usize })
    })
}

pub fn part1(roots: &[Root]) -> usize {
    roots.iter().map(|root| heron(root.n)).sum()
}

/// How often Heron's rule falls, from the least power of two that is not below the root.
fn heron(n: u64) -> usize {
    // The root of n is at most 2^j if n is at most 4^j.
    let mut x = 1 << (u64::BITS - (n - 1).leading_zeros()).div_ceil(2);
    let falls = std::iter::from_fn(|| {
        let mean = (x + n / x) / 2;
        (mean < x).then(|| x = mean)
    });
    falls.count()
}

pub fn part2(roots: &[Root]) -> String {
    let ten_digits = |&Root { n, place }: &Root| match place {
        // The more digits a limb has, the fewer may be summed: see `half_rest`.
        0..=13_000 => ten_digits::<{ 10u64.pow(8) }>(n, place),
        13_001..=1_200_000 => ten_digits::<{ 10u64.pow(7) }>(n, place),
        _ => ten_digits::<{ 10u64.pow(6) }>(n, place),
    };
    roots.iter().map(ten_digits).collect()
}

/// The digits of √n from place - 9 to place, cut off there.
///
/// The root is found too small, by less than a unit of the last place of a guard. So it is cut too low only
/// where all places of that guard are 9, and then a longer one decides: a root that is not whole has no end.
fn ten_digits<const BASE: u64>(n: u64, place: usize) -> String {
    if n.isqrt().pow(2) == n {
        return "0".repeat(10);
    }
    let digits = BASE.ilog10() as usize;
    let mut guard = GUARD;
    loop {
        // What is lost of y is below 3 units of its last limb, of n y below 3 n.
        let count = (place + guard + 19).div_ceil(digits);
        let after = count * digits - place;
        let low = last_limbs::<BASE>(n, count, (after + 10).div_ceil(digits));
        let root = product::<BASE>(&limbs::<BASE>(n), &low);
        let text: String = root[..low.len()].iter().rev().map(|limb| format!("{limb:0digits$}")).collect();
        let (before, after) = text.split_at(text.len() - after);
        if after.bytes().take(guard).any(|digit| digit != b'9') {
            return before[before.len() - 10..].to_owned();
        }
        guard *= 2;
    }
}

/// y = 1 / √n, for n from 2 on, as so many limbs after the point, the least significant first; never too large, and too
/// small by less than 2 units of the last limb.
///
/// From y of h limbs, y + y e / 2 with e = 1 - n y² is too small by less than y e² / 2, and cutting off takes a unit more.
/// As n is below 10^18, e² is so small that 2h - 2 limbs are right again.
fn inverse_root<const BASE: u64>(n: u64, count: usize) -> Vec<u64> {
    if count <= 3 {
        return first_limbs::<BASE>(n).to_vec();
    }
    let half = inverse_root::<BASE>(n, count.div_ceil(2) + 1);
    let step = product::<BASE>(&half, &half_rest::<BASE>(n, &half));
    sum::<BASE>(&half, &step[3 * half.len() - count..], count, count)
}

/// Three limbs of y: of 18 digits as they are, or else of 30 by way of those.
fn first_limbs<const BASE: u64>(n: u64) -> [u64; 3] {
    const SMALL: u64 = 10u64.pow(6);
    let digits = match BASE {
        SMALL => (10u128.pow(36) / u128::from(n)).isqrt(),
        _ => {
            let limbs = inverse_root::<SMALL>(n, 5);
            let digits =
                limbs.iter().rev().fold(0, |value, &limb| value * u128::from(SMALL) + u128::from(limb));
            digits / 10u128.pow(30 - 3 * BASE.ilog10())
        }
    };
    [0, 1, 2].map(|at| (digits / u128::from(BASE).pow(at) % u128::from(BASE)) as u64)
}

/// The last limbs of y alone, of which two more are made for what they carry; too small by less than 3 units.
fn last_limbs<const BASE: u64>(n: u64, count: usize, last: usize) -> Vec<u64> {
    let half = inverse_root::<BASE>(n, count.div_ceil(2) + 1);
    let rest = half_rest::<BASE>(n, &half);
    let from = 3 * half.len() - count - 2;
    let sum_at = |at: usize| {
        let first = (at + 1).saturating_sub(rest.len());
        half.iter().skip(first).zip(rest[..=at.min(rest.len() - 1)].iter().rev()).map(|(y, e)| y * e).sum()
    };
    let step = carried::<BASE>((from..from + 2 + last).map(sum_at).collect());
    sum::<BASE>(&half, &step[2..], count, last)
}

/// e / 2, in units of the last place of y².
///
/// Of e = 1 - n y² the first half is 0. So y² need be known modulo B^N + 1 only, with N a bit more than h. With limbs from
/// -B / 2 to B / 2 sums are a quarter as large, and a limb may have a digit more; the product with e, of half as many
/// limbs, is as large then.
fn half_rest<const BASE: u64>(n: u64, half: &[u64]) -> Vec<u64> {
    let square = wrapped::<BASE>(negacyclic_square(&balanced::<BASE>(half), half.len() + 3));
    let (length, count) = (square.len(), half.len() + 2);
    let mut rest = vec![0; length];
    for (shift, digit) in limbs::<BASE>(n).into_iter().enumerate().filter(|&(_, digit)| digit > 0) {
        let (low, high) = square.split_at(length - shift);
        rest[shift..].iter_mut().zip(low).for_each(|(rest, limb)| *rest -= digit as i64 * limb);
        rest.iter_mut().zip(high).for_each(|(rest, limb)| *rest += digit as i64 * limb);
    }
    // B^2h, as B^N is -1.
    rest[2 * half.len() - length] -= 1;
    let rest = wrapped::<BASE>(rest);
    let halves = rest[..=count].windows(2).map(|pair| (pair[0] / 2 + pair[1] % 2 * (BASE / 2) as i64) as u64);
    halves.collect()
}

/// The same number in limbs from -B / 2 to B / 2, one more.
fn balanced<const BASE: u64>(limbs: &[u64]) -> Vec<i64> {
    let mut carry = 0;
    let limb = |&limb: &u64| {
        let value = limb + carry;
        carry = u64::from(value > BASE / 2);
        value as i64 - (carry * BASE) as i64
    };
    let mut balanced: Vec<i64> = limbs.iter().map(limb).collect();
    balanced.push(carry as i64);
    balanced
}

/// Makes limbs of sums modulo B^N + 1. The first may be -1 or B, if the number is hardly more than 0.
fn wrapped<const BASE: u64>(mut sums: Vec<i64>) -> Vec<i64> {
    let base = const { BASE as i64 };
    let mut carry = 0;
    for sum in &mut sums {
        carry += *sum;
        *sum = carry.rem_euclid(base);
        carry = carry.div_euclid(base);
    }
    // Twice at most: the first time more is carried than a limb, then 1, 0 or -1.
    for _ in 0..2 {
        carry = -carry;
        for sum in &mut sums {
            if carry == 0 {
                break;
            }
            carry += *sum;
            *sum = carry.rem_euclid(base);
            carry = carry.div_euclid(base);
        }
    }
    sums[0] -= carry;
    sums
}

/// The last limbs of `half`, whose first stands at `count`, and a step together.
fn sum<const BASE: u64>(half: &[u64], step: &[u64], count: usize, last: usize) -> Vec<u64> {
    let zeros = std::iter::repeat_n(&0, count - half.len());
    let steps = step.iter().chain(std::iter::repeat(&0));
    let mut sums =
        carried::<BASE>(zeros.chain(half).zip(steps).map(|(half, step)| half + step).take(last).collect());
    sums.truncate(last);
    sums
}

fn product<const BASE: u64>(a: &[u64], b: &[u64]) -> Vec<u64> {
    let sums = convolve(&balanced::<BASE>(a), &balanced::<BASE>(b));
    wrapped::<BASE>(sums).into_iter().map(|limb| limb as u64).collect()
}

fn carried<const BASE: u64>(mut sums: Vec<u64>) -> Vec<u64> {
    let mut carry = 0;
    for sum in &mut sums {
        carry += *sum;
        *sum = carry % BASE;
        carry /= BASE;
    }
    while carry > 0 {
        sums.push(carry % BASE);
        carry /= BASE;
    }
    sums
}

fn limbs<const BASE: u64>(n: u64) -> [u64; 3] {
    [n % BASE, n / BASE % BASE, n / BASE.pow(2)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_too_small_by_less_than_two_units<const BASE: u64>() {
        for n in [2, 3, 99, (1 << 40) + 1, 10u64.pow(18) - 1, 10u64.pow(18) - 2, 25 * 10u64.pow(16) + 1] {
            for count in [3, 4, 5, 6, 7, 8, 9, 20, 33, 100, 257, 1000] {
                let mut inverse = inverse_root::<BASE>(n, count);
                for whole in [0, 1] {
                    // n y^2, where 1 is limb 2 * count.
                    let square = product::<BASE>(&limbs::<BASE>(n), &product::<BASE>(&inverse, &inverse));
                    let is_less = square[2 * count..].iter().all(|&limb| limb == 0);
                    assert_eq!(is_less, whole == 0, "{n} {count}");
                    inverse = carried::<BASE>([&[inverse[0] + 2], &inverse[1..]].concat());
                }
            }
        }
    }

    fn limbs_alone_are_those_of_the_whole<const BASE: u64>() {
        for n in [2, 999_999_999_999_999_989] {
            for count in [4, 11, 100, 999] {
                let whole = inverse_root::<BASE>(n, count);
                let last = last_limbs::<BASE>(n, count, 4);
                let value = |limbs: &[u64]| {
                    limbs.iter().rev().fold(0, |value, limb| value * i128::from(BASE) + i128::from(*limb))
                };
                assert!((value(&whole[..4]) - value(&last)).rem_euclid(i128::from(BASE).pow(4)) <= 2);
            }
        }
    }

    #[test]
    fn inverse_roots_in_limbs_of_six_to_eight_digits() {
        is_too_small_by_less_than_two_units::<1_000_000>();
        is_too_small_by_less_than_two_units::<10_000_000>();
        is_too_small_by_less_than_two_units::<100_000_000>();
        limbs_alone_are_those_of_the_whole::<1_000_000>();
        limbs_alone_are_those_of_the_whole::<10_000_000>();
        limbs_alone_are_those_of_the_whole::<100_000_000>();
    }
}
