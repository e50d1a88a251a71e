//! Reindeer Olympics: a row of distances for each reindeer, and loops over rows that are vector code.
//!
//! A row is made flight by flight, so no second asks whether a reindeer rests. The furthest place is the larger of two rows
//! again and again, four seconds at once with SSE2; so are comparisons with it.

use contract::{
    InvalidInput,
    reading::{Cursor, lines},
};

const SECONDS: usize = 2503;
const WRONG: &str = "expected a line as Dancer can fly 12 km/s for 4 seconds, but then must rest for 30 seconds., \
                     numbers from 1 to 999";

/// A reindeer by its place after each second.
pub type Places = [u32; SECONDS];

pub fn parse(text: &str) -> Result<Vec<Places>, InvalidInput> {
    let count = |line: &mut Cursor| line.natural(999).filter(|&count| count > 0);
    lines(text, WRONG, |line| {
        line.word(|byte| byte.is_ascii_alphabetic())?;
        line.tag(" can fly ")?;
        let speed = count(line)?;
        line.tag(" km/s for ")?;
        let flies = count(line)?;
        line.tag(" seconds, but then must rest for ")?;
        let rests = count(line)?;
        line.tag(" seconds.")?;
        Some(places(speed as u32, flies as usize, rests as usize))
    })
}

fn places(speed: u32, flies: usize, rests: usize) -> Places {
    let mut places = [0; SECONDS];
    let mut place = 0;
    for round in places.chunks_mut(flies + rests) {
        let (flight, rest) = round.split_at_mut(flies.min(round.len()));
        for here in flight {
            place += speed;
            *here = place;
        }
        rest.fill(place);
    }
    places
}

pub fn part1(herd: &[Places]) -> u32 {
    herd.iter().map(|places| places[SECONDS - 1]).max().expect("at least one line")
}

pub fn part2(herd: &[Places]) -> u32 {
    let mut furthest = [0; SECONDS];
    for places in herd {
        furthest.iter_mut().zip(places).for_each(|(most, &place)| *most = place.max(*most));
    }
    let points =
        |places: &Places| furthest.iter().zip(places).map(|(most, place)| u32::from(most == place)).sum();
    herd.iter().map(points).max().expect("at least one line")
}
