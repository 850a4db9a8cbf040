"""The written forms of citation: one class in one module for each."""
