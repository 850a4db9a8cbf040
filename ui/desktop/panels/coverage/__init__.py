"""The coverage view: all instruments that a text or the library cites, and which of them the library holds."""
