"""The reading text: provisions, margin, marks, tabs, banner, find bar, outline."""
