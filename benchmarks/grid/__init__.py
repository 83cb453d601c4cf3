"""The roster's grids beside a plain table of Qt with the same words in it."""
