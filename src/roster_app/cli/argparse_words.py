"""The words argparse itself says, in the language spoken now."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from roster_app import i18n
from roster_app.i18n import N_


@contextmanager
def speaking_argparse() -> Iterator[None]:
    """Let argparse take its words from our catalogue, inside the block only.

    WORKAROUND: argparse asks the process-wide gettext domain, and looks its functions up in its own module
    (https://docs.python.org/3/library/gettext.html#localizing-your-application offers no other way in).
    """
    words = vars(argparse)
    kept = {name: words[name] for name in ("_", "ngettext")}
    words.update(_=i18n._, ngettext=i18n.ngettext)
    try:
        yield
    finally:
        words.update(kept)


def said_by_argparse() -> tuple[str, ...]:
    """Every message a person can meet, so that it stands in the catalogue."""
    return (
        N_("usage: "),
        N_("positional arguments"),
        N_("options"),
        N_("show this help message and exit"),
        N_("show program's version number and exit"),
        N_("%(prog)s: error: %(message)s\n"),
        N_("argument %(argument_name)s: %(message)s"),
        N_("the following arguments are required: %s"),
        N_("unrecognized arguments: %s"),
        N_("invalid choice: %(value)r (choose from %(choices)s)"),
        N_("invalid %(type)s value: %(value)r"),
        N_("expected one argument"),
        N_("expected at least one argument"),
        N_("expected at most one argument"),
        N_("ambiguous option: %(option)s could match %(matches)s"),
        N_("not allowed with argument %s"),
        N_("ignored explicit argument %r"),
    )
