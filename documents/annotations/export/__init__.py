"""Annotations as files for people: Markdown, HTML, Word, CSV."""
