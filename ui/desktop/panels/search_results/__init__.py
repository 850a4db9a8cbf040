"""The search box's results."""
