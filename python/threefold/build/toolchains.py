"""The toolchains that we build with: what is there, what is missing, and how to get it.

Standard library only, for nox sets everything up with it before anything is installed.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


class SetupFailed(Exception):
    """Something can't be set up; the text says what is wrong and what to do about it."""


@dataclass(frozen=True)
class State:
    usable: bool
    words: str


@dataclass(frozen=True)
class Tool:
    """A command that must be there, in a version that is new enough, and how to come by it."""

    name: str
    minimum: tuple[int, ...]
    how: str
    apt: Callable[[], list[str]]
    serves: str

    def check(self) -> State:
        path = shutil.which(self.name)
        if path is None:
            return State(False, f"not found; {self.how}")
        try:
            shown = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60)
        except (OSError, subprocess.TimeoutExpired) as error:
            return State(False, f"{path} does not run ({error}); {self.how}")
        found = re.search(r"\d+(?:\.\d+)+", shown.stdout)
        if shown.returncode or not found:
            return State(False, f"{path} does not tell its version; {self.how}")
        if version(found[0]) < self.minimum:
            return State(False, f"{found[0]} is older than {'.'.join(map(str, self.minimum))}; {self.how}")
        return State(True, f"{found[0]} ({path})")


@dataclass(frozen=True)
class HaskellPackages(Tool):
    """The packages that the Haskell solutions import: Hackage's, or the distribution's if GHC is its own."""

    def check(self) -> State:
        lister = shutil.which("ghc-pkg")
        if not (lister and distribution_ghc()):
            return State(True, "from Hackage, by cabal")
        listed = subprocess.run(
            [lister, "list", "--global", "--simple-output"], capture_output=True, text=True
        ).stdout
        missing = [name for name in DEBIAN_HASKELL if not re.search(rf"(?<!\S){re.escape(name)}-\d", listed)]
        if missing:
            return State(False, f"{', '.join(missing)} missing; {self.how}")
        return State(True, "the distribution's")


def version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def distribution_ghc() -> bool:
    """Is the GHC on the path the distribution's own? It has packages from there and may have no Hackage."""
    path = shutil.which("ghc")
    return path is not None and Path(path).parent in (Path("/usr/bin"), Path("/bin"))


DEBIAN_HASKELL = {
    "vector": "libghc-vector-dev",
    "tasty": "libghc-tasty-dev",
    "tasty-hunit": "libghc-tasty-hunit-dev",
    "tasty-quickcheck": "libghc-tasty-quickcheck-dev",
    "QuickCheck": "libghc-quickcheck2-dev",
}


def apt_cargo() -> list[str]:
    """The first of Debian's and Ubuntu's packages whose Rust is new enough; rustup where none is."""
    for cargo, others in (("cargo", ["rustc"]), ("cargo-web", ["rustc-web"])):
        policy = subprocess.run(["apt-cache", "policy", cargo], capture_output=True, text=True).stdout
        found = re.search(r"Candidate: (\d+(?:\.\d+)+)", policy)
        if found and (1, 0) < version(found[1]) >= RUST:
            return [cargo, *others]
    return ["rustup"]


def apt_rust(plain: str, web: str) -> list[str]:
    """The companion of the package that cargo comes from."""
    return [web if apt_cargo()[0] == "cargo-web" else plain]


RUST = (1, 85)
GHCUP = "with ghcup: https://www.haskell.org/ghcup"
TOOLS: list[Tool] = [
    Tool("cc", (), "install a C compiler (Debian: gcc)", lambda: ["gcc", "libc6-dev"], "rust haskell"),
    Tool("cargo", RUST, "install Rust with rustup: https://rustup.rs", apt_cargo, "rust"),
    Tool("ghc", (9, 0), f"install GHC {GHCUP}", lambda: ["ghc"], "haskell"),
    Tool("cabal", (3, 4), f"install cabal {GHCUP}", lambda: ["cabal-install"], "haskell"),
    HaskellPackages(
        "packages",
        (),
        f"install {' '.join(DEBIAN_HASKELL.values())}",
        lambda: list(DEBIAN_HASKELL.values()),
        "haskell",
    ),
]
LINTERS = [
    Tool("rustfmt", (1,), "rustup component add rustfmt", lambda: apt_rust("rustfmt", "rustfmt-web"), "rust"),
    Tool(
        "cargo-clippy",
        (0,),
        "rustup component add clippy",
        lambda: apt_rust("rust-clippy", "rust-web-clippy"),
        "rust",
    ),
    Tool(
        "hlint",
        (3,),
        "install hlint (elsewhere than Debian: cabal install hlint)",
        lambda: ["hlint"],
        "haskell",
    ),
    Tool("ormolu", (0, 3), "install ormolu (elsewhere: cabal install ormolu)", lambda: ["ormolu"], "haskell"),
]


def provide(languages: Iterable[str], tools: list[Tool] = TOOLS) -> None:
    """Sees to it that the tools of these languages are there.

    What is missing is installed with apt where that can be done without asking anyone for a password. Raises
    `SetupFailed` with the way to get each tool that is still missing then.
    """
    wanted = [tool for tool in tools if set(tool.serves.split()) & set(languages)]
    tried: list[Tool] = []
    # Again where something new is missing: only an installed GHC tells which packages it lacks.
    while (missing := [tool for tool in wanted if not tool.check().usable]) and missing != tried:
        if apt := apt_get():
            _install(apt, missing)
        tried = missing
    if still := [f"{tool.name}: {state.words}" for tool in missing if not (state := tool.check()).usable]:
        raise SetupFailed("; ".join(still))


def _install(apt: list[str], missing: list[Tool]) -> None:
    refreshed = subprocess.run([*apt, "update", "-qq"], capture_output=True, text=True)
    packages = list(dict.fromkeys(package for tool in missing for package in tool.apt()))
    print(f"threefold: installing with apt: {' '.join(packages)}", flush=True)
    command = [*apt, "install", "-y", "-q", "--no-install-recommends", *packages]
    done = subprocess.run(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
    )
    if done.returncode:
        said = [line for line in (refreshed.stderr + done.stderr).splitlines() if line.startswith("E:")]
        print(f"threefold: apt failed: {(said or ['no reason given'])[-1]}", file=sys.stderr)
    elif "rustup" in packages:
        subprocess.run(["rustup", "default", "stable"])


def apt_get() -> list[str] | None:
    """The command that installs packages here without asking for a password; none where there is no such."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n", "apt-get"]
    return None
