"""Builds the shared object with cabal and lays it where ``threefold_haskell`` loads it from.

python cabal_build.py            build
python cabal_build.py COMMAND…   run another cabal command with the same settings, such as `test aoc2021-laws`
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIB = HERE / "threefold_haskell" / "lib"
NAME = "libthreefold-haskell" + (".dylib" if sys.platform == "darwin" else ".so")


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
    text = (HERE / "threefold-haskell.cabal").read_text()
    return set(re.findall(r"^\s+, ([\w-]+)\s+[><=^]", text, re.MULTILINE))


def run(*arguments: str) -> None:
    """Runs cabal, its output shown less its warnings of features that it calls experimental."""
    process = subprocess.Popen(
        cabal(*arguments),
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
            print(line, end="", flush=True)
    if process.wait():
        raise BuildFailed("cabal " + " ".join(arguments) + " failed; its reasons stand above")


def build(*flags: str) -> None:
    """Builds the shared object and notes what built it."""
    run("build", "-v1", "flib:threefold-haskell", *flags)
    built = max((HERE / "dist-newstyle").rglob(NAME), key=lambda path: path.stat().st_mtime)
    LIB.mkdir(exist_ok=True)
    # A process may have the old one mapped: replaced, never overwritten.
    shutil.copy2(built, LIB / (NAME + ".new"))
    (LIB / (NAME + ".new")).replace(LIB / NAME)
    text = (HERE / "threefold-haskell.cabal").read_text()
    flags_used = re.search(r"ghc-options:\s+(-O\d)", text)
    about = {
        "version": f"GHC {output('ghc', '--numeric-version').strip()}",
        "flags": flags_used[1] if flags_used else "",
    }
    (LIB / "about.json").write_text(json.dumps(about))


def needed_libraries() -> list[Path]:
    """GHC's and our own shared libraries that the built one is linked to."""
    lister = ["otool", "-L"] if sys.platform == "darwin" else ["ldd"]
    return [Path(path) for path in re.findall(r"(/\S+/libHS\S+)", output(*lister, str(LIB / NAME)))]


def main(arguments: list[str]) -> int:
    try:
        run(*arguments) if arguments else build()
    except BuildFailed as error:
        print(f"haskell: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
