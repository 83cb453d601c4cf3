"""The import wizard: any list a coordinator has, looked at, mended and taken in as one step."""
