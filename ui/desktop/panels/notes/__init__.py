"""Bookmarks (and later highlights and notes)."""
