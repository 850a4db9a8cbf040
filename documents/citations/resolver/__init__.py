"""Targets of mentions, each with its evidence."""
