"""Citations: found in a text by their written forms, resolved to instruments, each with its evidence."""
