"""Days as people write them in tables: read from cells, and resolved by titles, order and weekdays."""
