"""Citations: what is cited, where it leads, who cites it, and what the user corrected."""
