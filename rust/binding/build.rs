//! Notes the compiler's version, the profile and the target, for the reports.

use std::env;
use std::process::Command;

fn main() {
    let rustc = env::var_os("RUSTC").expect("cargo sets RUSTC");
    let version = Command::new(rustc).arg("--version").output().expect("rustc runs");
    println!("cargo:rustc-env=THREEFOLD_RUSTC={}", String::from_utf8_lossy(&version.stdout).trim());
    let [level, target] = ["OPT_LEVEL", "TARGET"].map(|name| env::var(name).expect("cargo sets it"));
    println!("cargo:rustc-env=THREEFOLD_FLAGS=opt-level={level} target={target}");
    println!("cargo:rerun-if-changed=build.rs");
}
