"""Quotations with exact references, for the clipboard."""
