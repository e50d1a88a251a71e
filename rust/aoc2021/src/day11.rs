//! Dumbo Octopus: a hundred octopuses are the bits of a word, and their energies are four words.
//!
//! Row after row, with one bit left free behind each, the official board fits into 128 bits. The first word holds the
//! lowest digits of all energies, the next one their second digits, and so on, and adding to all energies is a
//! handful of logical operations, just like addition on paper. With 6 added to each energy, flashing
//! is a carry out of the highest digit. Who flashes is a word, too. Shifted to the left and to the right, and the sums of
//! these up and down, it tells everybody how many neighbours flash, again in four words. They are added, and the carries
//! are those who flash next. So a wave of flashes costs about a hundred instructions for the
//! whole board, wherever it goes, and none of them is a branch.
//!
//! Larger boards are arrays of words, in a few lengths, which the compiler knows.

use std::array::from_fn;
use std::ops::{BitAnd, BitOr, BitXor, Not};

use contract::reading::rectangular;
use contract::{InvalidInput, NoAnswer};

const LARGEST: usize = 100;
const LAST_STEP: usize = 2000;

pub struct Cavern<'a> {
    width: usize,
    rows: Vec<&'a [u8]>,
}

pub fn parse(text: &str) -> Result<Cavern<'_>, InvalidInput> {
    let message = "expected 1 to 100 rows of 1 to 100 digits, all as long as the first";
    let (width, rows) = rectangular(text, |byte| byte.is_ascii_digit(), message, LARGEST, message)?;
    Ok(Cavern { width, rows: rows.collect() })
}

pub fn part1(cavern: &Cavern) -> u32 {
    fn flashes<const N: usize>(mut board: Board<N>) -> u32 {
        (0..100).map(|_| board.step().count()).sum()
    }
    match cavern.words() {
        ..=1 => flashes::<1>(cavern.board()),
        2..=4 => flashes::<4>(cavern.board()),
        5..=16 => flashes::<16>(cavern.board()),
        _ => flashes::<MOST>(cavern.board()),
    }
}

pub fn part2(cavern: &Cavern) -> Result<usize, NoAnswer> {
    fn at_once<const N: usize>(mut board: Board<N>) -> Option<usize> {
        (1..=LAST_STEP).find(|_| board.step() == board.places)
    }
    match cavern.words() {
        ..=1 => at_once::<1>(cavern.board()),
        2..=4 => at_once::<4>(cavern.board()),
        5..=16 => at_once::<16>(cavern.board()),
        _ => at_once::<MOST>(cavern.board()),
    }
    .ok_or_else(|| NoAnswer("they do not all flash at once in the first 2000 steps".into()))
}

/// So many words hold the largest board.
const MOST: usize = (LARGEST * (LARGEST + 1)).div_ceil(128);

impl Cavern<'_> {
    fn words(&self) -> usize {
        (self.rows.len() * (self.width + 1)).div_ceil(128)
    }

    fn board<const N: usize>(&self) -> Board<N> {
        let stride = self.width + 1;
        let none = Bits([0; N]);
        let mut board = Board { stride, places: none, energies: [none; 4] };
        for (start, row) in (0..).step_by(stride).zip(&self.rows) {
            for (place, digit) in (start..).zip(*row) {
                let energy = u128::from(digit - b'0') + SPARE;
                let (word, bit) = (place / 128, place % 128);
                board.places.0[word] |= 1 << bit;
                for (digit, energies) in board.energies.iter_mut().enumerate() {
                    energies.0[word] |= (energy >> digit & 1) << bit;
                }
            }
        }
        board
    }
}

/// What is added to all energies, so that beyond 9 they have a fifth binary digit.
const SPARE: u128 = 6;

/// Row after row, a place that is free behind each.
struct Board<const N: usize> {
    stride: usize,
    /// Those that are not free.
    places: Bits<N>,
    /// The binary digits of all energies with what is spare, the lowest ones first.
    energies: [Bits<N>; 4],
}

impl<const N: usize> Board<N> {
    /// Who flashes in the next step?
    fn step(&mut self) -> Bits<N> {
        let mut energies = self.energies;
        let mut flashing = self.places;
        for digits in &mut energies {
            (*digits, flashing) = (*digits ^ flashing, *digits & flashing);
        }
        let mut flashed = flashing;
        while flashing != Bits([0; N]) {
            let [ones, twos, fours, eights] = self.around(flashing);
            let [a, b, c, d] = energies;
            let (a, carry) = (a ^ ones, a & ones);
            let (b, carry) = sum(b, twos, carry);
            let (c, carry) = sum(c, fours, carry);
            let (d, carry) = sum(d, eights, carry);
            energies = [a, b, c, d];
            flashing = carry & self.places & !flashed;
            flashed = flashed | flashing;
        }
        // They have no energy but what is spare.
        let [a, b, c, d] = energies;
        self.energies = [a & !flashed, b | flashed, c | flashed, d & !flashed];
        flashed
    }

    /// How many are there in the three by three places around each? Binary digits, the lowest ones first.
    fn around(&self, places: Bits<N>) -> [Bits<N>; 4] {
        let (ones, twos) = sum(places.up(1), places, places.down(1));
        let (ones, more) = sum(ones.up(self.stride), ones, ones.down(self.stride));
        let (above, below) = (twos.up(self.stride), twos.down(self.stride));
        // At most nine in all: of the last three sums only the first two can be there at once.
        let (outer, fours) = (above ^ below, above & below);
        let (inner, others) = (twos ^ more, twos & more);
        [ones, outer ^ inner, fours ^ others ^ outer & inner, fours & others]
    }
}

/// The binary digits of how many of three there are.
fn sum<const N: usize>(a: Bits<N>, b: Bits<N>, c: Bits<N>) -> (Bits<N>, Bits<N>) {
    let half = a ^ b;
    (half ^ c, a & b | half & c)
}

/// A set of places.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Bits<const N: usize>([u128; N]);

impl<const N: usize> Bits<N> {
    fn count(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Moved to higher places, by less than a word.
    fn up(self, by: usize) -> Self {
        let Self(words) = self;
        Self(from_fn(|at| words[at] << by | if at > 0 { words[at - 1] >> (128 - by) } else { 0 }))
    }

    /// Moved to lower places, by less than a word.
    fn down(self, by: usize) -> Self {
        let Self(words) = self;
        Self(from_fn(|at| words[at] >> by | if at + 1 < N { words[at + 1] << (128 - by) } else { 0 }))
    }
}

impl<const N: usize> BitAnd for Bits<N> {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(from_fn(|at| self.0[at] & other.0[at]))
    }
}

impl<const N: usize> BitOr for Bits<N> {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(from_fn(|at| self.0[at] | other.0[at]))
    }
}

impl<const N: usize> BitXor for Bits<N> {
    type Output = Self;
    fn bitxor(self, other: Self) -> Self {
        Self(from_fn(|at| self.0[at] ^ other.0[at]))
    }
}

impl<const N: usize> Not for Bits<N> {
    type Output = Self;
    fn not(self) -> Self {
        Self(from_fn(|at| !self.0[at]))
    }
}
