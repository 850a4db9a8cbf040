"""The apparatus: footnotes and cited instruments beside the text, and the panel that overrides a citation."""
