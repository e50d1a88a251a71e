//! Sea Cucumber: sixteen places are a word, and words lie column after column, so that eight rows
//! take their step in one instruction.
//!
//! A herd is a set of places, a bit for each, and a step is a few logical operations on words: who
//! has a free place ahead moves there. What matters is how the words lie. A row is cut into words,
//! and the first words of all rows come first, one below the other, then all the second words, and
//! so on. So the neighbours below are the next word, without any shift; the neighbour to the right
//! is a shift by one, and at a word's end the word of the same row in the next column of words.
//! Whatever is done, is done to all rows alike, and the compiler makes vector code of it.
//!
//! Words are small because there are vectors anyway: rows seldom fill their last word, and of an
//! official row, two words of 64 places and a bit more, little more than two thirds would be used.
//!
//! Some herds never come to rest. Once the map is as it was in an earlier step it will go on like
//! that, so a map is remembered in each step whose number is a power of two (Brent's way to find a
//! cycle).
use contract::reading::rectangular;
use contract::{InvalidInput, NoAnswer};
use wide::{CmpEq, i8x16};

const PATIENCE: usize = 40_000_000;

/// Places in a word.
const PLACES: usize = u16::BITS as usize;

/// A bit for each place, the first one the lowest; all first words of rows, all second ones, ...
#[derive(Clone, PartialEq, Eq)]
struct Herds {
    east: Vec<u16>,
    south: Vec<u16>,
}

pub struct Map {
    width: usize,
    height: usize,
    herds: Herds,
}

pub fn parse(text: &str) -> Result<Map, InvalidInput> {
    let message = "expected 1 to 1400 rows of 1 to 1400 of . > v, equally long";
    let place = |byte| (byte == b'.') | (byte == b'>') | (byte == b'v');
    let (width, rows) = rectangular(text, place, message, 1400, message)?;
    let height = rows.len();
    let none = vec![0; width.div_ceil(PLACES) * height];
    let mut herds = Herds { east: none.clone(), south: none };
    for (row, line) in rows.enumerate() {
        for (word, places) in (row..).step_by(height).zip(line.chunks(PLACES)) {
            let mut block = [b'.'; PLACES];
            block[..places.len()].copy_from_slice(places);
            let block = i8x16::new(block.map(|byte| byte as i8));
            let places = |kind: u8| block.cmp_eq(i8x16::splat(kind as i8)).move_mask() as u16;
            (herds.east[word], herds.south[word]) = (places(b'>'), places(b'v'));
        }
    }
    Ok(Map { width, height, herds })
}

pub fn part1(map: &Map) -> Result<usize, NoAnswer> {
    let mut herds = map.herds.clone();
    let mut remembered = herds.clone();
    let mut rules = Rules::new(map);
    for step in 1..=PATIENCE / (map.width + map.height) {
        let moved = rules.eastward(&mut herds) | rules.southward(&mut herds);
        if !moved {
            return Ok(step);
        }
        if herds == remembered {
            break;
        }
        if step.is_power_of_two() {
            remembered.clone_from(&herds);
        }
    }
    Err(NoAnswer("the cucumbers do not come to rest in the steps that are allowed".into()))
}

/// How a map's herds move, with the memory that it takes.
struct Rules {
    height: usize,
    /// The last bit that is a place in the last word of a row.
    last: usize,
    /// Which places are free; the first column of words once more at the end.
    free: Vec<u16>,
    /// Of each row: who comes over from the word before.
    over: Vec<u16>,
    /// Of each row: who left the word above.
    movers: Vec<u16>,
}

impl Rules {
    fn new(&Map { width, height, ref herds }: &Map) -> Self {
        Self {
            height,
            last: (width - 1) % PLACES,
            free: vec![0; herds.east.len() + height],
            over: vec![0; height],
            movers: vec![0; height + 1],
        }
    }

    /// Moves the herd that goes east; does anyone move?
    fn eastward(&mut self, Herds { east, south }: &mut Herds) -> bool {
        let Self { height, last, free, over, .. } = self;
        let (height, size) = (*height, east.len());
        for ((free, east), south) in free.iter_mut().zip(&*east).zip(&*south) {
            *free = !(east | south);
        }
        free.copy_within(..height, size);
        for ((over, east), free) in over.iter_mut().zip(&east[size - height..]).zip(&*free) {
            *over = east >> *last & free & 1;
        }
        let mut moved = 0;
        for start in (0..size).step_by(height) {
            let last = if start + height == size { *last } else { PLACES - 1 };
            let within = u16::MAX >> (PLACES - 1 - last);
            let (here, next) = free[start..].split_at(height);
            let words = east[start..].iter_mut().zip(&mut *over).zip(here).zip(next);
            for (((east, over), free), next) in words {
                let movers = *east & ((free & within) >> 1 | (next & 1) << last);
                *east = *east ^ movers | movers << 1 & within | *over;
                *over = movers >> (PLACES - 1);
                moved |= movers;
            }
        }
        moved != 0
    }

    /// Moves the herd that goes south; does anyone move?
    fn southward(&mut self, Herds { east, south }: &mut Herds) -> bool {
        let Self { height, movers, .. } = self;
        let mut moved = 0;
        for (east, south) in east.chunks(*height).zip(south.chunks_mut(*height)) {
            let below = east[1..].iter().zip(&south[1..]);
            for ((movers, south), (east, below)) in movers[1..].iter_mut().zip(&*south).zip(below) {
                *movers = south & !(east | below);
            }
            movers[*height] = south[*height - 1] & !(east[0] | south[0]);
            movers[0] = movers[*height];
            for ((south, above), movers) in south.iter_mut().zip(&*movers).zip(&movers[1..]) {
                *south = *south ^ movers | above;
                moved |= movers;
            }
        }
        moved != 0
    }
}
