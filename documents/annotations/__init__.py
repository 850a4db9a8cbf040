"""What a reader makes of a text: bookmarks, highlights, notes and stances; their anchors and their file formats."""
