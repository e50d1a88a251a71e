//! The border to Python: text goes in, a plain tuple comes out (see `threefold.core.languages`).
//!
//! A folder's library is loaded when a puzzle of it is first asked for.

use contract::border::{Folder, STAMP, SYMBOL};
use contract::{Failure, InvalidInput, Solve, Solved};
use libloading::Library;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Where a puzzle's solution is: in which library, and, once that is loaded, at which address.
struct Place {
    library: PathBuf,
    solve: OnceLock<Solve>,
}

static PLACES: OnceLock<HashMap<String, Place>> = OnceLock::new();

#[pymodule]
mod binding {
    use super::*;

    /// Tells, once, in which library each puzzle is; nothing is loaded yet.
    #[pyfunction]
    fn register(libraries: HashMap<String, PathBuf>) {
        PLACES.get_or_init(|| {
            let place = |library| Place { library, solve: OnceLock::new() };
            libraries.into_iter().map(|(puzzle, library)| (puzzle, place(library))).collect()
        });
    }

    /// Solves `text`, an input of `puzzle` in normal form. A panic is returned as a failure, and
    /// so is a library that can't be loaded.
    #[pyfunction]
    fn solve<'py>(py: Python<'py>, puzzle: &str, text: &str) -> PyResult<Bound<'py, PyTuple>> {
        let place = PLACES.get().and_then(|places| places.get(puzzle));
        let place = place.ok_or_else(|| PyKeyError::new_err(puzzle.to_owned()))?;
        let solve = match place.solve.get() {
            Some(solve) => *solve,
            None => match find(&place.library, puzzle) {
                Ok(solve) => *place.solve.get_or_init(|| solve),
                Err(why) => return ("failed", why).into_pyobject(py),
            },
        };
        match py.detach(|| solve(text)) {
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
}

/// The solution of a puzzle in a folder's library, which stays loaded from now on.
fn find(path: &Path, puzzle: &str) -> Result<Solve, String> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    if !path.exists() {
        return Err(format!("{} is not built: `nox -s dev` says why", name.trim_start_matches("lib")));
    }
    let unusable = |why: &dyn std::fmt::Display| format!("{} can't be loaded: {why}", path.display());
    // SAFETY: the library is one of ours, whose initialisers are those of Rust's standard library.
    let library = unsafe { Library::new(path) }.map_err(|error| unusable(&error))?;
    // SAFETY: our libraries export under this name a `Folder`, and all of them, by whatever compiler
    // and from whatever contract, begin with a u64.
    let stamp = unsafe { library.get::<*const u64>(SYMBOL).map(|symbol| **symbol) };
    if stamp.map_err(|error| unusable(&error))? != STAMP {
        return Err(unusable(&"another compiler or contract made it; `nox -s dev` builds it anew"));
    }
    // SAFETY: the stamp says that the same compiler made both from the same contract, so layouts and
    // calling conventions are the same, and so is the allocator: in a cdylib that is the system's, of
    // which a process has one. Panics do not unwind out of a library, see `guarded`. The library is
    // forgotten below, never unloaded, so that what it holds is static indeed.
    let folder: &'static Folder = unsafe {
        let symbol = library.get::<*const Folder>(SYMBOL).map_err(|error| unusable(&error))?;
        &**symbol
    };
    std::mem::forget(library);
    let found = folder.puzzles.iter().find(|(other, _)| *other == puzzle);
    found.map(|(_, solve)| *solve).ok_or_else(|| unusable(&format!("it lacks {puzzle}")))
}
