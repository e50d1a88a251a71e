//! Knights of the Dinner Table: from one seat around the table, by the set of guests that sit there already.
//!
//! What two neighbours feel is added up first. The table of best beginnings is over sets of guests, the bits of a word, and the
//! last of them; the one who closes the circle is a guest in part 1 and in part 2 me, to whom all are indifferent.

use contract::InvalidInput;
use contract::bits::ones;
use contract::reading::{Cursor, lines};

const MOST: usize = 14;
const FORM: &str = "expected what one of at most 14 guests would gain or lose, to 99999, next to another, each pair once, as Ann would gain 4 happiness units by sitting next to Ben.";
const MISSING: &str =
    "expected three guests or more, and what each of them would gain or lose next to each other one";

/// How much a guest likes to sit next to another, by their numbers.
#[derive(Default)]
pub struct Guests {
    count: usize,
    likes: [[Option<i32>; MOST]; MOST],
}

pub fn parse(text: &str) -> Result<Guests, InvalidInput> {
    let mut names = Vec::with_capacity(MOST);
    let mut guests = Guests::default();
    let pairs = lines(text, FORM, |line| {
        let one = number(line, &mut names)?;
        let sign = [1, -1][line.choice(&[" would gain ", " would lose "])?];
        let units = line.natural(99_999)? as i32;
        line.tag(" happiness units by sitting next to ")?;
        let other = number(line, &mut names)?;
        line.tag(".")?;
        let is_new = one != other && guests.likes[one][other].replace(sign * units).is_none();
        is_new.then_some(())
    })?;
    guests.count = names.len();
    if names.len() < 3 || pairs.len() < names.len() * (names.len() - 1) {
        return Err(InvalidInput::new(pairs.len(), MISSING));
    }
    Ok(guests)
}

/// The number of a guest, in the order in which they are first named.
fn number<'a>(line: &mut Cursor<'a>, names: &mut Vec<&'a [u8]>) -> Option<usize> {
    let name = line.word(|byte| byte.is_ascii_alphabetic()).filter(|name| name[0].is_ascii_uppercase())?;
    if let Some(known) = names.iter().position(|&known| known == name) {
        return Some(known);
    }
    names.push(name);
    (names.len() <= MOST).then_some(names.len() - 1)
}

/// The last guest closes the circle.
pub fn part1(guests: &Guests) -> i32 {
    let together = guests.together();
    best_circle(&together, guests.count - 1, &together[guests.count - 1])
}

/// I do.
pub fn part2(guests: &Guests) -> i32 {
    best_circle(&guests.together(), guests.count, &[0; MOST])
}

/// The best circle of the first `count` guests and of one more, of whom is known what is felt next to them.
fn best_circle(together: &[[i32; MOST]; MOST], count: usize, closing: &[i32; MOST]) -> i32 {
    let mut best = vec![[i32::MIN; MOST]; 1 << count]; // by who sits already, and the last of them
    for seated in 1usize..1 << count {
        for last in ones(seated as u64) {
            let before = seated & !(1 << last);
            let onward = ones(before as u64).map(|guest| best[before][guest] + together[guest][last]);
            best[seated][last] = onward.max().unwrap_or(closing[last]);
        }
    }
    let all = &best[(1 << count) - 1];
    (0..count).map(|last| all[last] + closing[last]).max().unwrap_or_default()
}

impl Guests {
    /// What two guests feel next to each other, added up.
    fn together(&self) -> [[i32; MOST]; MOST] {
        let like = |one: usize, other: usize| self.likes[one][other].unwrap_or_default();
        std::array::from_fn(|one| std::array::from_fn(|other| like(one, other) + like(other, one)))
    }
}
