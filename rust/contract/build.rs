//! Stamps what is built with the compiler and this crate's sources (see `src/border.rs`).

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

fn main() {
    let rustc = env::var_os("RUSTC").expect("cargo sets RUSTC");
    let version = Command::new(rustc).arg("-vV").output().expect("rustc runs");
    let mut sources: Vec<PathBuf> = fs::read_dir("src")
        .expect("it is there")
        .map(|entry| entry.expect("it is readable").path())
        .collect();
    sources.sort();
    let mut hasher = DefaultHasher::new();
    (version.stdout, env::var("TARGET").expect("cargo sets it")).hash(&mut hasher);
    for path in sources {
        fs::read(path).expect("it is readable").hash(&mut hasher);
    }
    println!("cargo:rustc-env=THREEFOLD_STAMP={}", hasher.finish());
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src");
}
