"""Build the bundle for this system into dist/roster-app and see that it does the main job."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
BUNDLE = TOP / "dist" / "roster-app"
PROGRAM = BUNDLE / ("roster-app.exe" if sys.platform == "win32" else "roster-app")


def main() -> int:
    """Run from the command line; 0 when the bundle stands and its sample roster is whole."""
    build()
    with tempfile.TemporaryDirectory() as folder:
        done = json.loads(ask("demo", "--dir", folder, "--no-window", "--seconds", "2", "--json").splitlines()[-1])
    print(f"{BUNDLE.relative_to(TOP)}: {ask('--version')}, {megabytes(BUNDLE):.0f} MB")
    print(f"its demo: {done['duties']} duties, {done['vacancies']} vacancies, {len(done['sheets'])} sheets")
    return 1 if done["vacancies"] or done["hard_violations"] or not done["sheets"] else 0


def build() -> None:
    """Run PyInstaller on the spec beside this file."""
    places = ["--distpath", str(TOP / "dist"), "--workpath", str(TOP / "build")]
    spec = str(Path(__file__).with_name("roster-app.spec"))
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", *places, spec]
    subprocess.run(command, cwd=TOP, check=True)


def ask(*arguments: str) -> str:
    """What the bundled program says; raises CalledProcessError where it fails."""
    return subprocess.run([str(PROGRAM), *arguments], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def megabytes(folder: Path) -> float:
    """The size of everything in `folder`, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
