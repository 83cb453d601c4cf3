"""Compile the engine's kernel for this system, or for another one that a target names.

    python tools/kernel.py [TARGET]

Uses the C compiler that comes as a Python package (ziglang), so that no compiler needs to be installed.
"""

import platform
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "src" / "roster_app" / "engine" / "kernel"
FLAGS = ("-std=c11", "-O3", "-flto", "-shared", "-fPIC", "-fno-sanitize=undefined", "-Wall", "-Wextra", "-DNDEBUG")


def build(target: str = "") -> Path:
    """Compile all of the kernel's files into one library and say where it is."""
    windows = "windows" in target or (not target and sys.platform == "win32")
    library = FOLDER / ("kernel.dll" if windows else "kernel.so")
    sources = sorted(str(path) for path in FOLDER.glob("*.c"))
    machine = target.split("-")[0] if target else platform.machine().lower()
    processor = ("-mcpu=x86_64_v2",) if machine in ("x86_64", "amd64") else ()  # as Qt and numpy ask for anyway
    compiler = [sys.executable, "-m", "ziglang", "cc", *FLAGS, *processor, *(("-target", target) if target else ())]
    subprocess.run([*compiler, "-o", str(library), *sources, *(() if windows else ("-lm",))], check=True)
    return library


if __name__ == "__main__":
    print(build(*sys.argv[1:2]))
