"""What the user owns, in one SQLite file. The only folder that imports sqlite3. The truth."""
