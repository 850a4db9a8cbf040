"""Documents: opened, imported, exported, and how their provisions are referred to."""
