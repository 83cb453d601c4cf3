"""How the parts of a roster's workbook are known when it comes back: marks and ids in hidden rows, columns and sheets.

The first column of each sheet is hidden: it holds the id of what the row is about, or one of these marks.
"""

LIST = "roster-app:list"
"""Of the hidden row that names the list's columns."""
TABLE = "roster-app:table"
"""Of the hidden row that names the columns of people × days: a key, or a day as 2020-04-06."""
FOOT = "roster-app:foot"
"""Of a row that is no row: legend, remarks."""
WRITTEN = "roster-app:written"
"""Of the hidden sheet that holds all that was written."""
VERSION = "1"

DAY, WEEKDAY, PLACE, SHIFT, TIMES, POST, HOLDER, NOTE = (
    "day", "weekday", "place", "shift", "times", "post", "holder", "note",
)  # fmt: skip
NAME, AFFILIATION, TOTAL = "name", "affiliation", "total"
LABEL = (DAY, PLACE, SHIFT, TIMES, POST)
"""The columns by which a row of the list is known beside its id."""
DUTY_ROW, PERSON_ROW = "duty", "person"
