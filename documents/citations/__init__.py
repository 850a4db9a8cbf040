"""What a text cites: found, resolved, with the evidence."""
