"""What a document is, how it is read from a file and what it cites. No Qt, no Whoosh, no SQLite."""
