"""Plain text → document."""
