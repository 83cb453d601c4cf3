"""What comes from outside: spreadsheets of volunteers, the official calendar, the sample team, pinyin."""
