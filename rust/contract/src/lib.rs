//! What every solution keeps to.
//!
//! A solution is a module with three functions, which [`puzzles!`] turns into one that
//! crosses the border to other languages:
//!
//! ```ignore
//! pub fn parse(text: &str) -> Result<Input, InvalidInput>;
//! pub fn part1(input: &Input) -> impl Answer;
//! pub fn part2(input: &Input) -> impl Answer;
//! ```
//!
//! `text` is in normal form: UTF-8, lines parted by `\n`, none at the end.

pub mod bits;
pub mod border;
pub mod cores;
pub mod decimal;
pub mod machine;
pub mod md5;
pub mod reading;
pub mod search;

use std::fmt::Display;
use std::time::Instant;

/// The text is no valid input; `line` (from 1) is the first that no valid input could have
/// there, or the last line where the text ends too soon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidInput {
    pub line: usize,
    pub message: String,
}

impl InvalidInput {
    pub fn new(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into() }
    }
}

/// The input is valid, yet the question asked of it has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoAnswer(pub String);

/// What a part may return: anything that can be shown, or the reason why there is nothing.
pub trait Answer {
    fn answer(self) -> Result<String, NoAnswer>;
}

impl<T: Display> Answer for Result<T, NoAnswer> {
    fn answer(self) -> Result<String, NoAnswer> {
        self.map(|value| value.to_string())
    }
}

macro_rules! shown {
    ($($kind:ty),*) => {
        $(impl Answer for $kind {
            fn answer(self) -> Result<String, NoAnswer> {
                Ok(self.to_string())
            }
        })*
    };
}
shown!(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, &str);

impl Answer for String {
    fn answer(self) -> Result<String, NoAnswer> {
        Ok(self)
    }
}

/// The answers of one input and what they cost. `part2` is `None` where a puzzle has one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solved {
    pub part1: String,
    pub part2: Option<String>,
    pub parse_ns: u64,
    pub part1_ns: u64,
    pub part2_ns: u64,
}

/// Why an input was not solved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    Invalid(InvalidInput),
    NoAnswer {
        part: u8,
        message: String,
    },
    /// A bug in the solution.
    Panicked(String),
}

impl From<InvalidInput> for Failure {
    fn from(error: InvalidInput) -> Self {
        Self::Invalid(error)
    }
}

/// A whole puzzle as one function from normal text to answers.
pub type Solve = fn(&str) -> Result<Solved, Failure>;

/// Runs one stage; its value and the nanoseconds that it took.
pub fn timed<T>(stage: impl FnOnce() -> T) -> (T, u64) {
    let start = Instant::now();
    let value = stage();
    (value, start.elapsed().as_nanos() as u64)
}

/// Runs one part, its answer written out as text.
pub fn timed_part<A: Answer>(part: u8, stage: impl FnOnce() -> A) -> Result<(String, u64), Failure> {
    let (answer, ns) = timed(|| stage().answer());
    answer.map(|text| (text, ns)).map_err(|NoAnswer(message)| Failure::NoAnswer { part, message })
}

/// Declares a folder's puzzles: the one list that a new Rust solution is added to.
///
/// `"aoc2021/day06" => day06` names a module with `parse`, `part1` and `part2`;
/// `"aoc2021/day25" => day25 (one part)` one without `part2`.
#[macro_export]
macro_rules! puzzles {
    ($($name:literal => $module:ident $(($one:ident part))?),* $(,)?) => {
        $(pub mod $module;)*

        /// What a program that loads this crate's library looks for: every puzzle, by name.
        // SAFETY: one crate is one library, and no other symbol of a library is called so.
        #[unsafe(no_mangle)]
        pub static THREEFOLD_FOLDER: $crate::border::Folder =
            $crate::border::Folder::new(&[$(($name, |text| $crate::border::guarded(|| {
                let (parsed, parse_ns) = $crate::timed(|| $module::parse(text));
                let parsed = parsed?;
                let (part1, part1_ns) = $crate::timed_part(1, || $module::part1(&parsed))?;
                let (part2, part2_ns) = $crate::puzzles!(@part2 $module parsed $($one)?);
                Ok($crate::Solved { part1, part2, parse_ns, part1_ns, part2_ns })
            }))),*]);

        #[cfg(test)]
        mod cases {
            $(#[test]
            fn $module() {
                let puzzles = super::THREEFOLD_FOLDER.puzzles;
                let (name, solve) = puzzles.iter().find(|(name, _)| *name == $name).expect("it is listed");
                ::cases::check(name, *solve);
            })*
        }
    };
    (@part2 $module:ident $parsed:ident) => {{
        let (part2, part2_ns) = $crate::timed_part(2, || $module::part2(&$parsed))?;
        (Some(part2), part2_ns)
    }};
    (@part2 $module:ident $parsed:ident one) => {
        (None, 0)
    };
}
