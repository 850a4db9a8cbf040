"""Annotations as W3C Web Annotations (JSON-LD), written, read and validated."""
