"""The coverage view: every instrument that a text, or the whole library, cites, and which of them are held."""
