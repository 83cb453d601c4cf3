"""The page where rosters are published and sheets are printed."""
