"""What a person sees: the desktop window and the command line."""
