"""Footnotes and cited instruments beside the text."""
