//! Work that falls apart, done by a thread for each core, or by this one alone where it is little.

use std::sync::{Mutex, PoisonError};
use std::thread;

/// Whoever has done a part takes the next one.
pub fn share_out<T>(much: bool, parts: impl Iterator<Item = T> + Send, work: impl Fn(T) + Sync) {
    let parts = Mutex::new(parts);
    let next = || parts.lock().unwrap_or_else(PoisonError::into_inner).next();
    on_threads(cores(much), || {
        while let Some(part) = next() {
            work(part);
        }
    });
}

/// How many threads share it.
pub fn cores(much: bool) -> usize {
    if much { thread::available_parallelism().map_or(1, usize::from) } else { 1 }
}

pub(crate) fn on_threads(threads: usize, work: impl Fn() + Sync) {
    thread::scope(|scope| {
        for _ in 1..threads {
            // Where there is no other thread, this one does all.
            _ = thread::Builder::new().spawn_scoped(scope, &work);
        }
        work();
    });
}
