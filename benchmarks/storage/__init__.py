"""Storage beside the standard library's sqlite3."""
