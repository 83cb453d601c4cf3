"""Texts that a spreadsheet would run as a formula, disguised in delimited files and recognised again.

After OWASP, "CSV Injection": what begins with = + - @, a tab or a carriage return gets an apostrophe before it.
"""

import re

_RUN = re.compile("'*[=+\\-@\t\r＝＋－＠]")
"""A sign that begins a formula, its full-width forms included, behind any number of apostrophes."""


def disguised(text: str) -> str:
    """The text as it may stand in a file; other texts as they are."""
    return "'" + text if _RUN.match(text) else text


def undisguised(text: str) -> str:
    """What was disguised, as it was; `undisguised(disguised(t)) == t` for every text."""
    return text[1:] if text.startswith("'") and _RUN.match(text) else text
