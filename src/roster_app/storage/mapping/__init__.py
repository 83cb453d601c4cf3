"""Row ↔ value, by hand and both ways: every field is named twice here and nowhere else.

From a row a value is made; from a value its columns, which are written as a statement. What stands in rows of its
own (a volunteer's qualifications, a pattern's shift types) is handed in by the store that has read it.
"""

from typing import TypeAlias

Columns: TypeAlias = dict[str, object]
"""What a row holds, by column."""
