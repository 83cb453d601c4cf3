"""Build the bundle for this system into dist/roster-app and see that it starts."""

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
BUNDLE = TOP / "dist" / "roster-app"
PROGRAM = BUNDLE / ("roster-app.exe" if sys.platform == "win32" else "roster-app")


def main() -> int:
    """Run from the command line; 0 when the bundle stands and answers."""
    build()
    version = ask("--version")
    print(f"{BUNDLE.relative_to(TOP)}: {version}, {megabytes(BUNDLE):.0f} MB")
    return 0


def build() -> None:
    """Run PyInstaller on the spec beside this file."""
    places = ["--distpath", str(TOP / "dist"), "--workpath", str(TOP / "build")]
    spec = str(Path(__file__).with_name("roster-app.spec"))
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *places, spec]
    subprocess.run(command, cwd=TOP, check=True)


def ask(*arguments: str) -> str:
    """What the bundled program says, without this environment's Python on its path."""
    return subprocess.run([str(PROGRAM), *arguments], capture_output=True, text=True, check=True).stdout.strip()


def megabytes(folder: Path) -> float:
    """The size of everything in `folder`, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
