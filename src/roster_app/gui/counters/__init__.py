"""服务计数 in the window: what is counted at the end of a duty, the sums of it, and the list of counters."""
