"""The reading text: clauses, margin, marks, tabs, banner, find bar, outline."""
