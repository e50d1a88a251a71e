//! Notes the compiler's version, the profile and the target, for the reports.

use std::env;
use std::path::PathBuf;
use std::process::Command;

fn main() {
    let rustc = env::var_os("RUSTC").expect("cargo sets RUSTC");
    let version = Command::new(rustc).arg("--version").output().expect("rustc runs");
    println!("cargo:rustc-env=THREEFOLD_RUSTC={}", String::from_utf8_lossy(&version.stdout).trim());
    let [level, target] = ["OPT_LEVEL", "TARGET"].map(|name| env::var(name).expect("cargo sets it"));
    // target/PROFILE/build/binding-HASH/out: what `threefold watch` builds is not what is to be measured.
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let profile = out.ancestors().nth(3).and_then(|path| path.file_name()).unwrap_or_default();
    let profile = if profile == "watch" { " profile=watch" } else { "" };
    println!("cargo:rustc-env=THREEFOLD_FLAGS=opt-level={level}{profile} target={target}");
    println!("cargo:rerun-if-changed=build.rs");
}
