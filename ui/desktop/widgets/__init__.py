"""Widgets and painting that panels and reader share; they know nothing of documents."""
