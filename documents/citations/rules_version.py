"""The version of the rules, in a module of its own: a start compares it without loading the rules."""

RULES_VERSION = 3
"""Raised whenever the rules find or resolve differently. Stored citations are then found anew."""
