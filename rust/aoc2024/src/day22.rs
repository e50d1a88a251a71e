//! Monkey Market: sixteen stretches of a buyer's numbers in the lanes of vectors, and four changes as a number of 16 bits without a collision.
//!
//! A step is linear over GF(2), so many of them are three look-ups in tables that the compiler works out: 2000 steps for part 1, and 128
//! from each stretch to the next. In part 2 an entry of a table has, for four changes, what they have brought and who sold last.
//! Threads share the buyers, each with a table of its own.

use std::mem;
use std::sync::{Mutex, PoisonError};

use contract::{
    InvalidInput, compiled_twice,
    cores::{cores, share_out},
    machine::Machine,
    reading::Cursor,
};

const FORM: &str = "expected a number to 16777215, in 50000 lines at most";
const MASK: u32 = (1 << 24) - 1;
const LONGEST: usize = 50_000;
const STEPS: usize = 2000;
const LANES: usize = 16;
/// A bit more than a sixteenth of the steps: rows for each lane's share of the last buyer's.
const STRETCH: usize = LANES * SHARE;
const SHARE: usize = 8;
/// As many buyers as can't pay more than 16 bits hold.
const TOGETHER: usize = 65535 / 9;
/// An entry's lower bits are what buyers pay, its upper ones the last buyer's number, from 1.
const PAID: u32 = 10;
const NUMBERED: usize = (1 << (16 - PAID)) - 1;
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

/// What so many steps make of each byte's values: of a bit by going them, of more as the sum of both.
const fn leaps(steps: usize) -> [[u32; 256]; 3] {
    let mut leaps = [[0; 256]; 3];
    let mut at = 0usize;
    while at < 3 * 256 {
        let (byte, value) = (at / 256, at % 256);
        if value.is_power_of_two() {
            let (mut secret, mut step) = ((value as u32) << (8 * byte), 0);
            while step < steps {
                (secret, step) = (following(secret), step + 1);
            }
            leaps[byte][value] = secret;
        } else if value > 0 {
            leaps[byte][value] = leaps[byte][value & (value - 1)] ^ leaps[byte][value & value.wrapping_neg()];
        }
        at += 1;
    }
    leaps
}

static ALL: [[u32; 256]; 3] = leaps(STEPS);
static TO_NEXT: [[u32; 256]; 3] = leaps(STRETCH);

#[inline(always)]
fn leap(leaps: &[[u32; 256]; 3], secret: u32) -> u32 {
    let [low, middle, high, _] = secret.to_le_bytes().map(usize::from);
    leaps[0][low] ^ leaps[1][middle] ^ leaps[2][high]
}

pub fn part1(secrets: &[u32]) -> u64 {
    secrets.iter().map(|&secret| u64::from(leap(&ALL, secret))).sum()
}

pub fn part2(secrets: &[u32]) -> u32 {
    let takings = Mutex::new(vec![0; 1 << 16]);
    let much = secrets.len() > MANY;
    let share = secrets.len().div_ceil(cores(much)).min(TOGETHER);
    share_out(much, secrets.chunks(share), |buyers| {
        let paid = paid(buyers);
        let mut takings = takings.lock().unwrap_or_else(PoisonError::into_inner);
        takings.iter_mut().zip(paid.iter()).for_each(|(sum, &paid)| *sum += u32::from(paid));
    });
    takings.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().max().unwrap_or(0)
}

/// By code.
type Table = [u16; 1 << 16];
/// Codes and prices, with the buyer.
type Offers = [[[u16; LANES]; STRETCH]; 2];

compiled_twice! {
    trait Market {
        fn sell(secret: u32, buyer: u16, next: &mut Offers, last: &Offers, entries: &mut Table);
        fn gather(entries: &mut Table, paid: &mut Table);
    }
}

/// What these buyers pay.
fn paid(secrets: &[u32]) -> Box<Table> {
    let machine = Machine::new();
    let [mut entries, mut paid] = [(); 2].map(|()| Box::new([0; 1 << 16]));
    let [mut next, mut last] = [(); 2].map(|()| Box::new([[[0; LANES]; STRETCH]; 2]));
    for secrets in secrets.chunks(NUMBERED) {
        // Nobody comes before the first, and nobody after the last.
        for (&secret, number) in secrets.iter().chain([&0]).zip(1u32..) {
            let buyer = (number << PAID) as u16;
            machine.sell(secret, buyer, &mut next, &last, &mut entries);
            // What comes after the last step pays nothing.
            next[1][STEPS - 3 - (LANES - 1) * STRETCH..].iter_mut().for_each(|row| row[LANES - 1] = buyer);
            mem::swap(&mut next, &mut last);
        }
        machine.gather(&mut entries, &mut paid);
    }
    paid
}

/// Reads what a buyer offers, in 16-bit arithmetic throughout, so that vectors are full, and sells to the one before. To wait for the table
/// and to calculate go together, so both are in one loop.
#[inline(always)]
fn sell<const FUSED: bool>(secret: u32, buyer: u16, next: &mut Offers, last: &Offers, entries: &mut Table) {
    let mut starts = [secret; LANES];
    for lane in 1..LANES {
        starts[lane] = leap(&TO_NEXT, starts[lane - 1]);
    }
    let mut lows = starts.map(|secret| secret as u16);
    let mut highs = starts.map(|secret| (secret >> 16) as u16);
    let [mut prices, mut changes] = [[0u16; LANES]; 2];
    let mut pairs = [[0u16; LANES]; 2];
    let mut read = |codes: &mut [u16; LANES], offers: &mut [u16; LANES]| {
        for lane in 0..LANES {
            let now = price(lows[lane], highs[lane]);
            let change = now.wrapping_sub(prices[lane]);
            let pair = changes[lane].wrapping_mul(FACTOR).wrapping_add(change);
            codes[lane] = pairs[0][lane].wrapping_mul(FACTOR.wrapping_pow(2)).wrapping_add(pair);
            offers[lane] = buyer + now;
            (prices[lane], changes[lane]) = (now, change);
            (pairs[0][lane], pairs[1][lane]) = (pairs[1][lane], pair);
            (lows[lane], highs[lane]) = stepped(lows[lane], highs[lane]);
        }
    };
    let [codes, offers] = next;
    // The first code takes four changes.
    (0..4).for_each(|_| read(&mut codes[0], &mut offers[0]));
    let before = buyer.wrapping_sub(1 << PAID);
    for lane in 0..LANES {
        for share in 0..SHARE {
            read(&mut codes[lane * SHARE + share], &mut offers[lane * SHARE + share]);
            for at in share * LANES..(share + 1) * LANES {
                let entry = &mut entries[usize::from(last[0][at][lane])];
                let sold = (*entry & ((1 << PAID) - 1)) + last[1][at][lane];
                *entry = if *entry < before { sold } else { *entry };
            }
        }
    }
}

/// The last digit: any power of 16 leaves 6.
#[inline(always)]
fn price(low: u16, high: u16) -> u16 {
    let small = (low & 255) + 6 * ((low >> 8) + high);
    small - 10 * ((u32::from(small) * 6554) >> 16) as u16
}

/// What follows, as 16 bits and 8 bits.
#[inline(always)]
fn stepped(low: u16, high: u16) -> (u16, u16) {
    let (low, high) = (low ^ low << 6, (high ^ high << 6 ^ low >> 10) & 255);
    let (low, high) = (low ^ low >> 5 ^ high << 11, high ^ high >> 5);
    (low ^ low << 11, (high ^ low >> 5) & 255)
}

/// Moves what buyers pay to the sums; they may be numbered anew then.
#[inline(always)]
fn gather<const FUSED: bool>(entries: &mut Table, paid: &mut Table) {
    for (sum, entry) in paid.iter_mut().zip(entries) {
        *sum += mem::take(entry) & ((1 << PAID) - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_last_digits() {
        let last = |secret: u32| price(secret as u16, (secret >> 16) as u16);
        assert!((0..=MASK).all(|secret| u32::from(last(secret)) == secret % 10));
    }

    #[test]
    fn halves_step_as_the_whole() {
        for secret in 0..=MASK {
            let next = following(secret);
            assert_eq!(stepped(secret as u16, (secret >> 16) as u16), (next as u16, (next >> 16) as u16));
        }
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
