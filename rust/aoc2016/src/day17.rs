//! Two Steps Forward: a level of paths at a time, sixteen of them in two vectors, none hashed from its beginning.
//!
//! Paths of one level have the same length, so all are at the same place in a block of 64 letters. A path keeps the state after its full blocks and
//! what is left of the last, to which a letter is added. Where paths come from is kept as a tree, of which the shortest one's branch is read.

use contract::machine::Machine;
use contract::md5::{Block, Hash, START, compressed};
use contract::{InvalidInput, NoAnswer, compiled_twice, reading::single};

const MESSAGE: &str = "expected a passcode of 1 to 40 small letters";
/// Steps of a path.
const MOST: usize = 4096;
const LANES: usize = 16;
const VAULT: u8 = 15;
/// No step comes before the first.
const NONE: u32 = u32::MAX;

pub fn parse(text: &str) -> Result<Vec<u8>, InvalidInput> {
    single(text, MESSAGE, |line| {
        let passcode = line.word(|byte| byte.is_ascii_lowercase()).filter(|passcode| passcode.len() <= 40)?;
        Some(passcode.to_vec())
    })
}

pub fn part1(passcode: &[u8]) -> Result<String, NoAnswer> {
    let mut paths = Paths::new(passcode);
    for _ in 0..MOST {
        match paths.longer()[..] {
            [] => {}
            [step] => return Ok(paths.letters(step)),
            _ => return Err(NoAnswer("two paths to the vault are the shortest".into())),
        }
    }
    paths.ended()?;
    Err(NoAnswer("no path leads to the vault".into()))
}

pub fn part2(passcode: &[u8]) -> Result<usize, NoAnswer> {
    let mut paths = Paths::new(passcode);
    let longest = (1..=MOST).filter(|_| !paths.longer().is_empty()).last();
    paths.ended()?;
    longest.ok_or_else(|| NoAnswer("no path leads to the vault".into()))
}

/// A path that has not arrived.
#[derive(Clone)]
struct Path {
    room: u8,
    last: u32,
    state: Hash,
    block: Block,
}

impl Path {
    /// With one more letter, after so many.
    fn read(&mut self, letter: u8, length: usize) {
        self.block[length % 64 / 4] |= u32::from(letter) << (length % 4 * 8);
        if length % 64 == 63 {
            self.state = compressed([self.state; 2], |_, word| self.block[word])[0];
            self.block = [0; 16];
        }
    }
}

/// All paths of some length.
struct Paths {
    /// Of the text that is hashed.
    length: usize,
    paths: Vec<Path>,
    /// The step before each, and its letter.
    steps: Vec<(u32, u8)>,
    words: Vec<u32>,
}

impl Paths {
    fn new(passcode: &[u8]) -> Self {
        let mut path = Path { room: 0, last: NONE, state: START, block: [0; 16] };
        for (length, &letter) in passcode.iter().enumerate() {
            path.read(letter, length);
        }
        Self { length: passcode.len(), paths: vec![path], steps: Vec::new(), words: Vec::new() }
    }

    /// All paths go on where a door is open. Of those that arrive, the last steps.
    fn longer(&mut self) -> Vec<u32> {
        Machine::new().first_words(&self.paths, self.length, &mut self.words);
        let (mut longer, mut arrived) = (Vec::with_capacity(2 * self.paths.len()), Vec::new());
        for (path, word) in self.paths.iter().zip(&self.words) {
            let Path { room, last, .. } = *path;
            // A word's first byte is its lowest, and a byte's first digit its higher half.
            let ways = [
                (b'U', room >= 4, room.wrapping_sub(4), word >> 4),
                (b'D', room < 12, room + 4, *word),
                (b'L', room % 4 > 0, room.wrapping_sub(1), word >> 12),
                (b'R', room % 4 < 3, room + 1, word >> 8),
            ];
            for (letter, _, room, _) in
                ways.into_iter().filter(|&(_, door, _, digit)| door && digit & 15 > 10)
            {
                let step = self.steps.len() as u32;
                self.steps.push((last, letter));
                if room == VAULT {
                    arrived.push(step);
                } else {
                    let mut path = Path { room, last: step, ..*path };
                    path.read(letter, self.length);
                    longer.push(path);
                }
            }
        }
        self.paths = longer;
        self.length += 1;
        arrived
    }

    fn ended(&self) -> Result<(), NoAnswer> {
        if self.paths.is_empty() { Ok(()) } else { Err(NoAnswer("a path goes on after 4096 steps".into())) }
    }

    fn letters(&self, mut step: u32) -> String {
        let mut letters = Vec::new();
        while step != NONE {
            let (before, letter) = self.steps[step as usize];
            letters.push(char::from(letter));
            step = before;
        }
        letters.iter().rev().collect()
    }
}

/// The first words of the hashes of paths' texts, all of one length.
#[inline(always)]
fn first_words<const WIDE: bool>(paths: &[Path], length: usize, found: &mut Vec<u32>) {
    found.clear();
    for some in paths.chunks(LANES) {
        let (mut states, mut words) = ([[0; LANES]; 4], [[0; LANES]; 16]);
        for (lane, path) in some.iter().enumerate() {
            (0..4).for_each(|word| states[word][lane] = path.state[word]);
            (0..16).for_each(|word| words[word][lane] = path.block[word]);
        }
        words[length % 64 / 4].iter_mut().for_each(|word| *word |= 0x80 << (length % 4 * 8));
        if length % 64 >= 56 {
            all(&mut states, &words);
            words = [[0; LANES]; 16];
        }
        words[14] = [8 * length as u32; LANES];
        all(&mut states, &words);
        found.extend(&states[0][..some.len()]);
    }
}

/// The states after a block in each lane.
#[inline(always)]
fn all(states: &mut [[u32; LANES]; 4], words: &[[u32; LANES]; 16]) {
    for lane in 0..LANES / 2 {
        let lanes = [lane, lane + LANES / 2];
        let new = compressed(lanes.map(|lane| states.map(|words| words[lane])), |one, word| {
            words[word][lanes[one]]
        });
        for (lane, new) in lanes.into_iter().zip(new) {
            (0..4).for_each(|word| states[word][lane] = new[word]);
        }
    }
}

compiled_twice! {
    trait Hashing {
        fn first_words(paths: &[Path], length: usize, found: &mut Vec<u32>);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_a_text_fits_or_takes_a_block_of_its_own() {
        // MD5 of so many letters a, as of any other program.
        for (length, word) in [
            (0, 0xd41d_8cd9_u32),
            (1, 0x0cc1_75b9_u32),
            (55, 0xef17_72b6_u32),
            (56, 0x3b0c_8ac7_u32),
            (63, 0xb065_21f3_u32),
            (64, 0x0148_42d4_u32),
            (119, 0x8a7b_d073_u32),
            (120, 0x5f61_c0cc_u32),
            (128, 0xe510_683b_u32),
            (1000, 0xcabe_45dc_u32),
        ] {
            let path = Paths::new(&vec![b'a'; length]).paths;
            let mut found = Vec::new();
            Machine::new().first_words(&vec![path[0].clone(); 18], length, &mut found);
            assert_eq!(found, [word.swap_bytes(); 18], "{length}");
        }
    }
}
