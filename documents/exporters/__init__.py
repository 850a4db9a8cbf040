"""Export of documents."""
