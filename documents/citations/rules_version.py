"""The version of the rules, apart from them: a start compares it without loading the recogniser."""

RULES_VERSION = 3
"""Raised whenever the rules find or resolve differently: stored citations are then made anew."""
