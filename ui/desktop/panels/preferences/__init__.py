"""Text size, language, digits and theme."""
