"""交接班 in the window: the log of hand-overs as a panel of its own, and the dialog that shows it."""
