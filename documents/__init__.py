"""The model of a document, its import and export, its citations and annotations. No Qt, no Whoosh, no SQLite."""
