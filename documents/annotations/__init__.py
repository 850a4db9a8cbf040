"""Annotations of a reader: bookmarks, highlights, notes and stances, their anchors and their file formats."""
