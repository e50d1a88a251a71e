//! The border to Python: text goes in, a plain tuple comes out (see `threefold.core.languages`).

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use solutions::{Failure, InvalidInput, Solved};

#[pymodule]
mod threefold_rust {
    use super::*;

    /// The names of the puzzles that are solved in Rust.
    #[pyfunction]
    fn puzzles() -> Vec<&'static str> {
        solutions::names().collect()
    }

    /// Solves `text`, an input of `puzzle` in normal form. A panic is returned as a failure.
    #[pyfunction]
    fn solve<'py>(py: Python<'py>, puzzle: &str, text: &str) -> PyResult<Bound<'py, PyTuple>> {
        let found = solutions::find(puzzle).ok_or_else(|| PyKeyError::new_err(puzzle.to_owned()))?;
        match py.detach(|| solutions::run(found, text)) {
            Ok(Solved { part1, part2, parse_ns, part1_ns, part2_ns }) => {
                ("solved", part1, part2, parse_ns, part1_ns, part2_ns).into_pyobject(py)
            }
            Err(Failure::Invalid(InvalidInput { line, message })) => {
                ("invalid", line, message).into_pyobject(py)
            }
            Err(Failure::NoAnswer { part, message }) => ("no answer", part, message).into_pyobject(py),
            Err(Failure::Panicked(message)) => ("failed", format!("panicked: {message}")).into_pyobject(py),
        }
    }

    /// What a report says of this language.
    #[pyfunction]
    fn about(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
        let about = PyDict::new(py);
        about.set_item("title", "Rust")?;
        about.set_item("order", 2)?;
        about.set_item("version", env!("THREEFOLD_RUSTC"))?;
        about.set_item("flags", env!("THREEFOLD_FLAGS"))?;
        Ok(about)
    }
}
