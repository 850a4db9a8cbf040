"""The user's notes: the notes page, the conflict sheet and the study pad."""
