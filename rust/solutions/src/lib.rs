//! All puzzles by name.

use std::any::Any;
use std::panic::catch_unwind;

pub use contract::{Failure, InvalidInput, NoAnswer, Solve, Solved};

/// Every folder of puzzles: the one list that a new year is added to.
#[rustfmt::skip] // one a line
const FOLDERS: &[&[(&str, Solve)]] = &[
    aoc2021::PUZZLES,
    aoc2025::PUZZLES,
    teaching::PUZZLES,
];

/// The names of all puzzles, folder by folder.
pub fn names() -> impl Iterator<Item = &'static str> {
    FOLDERS.iter().copied().flatten().map(|(name, _)| *name)
}

/// The solution of the puzzle of that name.
pub fn find(name: &str) -> Option<Solve> {
    FOLDERS.iter().copied().flatten().find(|(other, _)| *other == name).map(|(_, solve)| *solve)
}

/// Solves a text in normal form; a panic is returned, not passed on.
pub fn run(solve: Solve, text: &str) -> Result<Solved, Failure> {
    catch_unwind(|| solve(text)).unwrap_or_else(|panic| Err(Failure::Panicked(message(&*panic))))
}

fn message(panic: &(dyn Any + Send)) -> String {
    let literal = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = literal.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_failure() {
        assert_eq!(run(|_| panic!("plain"), ""), Err(Failure::Panicked("plain".into())));
        assert_eq!(run(|text| panic!("made of {text}"), "it"), Err(Failure::Panicked("made of it".into())));
        assert_eq!(run(|_| panic!("ends \n so \n"), ""), Err(Failure::Panicked("ends \n so".into())));
        let overflow: Solve = |text| panic!("{}", [1][text.len()]);
        assert!(matches!(run(overflow, "it"), Err(Failure::Panicked(why)) if why.contains("out of bounds")));
    }

    #[test]
    fn names_are_found() {
        for name in names() {
            assert!(find(name).is_some(), "{name}");
        }
        assert!(find("nonsense").is_none());
    }
}
