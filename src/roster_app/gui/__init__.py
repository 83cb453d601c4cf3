"""The window, in Qt widgets: pages upon reusable widgets, asking services and holding domain values."""
