"""What is installed is pinned: one file for all platforms, without a word on where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

from threefold.build import building

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "python" / "pyproject.toml").read_text())
EXTRAS = PROJECT["project"]["optional-dependencies"]
PINNED = [
    Requirement(line)
    for line in (ROOT / building.LOCK).read_text().splitlines()
    if not line.lstrip().startswith("#")
]


def pin(name: str, version: str, platform: str) -> str:
    """The version of a package for a Python and platform; there is at most one."""
    environment = default_environment() | {"python_full_version": f"{version}.7", "sys_platform": platform}
    found = [
        one
        for one in PINNED
        if one.name == re.sub(r"[-_.]+", "-", name).lower()
        and (not one.marker or one.marker.evaluate(dict(environment)))
    ]
    assert len(found) == 1, f"{name} on {platform} with Python {version}: {len(found)} pins"
    [one] = found[0].specifier
    assert one.operator == "=="
    return one.version


@pytest.mark.parametrize("platform", ["linux", "darwin"])
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_whatever_is_asked_for_is_pinned_within_its_bounds(version: str, platform: str) -> None:
    groups = [PROJECT["project"]["dependencies"], *EXTRAS.values(), *PROJECT["dependency-groups"].values()]
    needed = [Requirement(line) for group in groups for line in group]
    needed = [one for one in needed if one.name != "threefold"]
    assert len(needed) > 25
    wrong = [str(one) for one in needed if pin(one.name, version, platform) not in one.specifier]
    assert not wrong


def test_what_builds_our_packages_is_pinned_within_its_bounds() -> None:
    for folder in ("python", "rust", "haskell"):
        project = tomllib.loads((ROOT / folder / "pyproject.toml").read_text())
        for line in project["build-system"]["requires"]:
            needed = Requirement(line)
            assert pin(needed.name, "3.13", "linux") in needed.specifier


def test_the_lock_names_no_host_and_no_path() -> None:
    assert not re.search(r"://|/|@|--", (ROOT / building.LOCK).read_text())


def test_the_sessions_parts_are_extras() -> None:
    named = re.findall(r'(?:parts=|provide\(\["python"\], )\[(.*?)\]', (ROOT / "noxfile.py").read_text())
    assert len(named) == 4
    parts = {word for line in named for word in re.findall(r'"(\w+)"', line)} | set(building.EVERYTHING)
    assert parts <= EXTRAS.keys()
