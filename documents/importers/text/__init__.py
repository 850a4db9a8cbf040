"""Import of plain text."""
