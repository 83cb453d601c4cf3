"""What is measured beside peers; no part of the application."""
