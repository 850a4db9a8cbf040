"""The library's documents."""
