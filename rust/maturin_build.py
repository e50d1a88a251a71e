"""maturin as the package's builder, but for a wheel: that holds every folder's library, built first."""

from typing import Any

import cargo_build
import maturin
from maturin import (
    build_editable,
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]


def build_wheel(*arguments: Any, **options: Any) -> str:
    if failed := cargo_build.build():
        raise SystemExit(f"rust: {', '.join(failed)} does not compile")
    return maturin.build_wheel(*arguments, **options)
