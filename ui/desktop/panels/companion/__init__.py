"""The companion: an instrument read beside the text that cites it."""
