"""What can be said about a roster without solving: counts that prove vacancies, and rules made milder step by step."""
