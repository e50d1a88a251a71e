//! All in a Single Night: a route is two arms from a town that is chosen once and for all.
//!
//! The others lie on one arm or on the other. So the table is over one town less; it knows the best arm by its set of towns, the bits
//! of a word, and by the last of them.

use contract::InvalidInput;
use contract::bits::ones;
use contract::reading::{Cursor, lines};

const MOST: usize = 14;
const FORM: &str =
    "expected a distance to 99999 between two of at most 14 towns, each pair once, as Ash to Elm = 7";
const MISSING: &str = "expected a distance between each two towns";

/// How far it is between two towns, by their numbers.
#[derive(Default)]
pub struct Distances {
    count: usize,
    between: [[Option<u32>; MOST]; MOST],
}

pub fn parse(text: &str) -> Result<Distances, InvalidInput> {
    let mut names = Vec::with_capacity(MOST);
    let mut distances = Distances::default();
    let pairs = lines(text, FORM, |line| {
        let one = number(line, &mut names)?;
        line.tag(" to ")?;
        let other = number(line, &mut names)?;
        line.tag(" = ")?;
        let distance = line.natural(99_999)? as u32;
        let is_new = one != other && distances.between[one][other].replace(distance).is_none();
        distances.between[other][one] = Some(distance);
        is_new.then_some(())
    })?;
    distances.count = names.len();
    if pairs.len() < names.len() * (names.len() - 1) / 2 {
        return Err(InvalidInput::new(pairs.len(), MISSING));
    }
    Ok(distances)
}

/// The number of a town, in the order in which they are first named.
fn number<'a>(line: &mut Cursor<'a>, names: &mut Vec<&'a [u8]>) -> Option<usize> {
    let name = line.word(|byte| byte.is_ascii_alphabetic()).filter(|name| name[0].is_ascii_uppercase())?;
    if let Some(known) = names.iter().position(|&known| known == name) {
        return Some(known);
    }
    names.push(name);
    (names.len() <= MOST).then_some(names.len() - 1)
}

pub fn part1(distances: &Distances) -> u32 {
    distances.route(u32::MAX, u32::min)
}

pub fn part2(distances: &Distances) -> u32 {
    distances.route(0, u32::max)
}

impl Distances {
    /// How long is the best of all routes, if `better` chooses between two and all are better than `worst`?
    fn route(&self, worst: u32, better: impl Fn(u32, u32) -> u32) -> u32 {
        let others = self.count - 1;
        let between = self.between.map(|row| row.map(Option::unwrap_or_default));
        let mut arms = vec![[worst; MOST]; 1 << others]; // by towns and the last of them
        let mut best_arms = vec![0; 1 << others];
        for towns in 1usize..1 << others {
            let mut best = worst;
            for last in ones(towns as u64) {
                let before = towns & !(1 << last);
                let mut arm = if before == 0 { between[others][last] } else { worst };
                for middle in ones(before as u64) {
                    arm = better(arm, arms[before][middle] + between[middle][last]);
                }
                arms[towns][last] = arm;
                best = better(best, arm);
            }
            best_arms[towns] = best;
        }
        let routes = best_arms.iter().zip(best_arms.iter().rev()).map(|(arm, other)| arm + other);
        routes.fold(worst, better)
    }
}
