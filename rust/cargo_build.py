"""Builds the folders' libraries with cargo and lays them where ``threefold_rust`` loads them from.

python cargo_build.py [--watch] [FOLDER…]   build these folders, or all; with --watch sooner built, and slower
python cargo_build.py --stale [FOLDER…]     name those that are not built of the sources that are there

A library whose sources have changed since is removed, so that nothing old is ever solved with. Where a folder
does not compile, it is named and the status is 3; the others are built all the same.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LIB = HERE / "threefold_rust" / "lib"
BUILT = LIB / "built.json"
SUFFIX = ".dylib" if sys.platform == "darwin" else ".so"
LISTED = re.compile(r'^\s*"([\w/-]+)" =>', re.MULTILINE)  # "aoc2021/day06" => day06,


class BuildFailed(Exception):
    """The build can't be done; the text says why."""


def folders() -> dict[str, list[str]]:
    """The puzzles of each folder, as its sources list them."""
    listings = {path.parents[1].name: path.read_text() for path in sorted(HERE.glob("*/src/lib.rs"))}
    return {name: LISTED.findall(text) for name, text in listings.items() if "\ncontract::puzzles! {" in text}


def compiler() -> tuple[str, str]:
    """The compiler's version and its target."""
    try:
        said = subprocess.run(["rustc", "-vV"], cwd=HERE, check=True, capture_output=True, text=True).stdout
    except FileNotFoundError:
        raise BuildFailed("rustc is not there") from None
    except subprocess.CalledProcessError as error:
        raise BuildFailed((error.stderr.strip() or "rustc failed").splitlines()[-1]) from None
    return said.splitlines()[0], re.findall(r"^host: (.*)", said, re.MULTILINE)[0]


def settings() -> dict[str, Any]:
    """The workspace's, its list of members aside: a folder more changes nothing for the others."""
    found = tomllib.loads((HERE / "Cargo.toml").read_text())
    del found["workspace"]["members"]
    return found


def digest(crate: str, version: str) -> str:
    """What a crate's library is made of, in this checkout."""
    locked = tomllib.loads((HERE / "Cargo.lock").read_text())["package"]
    fixed = [package for package in locked if "source" in package]
    found = hashlib.sha256(repr((str(HERE), version, settings(), fixed)).encode())
    for path in sorted(path for name in ("contract", crate) for path in (HERE / name).rglob("*")):
        if path.is_file():
            found.update(f"\n{path}\n".encode() + path.read_bytes())
    return found.hexdigest()


def build(chosen: Iterable[str] = (), profile: str = "release") -> list[str]:
    """Builds these folders, or all, and what they need; the names of those that do not compile."""
    listed = folders()
    wanted = [name for name in listed if name in chosen] if chosen else list(listed)
    version, target = compiler()
    before = json.loads(BUILT.read_text())["folders"] if BUILT.exists() else {}
    state: dict[str, dict[str, Any]] = {}
    for name, puzzles in listed.items():
        state[name] = {"library": f"lib{name}{SUFFIX}", "puzzles": puzzles}
        now, then = digest(name, version), before.get(name, {})
        state[name] |= {"profile": then.get("profile")} if then.get("digest") == now else {"profile": None}
        state[name]["digest"] = now
    for path in LIB.glob(f"lib*{SUFFIX}"):
        if path.name not in (one["library"] for one in state.values() if one["profile"]):
            path.unlink()
    old = [
        name
        for name in wanted
        if state[name]["profile"] not in ("release", profile) or not (LIB / state[name]["library"]).exists()
    ]
    LIB.mkdir(exist_ok=True)
    produced = compiled(old, profile) if old else {}
    for name in old:
        state[name]["profile"] = profile if name in produced else None
        library = LIB / state[name]["library"]
        if name in produced:
            # A process may have the old one mapped: replaced, never overwritten.
            new = library.with_suffix(f".{os.getpid()}.new")  # two may watch
            shutil.copy2(produced[name], new)
            new.replace(library)
        else:
            library.unlink(missing_ok=True)
    watched = any(one["profile"] == "watch" for one in state.values())
    flags = f"opt-level={settings()['profile']['release']['opt-level']} target={target}"
    about = {"version": version, "flags": flags + (" profile=watch" if watched else "")}
    new = BUILT.with_suffix(f".{os.getpid()}.new")
    new.write_text(json.dumps(about | {"folders": state}, indent=1))
    new.replace(BUILT)
    return [name for name in old if name not in produced]


def stale(chosen: Iterable[str] = ()) -> list[str]:
    """Those of these folders, or of all, that are not built of the sources that are there."""
    known = json.loads(BUILT.read_text()) if BUILT.exists() else {"version": "", "folders": {}}

    def is_built(name: str) -> bool:
        then = known["folders"].get(name, {})
        is_there = then.get("profile") and (LIB / then["library"]).exists()
        return bool(is_there) and then["digest"] == digest(name, known["version"])

    return [name for name in folders() if (not chosen or name in chosen) and not is_built(name)]


def compiled(crates: list[str], profile: str) -> dict[str, Path]:
    """Runs cargo: the libraries of those crates that compile. What speaks against the others is shown."""
    command = ["cargo", "build", f"--profile={profile}", "--keep-going", "--message-format=json"]
    command += [f"--package={crate}" for crate in crates]
    if profile == "watch":
        command.append('--config=build.rustflags=["--cap-lints=warn"]')
    try:
        process = subprocess.Popen(
            command, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
    except FileNotFoundError:
        raise BuildFailed("cargo is not there") from None
    assert process.stdout
    produced: dict[str, Path] = {}
    errors: dict[str, list[str]] = {}
    said = []
    for line in process.stdout:
        if not line.startswith("{"):
            said.append(line)
            if line.lstrip().startswith("Compiling"):
                print(line.split(" (", 1)[0].strip(), flush=True)
            continue
        message = json.loads(line)
        name = message.get("target", {}).get("name")
        if message["reason"] == "compiler-artifact" and name in crates:
            [produced[name]] = [Path(path) for path in message["filenames"] if path.endswith(SUFFIX)]
        elif message["reason"] == "compiler-message" and message["message"]["level"] == "error":
            errors.setdefault(name, []).append(message["message"]["rendered"].rstrip())
    if process.wait() and not errors:
        raise BuildFailed("".join(said).rstrip())
    for texts in errors.values():
        print("\n\n".join(texts), flush=True)
    return produced


def main(arguments: list[str]) -> int:
    profile = "watch" if "--watch" in arguments else "release"
    if arguments[:1] == ["--stale"]:
        print("\n".join(stale(arguments[1:])))
        return 0
    try:
        failed = build([name for name in arguments if name != "--watch"], profile)
    except BuildFailed as error:
        print(f"rust: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    for name in failed:
        print(f"rust: {name} does not compile", flush=True)
    return 3 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
