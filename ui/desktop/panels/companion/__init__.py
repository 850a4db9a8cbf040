"""The companion: an instrument that is read beside the text which cites it."""
