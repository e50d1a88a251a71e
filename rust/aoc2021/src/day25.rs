//! Sea Cucumber: sixteen locations are a word, and words lie column after column, so that many rows take their step in
//! one instruction.
//!
//! The first words of all rows come first, one below the other, then all the second words, and so on. So the location
//! below is in the next word, without a shift, and the one to the right is a shift by one, with a bit from the word of the
//! same row in the next column of words. All rows are treated alike, which makes vector code.
use contract::reading::Grid;
use contract::{InvalidInput, NoAnswer};

const LAST_STEP: usize = 10_000;

/// Locations in a word.
const WORD: usize = u16::BITS as usize;

/// A bit for each location, the first one of a word the lowest.
type Set = Vec<u16>;

pub struct Map {
    width: usize,
    height: usize,
    east: Set,
    south: Set,
}

pub fn parse(text: &str) -> Result<Map, InvalidInput> {
    let message = "expected 1 to 1400 rows of 1 to 1400 of . > v, equally long";
    let grid = Grid::new(text, 1400, message, |byte| (byte == b'.') | (byte == b'>') | (byte == b'v'))?;
    let none = vec![0; grid.width.div_ceil(WORD) * grid.height];
    let mut map = Map { width: grid.width, height: grid.height, east: none.clone(), south: none };
    for (row, line) in grid.rows().enumerate() {
        for (word, locations) in (row..).step_by(grid.height).zip(line.chunks(WORD)) {
            let herd =
                |kind| (0..).zip(locations).fold(0, |set, (at, &byte)| set | u16::from(byte == kind) << at);
            (map.east[word], map.south[word]) = (herd(b'>'), herd(b'v'));
        }
    }
    Ok(map)
}

pub fn part1(map: &Map) -> Result<usize, NoAnswer> {
    let (eastward, southward) = (Eastward::new(map), Southward { height: map.height });
    let (mut east, mut south) = (map.east.clone(), map.south.clone());
    let mut spare = [(); 3].map(|()| vec![0; east.len()]);
    let at_rest = |_: &usize| {
        let moved = advance(&mut east, &south, &eastward, &mut spare);
        !(advance(&mut south, &east, &southward, &mut spare) | moved)
    };
    let none = "a cucumber moves in each of the first 10000 steps";
    (1..=LAST_STEP).find(at_rest).ok_or_else(|| NoAnswer(none.into()))
}

/// Moves those of a herd that see a free location ahead; does any? There is room for three sets to work with.
fn advance(herd: &mut Set, others: &Set, way: &impl Way, [taken, ahead, movers]: &mut [Set; 3]) -> bool {
    for ((taken, herd), others) in taken.iter_mut().zip(&*herd).zip(others) {
        *taken = herd | others;
    }
    way.look(taken, ahead);
    for ((movers, herd), ahead) in movers.iter_mut().zip(&*herd).zip(&*ahead) {
        *movers = herd & !ahead;
    }
    let arrived = ahead;
    way.go(movers, arrived);
    for ((herd, movers), arrived) in herd.iter_mut().zip(&*movers).zip(&*arrived) {
        *herd = *herd ^ movers | arrived;
    }
    movers.iter().fold(0, |any, movers| any | movers) != 0
}

/// The way that a herd goes, around the map.
trait Way {
    /// Which locations have one of the set ahead?
    fn look(&self, set: &[u16], seen: &mut [u16]);

    /// Which locations are ahead of one of the set?
    fn go(&self, set: &[u16], reached: &mut [u16]);
}

struct Southward {
    height: usize,
}

impl Way for Southward {
    fn look(&self, set: &[u16], seen: &mut [u16]) {
        seen.copy_from_slice(set);
        seen.chunks_exact_mut(self.height).for_each(|column| column.rotate_left(1));
    }

    fn go(&self, set: &[u16], reached: &mut [u16]) {
        reached.copy_from_slice(set);
        reached.chunks_exact_mut(self.height).for_each(|column| column.rotate_right(1));
    }
}

struct Eastward {
    height: usize,
    /// Where the last column of words begins.
    end: usize,
    /// The last bit there that is a location.
    last: usize,
}

impl Eastward {
    fn new(map: &Map) -> Self {
        Self { height: map.height, end: map.east.len() - map.height, last: (map.width - 1) % WORD }
    }
}

impl Way for Eastward {
    fn look(&self, set: &[u16], seen: &mut [u16]) {
        for ((seen, here), next) in seen.iter_mut().zip(set).zip(&set[self.height..]) {
            *seen = here >> 1 | next << (WORD - 1);
        }
        for ((seen, here), first) in seen[self.end..].iter_mut().zip(&set[self.end..]).zip(set) {
            *seen = here >> 1 | (first & 1) << self.last;
        }
    }

    fn go(&self, set: &[u16], reached: &mut [u16]) {
        for ((reached, here), last) in reached.iter_mut().zip(&set[..self.height]).zip(&set[self.end..]) {
            *reached = here << 1 | last >> self.last;
        }
        for ((reached, here), before) in reached[self.height..].iter_mut().zip(&set[self.height..]).zip(set) {
            *reached = here << 1 | before >> (WORD - 1);
        }
        reached[self.end..].iter_mut().for_each(|word| *word &= u16::MAX >> (WORD - 1 - self.last));
    }
}
