"""Compiles the engine's kernel whenever the package is built or installed in place, and puts it into the wheel."""

import sys
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KernelHook(BuildHookInterface):  # type: ignore[type-arg]
    """Found by hatchling through pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the files are collected; a source archive has no kernel."""
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root, "tools")))
        from kernel import build

        build_data["artifacts"].append(str(build().relative_to(self.root)))
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
