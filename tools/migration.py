"""Write the next database migration from the difference between the tables in code and the newest migration.

    python tools/migration.py "Volunteers have a birthday"

The result is a draft: read it, give it a way down, and look after what the rows already hold.
"""

import re
import subprocess
import sys
from pathlib import Path

from alembic import command
from alembic.script import Script

from roster_app.storage import upgrade
from roster_app.storage.address import parse
from roster_app.storage.connecting import connect


def main(arguments: list[str]) -> int:
    """Write the file, raise the head, and say where the file is."""
    says = " ".join(arguments).strip()
    if not says:
        print('What does it change? make migration SAYS="volunteers have a birthday"', file=sys.stderr)
        return 2
    number = f"{int(upgrade.HEAD) + 1:04}"
    path = write_migration(number, says)
    raise_head(number)
    print(path)
    return 0


def write_migration(number: str, says: str) -> Path:
    """The script that leads from the newest migration to the tables in code."""
    engine = connect(parse("sqlite://"))
    upgrade.migrate(engine)
    with engine.connect() as connection:
        config = upgrade.alembic_config(connection)
        config.set_main_option("file_template", "v%%(rev)s_%%(slug)s")
        script = command.revision(config, says, autogenerate=True, rev_id=number)
    if not isinstance(script, Script):
        raise RuntimeError("Alembic wrote no single script")
    path = Path(script.path)
    for step in ("format --quiet", "check --fix --quiet"):
        subprocess.run([sys.executable, "-m", "ruff", *step.split(), str(path)], check=False)
    return path


def raise_head(number: str) -> None:
    """Write the new head into `storage/upgrade.py`."""
    source = Path(upgrade.__file__)
    text = source.read_text(encoding="utf-8")
    source.write_text(re.sub(r'^HEAD = "\d+"', f'HEAD = "{number}"', text, flags=re.MULTILINE), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
