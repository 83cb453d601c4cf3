"""The page a coordinator lives in: one roster in two arrangements, edited by hand or by a search."""
