//! Monkey Market: sixteen buyers in the lanes of vectors, and four changes as a number of 16 bits without a collision.
//!
//! A step is linear over GF(2), so 2000 of them are one matrix, which the compiler works out: part 1 takes three look-ups a buyer. In part 2 an
//! entry of the table has, for four changes, what they have brought and a bit for each buyer of the sixteen that has seen them. Threads
//! share the buyers, each with a table of its own.

use std::sync::{Mutex, PoisonError};

use contract::{
    InvalidInput, compiled_twice,
    cores::{cores, share_out},
    machine::Machine,
    reading::Cursor,
};

const FORM: &str = "expected a number to 16777215, in 50000 lines at most";
const BITS: usize = 24;
const MASK: u32 = (1 << BITS) - 1;
const LONGEST: usize = 50_000;
const STEPS: usize = 2000;
const LANES: usize = 16;
/// As many buyers as can't pay more than 16 bits hold.
const TOGETHER: usize = 65535 / 9 / LANES * LANES;
/// Buyers whose prices take longer than a thread does to start.
const MANY: usize = 128;
/// Of the changes a, b, c and d that five prices may have, no two make the same ((a * F + b) * F + c) * F + d in 16 bits.
const FACTOR: u16 = 4683;

pub fn parse(text: &str) -> Result<Vec<u32>, InvalidInput> {
    let mut lines = Cursor::new(text);
    let mut count = 0;
    let secrets = lines.block(FORM, |line| {
        count += 1;
        line.natural(MASK.into()).filter(|_| count <= LONGEST).map(|secret| secret as u32)
    })?;
    lines.end()?;
    Ok(secrets)
}

const fn following(secret: u32) -> u32 {
    let secret = (secret ^ secret << 6) & MASK;
    let secret = secret ^ secret >> 5;
    (secret ^ secret << 11) & MASK
}

/// What becomes of a number, by what becomes of each bit.
const fn image(of_bits: &[u32; BITS], secret: u32) -> u32 {
    let (mut found, mut bit) = (0, 0);
    while bit < BITS {
        found ^= of_bits[bit] * (secret >> bit & 1);
        bit += 1;
    }
    found
}

/// What 2000 steps make of each byte's values.
const LEAPS: [[u32; 256]; 3] = {
    let mut leap = [0; BITS];
    let mut bit = 0;
    while bit < BITS {
        leap[bit] = 1 << bit;
        bit += 1;
    }
    // The bits of 2000, the highest first.
    let mut place = 11;
    while place > 0 {
        place -= 1;
        let twice = leap;
        bit = 0;
        while bit < BITS {
            let both = image(&twice, twice[bit]);
            leap[bit] = if STEPS >> place & 1 == 1 { following(both) } else { both };
            bit += 1;
        }
    }
    let mut leaps = [[0; 256]; 3];
    let mut at = 0;
    while at < 3 * 256 {
        leaps[at >> 8][at & 255] = image(&leap, (at as u32 & 255) << (8 * (at >> 8)));
        at += 1;
    }
    leaps
};

pub fn part1(secrets: &[u32]) -> u64 {
    let leap = |secret: u32| {
        let [low, middle, high, _] = secret.to_le_bytes().map(usize::from);
        LEAPS[0][low] ^ LEAPS[1][middle] ^ LEAPS[2][high]
    };
    secrets.iter().map(|&secret| u64::from(leap(secret))).sum()
}

compiled_twice! {
    trait Market {
        fn sell(secrets: &[u32; LANES], entries: &mut [u32; 1 << 16]);
    }
}

pub fn part2(secrets: &[u32]) -> u32 {
    let takings = Mutex::new(vec![0; 1 << 16]);
    let much = secrets.len() > MANY;
    let share = secrets.len().div_ceil(cores(much)).min(TOGETHER);
    share_out(much, secrets.chunks(share), |buyers| {
        let entries = entries(buyers);
        let mut takings = takings.lock().unwrap_or_else(PoisonError::into_inner);
        takings.iter_mut().zip(entries.iter()).for_each(|(sum, entry)| *sum += entry >> 16);
    });
    takings.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().max().unwrap_or(0)
}

fn entries(secrets: &[u32]) -> Box<[u32; 1 << 16]> {
    let machine = Machine::new();
    let mut entries = Box::new([0; 1 << 16]);
    for buyers in secrets.chunks(LANES) {
        // A secret number of 0 stays, so what is left over pays nothing.
        let mut lanes = [0; LANES];
        lanes[..buyers.len()].copy_from_slice(buyers);
        machine.sell(&lanes, &mut entries);
    }
    entries
}

/// Adds what these buyers pay to the upper halves of the entries, whose lower halves are 0 before and afterwards.
#[inline(always)]
fn sell<const FUSED: bool>(secrets: &[u32; LANES], entries: &mut [u32; 1 << 16]) {
    let mut numbers = *secrets;
    let mut prices = numbers.map(price);
    let mut codes = [0u16; LANES];
    let mut changes = [[0u16; LANES]; 4];
    for time in 1..=STEPS {
        let oldest = &mut changes[time % 4];
        let mut offers = [0u32; LANES];
        for lane in 0..LANES {
            numbers[lane] = following(numbers[lane]);
            let now = price(numbers[lane]);
            let change = now.wrapping_sub(prices[lane]);
            let rest = codes[lane].wrapping_sub(oldest[lane].wrapping_mul(FACTOR.wrapping_pow(3)));
            codes[lane] = rest.wrapping_mul(FACTOR).wrapping_add(change);
            (oldest[lane], prices[lane]) = (change, now);
            offers[lane] = u32::from(now) << 16 | 1 << lane;
        }
        if time >= 4 {
            for lane in 0..LANES {
                let entry = &mut entries[usize::from(codes[lane])];
                *entry += if *entry >> lane & 1 == 0 { offers[lane] } else { 0 };
            }
        }
    }
    entries.iter_mut().for_each(|entry| *entry &= !0xffff);
}

/// The last digit: as 8192 leaves 2, it is that of a sum below 2 to the 14th, which 16 bits can divide.
#[inline(always)]
fn price(secret: u32) -> u16 {
    let small = ((secret & 8191) + (secret >> 12 & !1)) as u16;
    small - 10 * ((u32::from(small) * 6554) >> 16) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_last_digits() {
        assert!((0..=MASK).all(|secret| u32::from(price(secret)) == secret % 10));
    }

    #[test]
    fn no_changes_share_a_code() {
        let mut seen = vec![None; 1 << 16];
        for prices in 0..100_000u32 {
            let digit = |place| (prices / 10_u32.pow(place) % 10) as i16;
            let changes: [i16; 4] = std::array::from_fn(|at| digit(at as u32 + 1) - digit(at as u32));
            let code = changes
                .iter()
                .fold(0u16, |code, &change| code.wrapping_mul(FACTOR).wrapping_add(change as u16));
            assert_eq!(*seen[usize::from(code)].get_or_insert(changes), changes);
        }
    }
}
