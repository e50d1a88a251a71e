//! Dumbo Octopus: a hundred octopuses are the bits of a word, and their energies are four words.
//!
//! Row after row, with one bit left free after each, the board fits into 128 bits. The first word
//! holds the lowest binary digits of all energies, the next one their second digits, and so on:
//! adding to all energies is a handful of logical operations. With 6 added to each energy, a flash
//! is a carry out of the highest digit. Who flashes is a word, too; it and itself moved left and
//! right are summed up, and the sums moved up and down: so many neighbours flash. A wave of flashes
//! costs about a hundred instructions, wherever it goes, and none of them is a branch.
use contract::reading::Grid;
use contract::{InvalidInput, NoAnswer};

const LARGEST: usize = 10;
const LAST_STEP: usize = 2000;

/// What is added to all energies, so that beyond 9 they have a fifth binary digit.
const SPARE: u128 = 6;

#[derive(Clone, Copy)]
pub struct Board {
    /// From an octopus to the one below it.
    stride: usize,
    octopuses: u128,
    /// The binary digits of all energies with what is spare, the lowest ones first.
    energies: [u128; 4],
}

pub fn parse(text: &str) -> Result<Board, InvalidInput> {
    let message = "expected 1 to 10 rows of 1 to 10 digits, all as long as the first";
    let grid = Grid::new(text, LARGEST, message, |byte| byte.is_ascii_digit())?;
    let mut board = Board { stride: grid.width + 1, octopuses: 0, energies: [0; 4] };
    for (start, row) in (0..).step_by(board.stride).zip(grid.rows()) {
        for (place, byte) in (start..).zip(row) {
            let energy = u128::from(byte - b'0') + SPARE;
            board.octopuses |= 1 << place;
            for (digit, energies) in (0..).zip(&mut board.energies) {
                *energies |= (energy >> digit & 1) << place;
            }
        }
    }
    Ok(board)
}

pub fn part1(board: &Board) -> u32 {
    let mut board = *board;
    (0..100).map(|_| board.step().count_ones()).sum()
}

pub fn part2(board: &Board) -> Result<usize, NoAnswer> {
    let mut board = *board;
    let all_flash = |_: &usize| board.step() == board.octopuses;
    let none = "they do not all flash at once in the first 2000 steps";
    (1..=LAST_STEP).find(all_flash).ok_or_else(|| NoAnswer(none.into()))
}

impl Board {
    /// Who flashes in the next step?
    fn step(&mut self) -> u128 {
        let (mut energies, mut flashing) = (self.energies, self.octopuses);
        for digits in &mut energies {
            (*digits, flashing) = (*digits ^ flashing, *digits & flashing);
        }
        let mut flashed = flashing;
        while flashing != 0 {
            let mut carry = 0;
            for (digits, more) in energies.iter_mut().zip(self.around(flashing)) {
                (*digits, carry) = sum(*digits, more, carry);
            }
            flashing = carry & self.octopuses & !flashed;
            flashed |= flashing;
        }
        // They have no energy but what is spare.
        let [a, b, c, d] = energies;
        self.energies = [a & !flashed, b | flashed, c | flashed, d & !flashed];
        flashed
    }

    /// How many are there in the three by three places around each? Binary digits, the lowest ones
    /// first.
    fn around(&self, places: u128) -> [u128; 4] {
        let (ones, twos) = sum(places << 1, places, places >> 1);
        let (ones, more) = sum(ones << self.stride, ones, ones >> self.stride);
        let (above, below) = (twos << self.stride, twos >> self.stride);
        // At most nine in all: of the last three sums only the first two can be there at once.
        let (outer, fours) = (above ^ below, above & below);
        let (inner, others) = (twos ^ more, twos & more);
        [ones, outer ^ inner, fours ^ others ^ outer & inner, fours & others]
    }
}

/// The binary digits of how many of three there are.
fn sum(a: u128, b: u128, c: u128) -> (u128, u128) {
    let half = a ^ b;
    (half ^ c, a & b | half & c)
}
