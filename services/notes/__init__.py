"""Annotations: edited, anchored in new texts, merged, exchanged and searched."""
