"""Builds the runtime and the folders' libraries with cabal, and lays them where ``threefold_haskell`` looks.

python cabal_build.py [FOLDER…]        build these folders, or all
python cabal_build.py --stale [FOLDER…]   name those that are not built of the sources that are there
python cabal_build.py cabal COMMAND…   another cabal command with the same settings, `test aoc2021-laws` say

With THREEFOLD_CHECKED=1 in the environment the same is built apart, and what is unsafe there is checked.

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
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CHECKED = bool(os.environ.get("THREEFOLD_CHECKED"))  # indexing is checked: see Unsafe.hs
LIB = HERE / "threefold_haskell" / ("lib-checked" if CHECKED else "lib")
BUILT = LIB / "built.json"
DIST = HERE / ("dist-checked" if CHECKED else "dist-newstyle")
CABAL = HERE / "threefold-haskell.cabal"
SUFFIX = ".dylib" if sys.platform == "darwin" else ".so"
RUNTIME = "threefold-haskell"  # the foreign library; each of the others is a folder
LISTED = re.compile(r'^  [\[ ] \("([\w/-]+)", \w+Parts? ', re.MULTILINE)  # [ ("aoc2021/day06", twoParts …


class BuildFailed(Exception):
    """The build can't be done; the text says why, on one line."""


def output(*command: str) -> str:
    """What a command prints; raises `BuildFailed` where it is missing or fails."""
    try:
        return subprocess.run(command, cwd=HERE, check=True, capture_output=True, text=True).stdout
    except FileNotFoundError:
        raise BuildFailed(f"{command[0]} is not installed") from None
    except subprocess.CalledProcessError as error:
        raise BuildFailed(
            f"{' '.join(command)}: {(error.stderr.strip() or 'failed').splitlines()[-1]}"
        ) from None


def cabal(*arguments: str) -> list[str]:
    """A cabal command line that works with what this machine has.

    Where GHC comes with all that we depend on (Debian's packages), cabal is told of no repository, for it
    would stop for want of an index. Elsewhere it asks Hackage, whose index it fetches first if there is none.
    """
    installed = set(
        re.findall(r"(\S+)-[\d.]+(?:\s|$)", output("ghc-pkg", "list", "--global", "--simple-output"))
    )
    if needed() <= installed:
        return ["cabal", f"--config-file={HERE / 'offline.config'}", *arguments]
    folders = [os.environ.get("CABAL_DIR", "~/.cabal"), "~/.cache/cabal"]
    if not any(any(Path(folder).expanduser().glob("packages/*/01-index.*")) for folder in folders):
        print("fetching Hackage's index", flush=True)
        output("cabal", "update")
    return ["cabal", *arguments]


def needed() -> set[str]:
    """The packages that the cabal file depends on, our own libraries aside."""
    return set(re.findall(r"^\s+, ([\w-]+)\s+[><=^]", CABAL.read_text(), re.MULTILINE))


def run(*arguments: str) -> None:
    """Runs cabal, its output shown."""
    if status(*arguments, show=print):
        raise BuildFailed("cabal " + " ".join(arguments) + " failed; its reasons stand above")


def status(*arguments: str, show: Callable[[str], object]) -> int:
    """Runs cabal and shows each line that it says, less those on features that it calls experimental."""
    settings = [f"--builddir={DIST}", *(["--flags=checked"] if CHECKED else [])]
    process = subprocess.Popen(
        cabal(arguments[0], *settings, *arguments[1:]),
        cwd=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    assert process.stdout
    experimental = False
    for line in process.stdout:
        experimental = "is experimental" in line or (experimental and "issue #5660" in line)
        if not experimental:
            show(line.rstrip("\n"))
    return process.wait()


def stanzas() -> dict[str, str]:
    """The paragraphs of the cabal file that are not indented, by their first lines."""
    found = re.split(
        r"^(?=(?:common|library|foreign-library|test-suite) )", CABAL.read_text(), flags=re.MULTILINE
    )
    # What stands before the next one is no part of this.
    return {text.split("\n", 1)[0]: re.sub(r"\n(?:--.*\n|\n)*\Z", "\n", text) for text in found[1:]}


def folders() -> dict[str, list[str]]:
    """The puzzles of each folder, as its sources list them."""
    names = [heading.removeprefix("library ") for heading in stanzas() if heading.startswith("library ")]
    return {
        name: LISTED.findall((HERE / name / f"{name.capitalize()}.hs").read_text())
        for name in names
        if name != "contract"
    }


def digest(name: str, version: str) -> str:
    """What a folder's library, or the runtime, is made of, in this checkout."""
    headings = ["common shared", "library contract", f"foreign-library {RUNTIME}", f"library {name}"]
    own = [stanzas().get(heading) for heading in headings]
    found = hashlib.sha256(repr((str(HERE), version, own, (HERE / "cabal.project").read_text())).encode())
    for path in sorted(path for part in ("contract", "foreign", name) for path in (HERE / part).rglob("*")):
        if path.is_file() and "laws" not in path.relative_to(HERE).parts:
            found.update(f"\n{path}\n".encode() + path.read_bytes())
    return found.hexdigest()


def made(name: str, ghc: str) -> Path | None:
    """The library of a component, as cabal has made it."""
    pattern = f"lib{RUNTIME}{SUFFIX}" if name == RUNTIME else f"libHS*-{name}-ghc{ghc}{SUFFIX}"
    found = [path for path in DIST.glob(f"build/*/ghc-{ghc}/*/**/{pattern}") if path.is_file()]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


def build(chosen: Iterable[str] = ()) -> list[str]:
    """Builds these folders, or all, and the runtime; the names of those that do not compile."""
    listed = folders()
    wanted = [RUNTIME, *(name for name in listed if not chosen or name in chosen)]
    ghc = output("ghc", "--numeric-version").strip()
    before = json.loads(BUILT.read_text()) if BUILT.exists() else {}
    if before.get("checkout") != str(HERE):
        # Another checkout's: what cabal has noted there are that one's paths.
        for folder in (DIST, LIB):
            shutil.rmtree(folder, ignore_errors=True)
        before = {}
    then = before.get("folders", {})
    state: dict[str, dict[str, Any]] = {}
    for name, puzzles in {RUNTIME: [], **listed}.items():
        now = digest(name, ghc)
        library = f"lib{name}{SUFFIX}"
        kept = then.get(name, {}).get("digest") == now and (LIB / library).exists()
        state[name] = {"library": library, "puzzles": puzzles, "digest": now if kept else None}
    LIB.mkdir(exist_ok=True)
    kept = {one["library"] for one in state.values() if one["digest"]}
    for path in LIB.glob(f"lib*{SUFFIX}"):
        if path.name not in kept and not path.name.startswith("libHS"):
            path.unlink()
    old = [name for name in wanted if not state[name]["digest"]]
    failed = compiled(old) if old else []
    for name in old:
        if name not in failed and (library := made(name, ghc)):
            install(library, LIB / state[name]["library"])
            state[name]["digest"] = digest(name, ghc)
    if RUNTIME in old and RUNTIME not in failed and (library := made("contract", ghc)):
        install(library, LIB / library.name)
    about = {
        "checkout": str(HERE),
        "version": f"GHC {ghc}",
        "flags": " ".join(re.findall(r"ghc-options:\s+(-O\d)", stanzas()["common shared"])),
        "folders": state,
    }
    new = BUILT.with_suffix(f".{os.getpid()}.new")
    new.write_text(json.dumps(about, indent=1))
    new.replace(BUILT)
    return [name for name in old if not state[name]["digest"]]


def stale(chosen: Iterable[str] = ()) -> list[str]:
    """Those of these folders, or of all, that are not built of the sources that are there."""
    known = json.loads(BUILT.read_text()) if BUILT.exists() else {"version": "", "folders": {}}
    ghc = known["version"].removeprefix("GHC ")

    def is_built(name: str) -> bool:
        then = known["folders"].get(name, {})
        is_there = then.get("digest") and (LIB / then["library"]).exists()
        return bool(is_there) and then["digest"] == digest(name, ghc)

    return [name for name in folders() if (not chosen or name in chosen) and not is_built(name)]


def install(library: Path, target: Path) -> None:
    """A process may have the old one mapped: replaced, never overwritten."""
    new = target.with_suffix(f".{os.getpid()}.new")  # two may watch
    shutil.copy2(library, new)
    new.replace(target)


def compiled(names: list[str]) -> list[str]:
    """Runs cabal: the names of those that do not compile. What speaks against them is shown, one by one."""

    def target(name: str) -> str:
        return f"flib:{name}" if name == RUNTIME else f"lib:{name}"

    said: list[str] = []

    def progress(line: str) -> None:
        said.append(line)
        if re.match(r"\[ *\d+ of \d+\]", line):
            print(re.split(r"  *\(", line)[0], flush=True)

    command = ["build", "-v1", "-j", "--keep-going"]
    if status(*command, *map(target, names), show=progress) == 0:
        return []
    if not any(re.match(r"\[ *\d+ of|\S+\.hs:\d+", line) for line in said):
        raise BuildFailed("\n".join(said))
    failed = []
    for name in names:
        said.clear()
        if status(*command, target(name), show=said.append):
            failed.append(name)
            print("\n".join(said), flush=True)
            if name == RUNTIME:
                return names  # each of them needs what it is made of
    return failed


def needed_libraries() -> list[Path]:
    """GHC's shared libraries that the built ones are linked to."""
    lister = ["otool", "-L"] if sys.platform == "darwin" else ["ldd"]
    built = [str(path) for path in LIB.glob(f"lib*{SUFFIX}")]
    found = {Path(path) for path in re.findall(r"(/\S+/libHS[^\s:]+)", output(*lister, *built))}
    return sorted(path for path in found if not (LIB / path.name).exists())


def main(arguments: list[str]) -> int:
    try:
        if arguments[:1] == ["cabal"]:
            run(*arguments[1:])
            return 0
        if arguments[:1] == ["--stale"]:
            print("\n".join(stale(arguments[1:])))
            return 0
        failed = build(arguments)
    except BuildFailed as error:
        print(f"haskell: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    for name in failed:
        print(f"haskell: {name} does not compile", flush=True)
    return 3 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
