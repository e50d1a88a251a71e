//! A puzzle's own cases (`puzzles/*/*/cases.toml`), without Python.

use contract::{Failure, InvalidInput, Solve};
use serde::Deserialize;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    input: String,
    part1: Option<String>,
    part2: Option<String>,
    invalid_line: Option<usize>,
    no_answer_part: Option<u8>,
}

/// Panics unless every case of the puzzle comes out as it must.
pub fn check(name: &str, solve: Solve) {
    if name.starts_with("peers/") {
        return; // what puzzles are measured against has no cases
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../puzzles").join(name).join("cases.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cases: Cases = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(!cases.case.is_empty(), "{name} has no cases");
    for case in cases.case {
        let what = format!("{name}, {}", case.name);
        match solve(case.input.replace("\r\n", "\n").trim_end_matches('\n')) {
            Ok(solved) => {
                assert!(case.part1.is_some() || case.part2.is_some(), "{what}: {solved:?}");
                assert!(case.part1.is_none_or(|answer| answer == solved.part1), "{what}: {}", solved.part1);
                assert!(case.part2.is_none() || case.part2 == solved.part2, "{what}: {:?}", solved.part2);
            }
            Err(Failure::Invalid(InvalidInput { line, message })) => {
                assert_eq!(case.invalid_line, Some(line), "{what}: {message}");
            }
            Err(Failure::NoAnswer { part, message }) => {
                assert_eq!(case.no_answer_part, Some(part), "{what}: {message}");
            }
            Err(Failure::Panicked(message)) => panic!("{what}: panicked, {message}"),
        }
    }
}
