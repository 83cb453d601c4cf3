"""Sheets of paper: what stands on which page is worked out from values; ReportLab only draws it."""
