//! The border between a folder's library and a program that loads it.
//!
//! Values of Rust's own types cross it, which is sound only between two libraries that the same
//! compiler made from the same contract. A stamp says which those were; it is compared first.

use crate::{Failure, Solve, Solved};
use std::any::Any;
use std::panic::{UnwindSafe, catch_unwind};

/// The name under which a folder's library exports its [`Folder`].
pub const SYMBOL: &[u8] = b"THREEFOLD_FOLDER\0";

/// Which compiler, target and contract made this.
pub const STAMP: u64 = parsed(env!("THREEFOLD_STAMP"));

/// The puzzles of a folder. Whatever changes here, the stamp stays first.
#[repr(C)]
pub struct Folder {
    stamp: u64,
    /// Every puzzle, by name.
    pub puzzles: &'static [(&'static str, Solve)],
}

impl Folder {
    pub const fn new(puzzles: &'static [(&'static str, Solve)]) -> Self {
        Self { stamp: STAMP, puzzles }
    }
}

/// Solves; a panic is returned, for it may not unwind into another library.
pub fn guarded(solve: impl FnOnce() -> Result<Solved, Failure> + UnwindSafe) -> Result<Solved, Failure> {
    catch_unwind(solve).unwrap_or_else(|panic| Err(Failure::Panicked(message(&*panic))))
}

fn message(panic: &(dyn Any + Send)) -> String {
    let literal = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = literal.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    text.trim_end().to_owned()
}

const fn parsed(text: &str) -> u64 {
    match u64::from_str_radix(text, 10) {
        Ok(number) => number,
        Err(_) => panic!("the stamp is a number"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_failure() {
        let panicked = |why: &str| Err(Failure::Panicked(why.to_owned()));
        assert_eq!(guarded(|| panic!("plain")), panicked("plain"));
        assert_eq!(guarded(|| panic!("ends \n so \n")), panicked("ends \n so"));
        let it = "it";
        assert_eq!(guarded(|| panic!("made of {it}")), panicked("made of it"));
        let overflow = guarded(|| panic!("{}", [1][it.len()]));
        assert!(matches!(overflow, Err(Failure::Panicked(why)) if why.contains("out of bounds")));
    }
}
