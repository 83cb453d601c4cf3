"""A team as a whole: how one begins, what it is called, by which rules it is rostered."""
