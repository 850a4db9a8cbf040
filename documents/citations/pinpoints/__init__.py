"""The paragraph, article or annex of an instrument that a citation names."""
