"""`python -m roster_app`: the same as the command `roster-app`."""

import sys

from roster_app.app import main

if __name__ == "__main__":
    sys.exit(main())
