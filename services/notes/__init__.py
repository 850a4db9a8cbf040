"""Notes: edited, anchored in new texts, labelled, listed, searched, merged and exchanged as files."""
