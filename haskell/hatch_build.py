"""Builds the libraries and packs them, with those that they need, into the wheel."""

import sys
import sysconfig
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Cabal(BuildHookInterface):
    """Runs before a wheel is packed; an editable one loads what is built in place."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        import cabal_build

        if version != "editable" and (failed := cabal_build.build()):
            raise SystemExit(f"haskell: {', '.join(failed)} does not compile")
        platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["tag"] = f"py3-none-{platform}"
        build_data["pure_python"] = False
        if version != "editable":
            lib = cabal_build.LIB.relative_to(self.root)
            build_data["force_include"] |= {
                str(path): f"{lib}/{path.name}" for path in cabal_build.needed_libraries()
            }
