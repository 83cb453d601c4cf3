"""The user guide in the window: the text of `resources/guide`, its contents, and how it is dressed."""
