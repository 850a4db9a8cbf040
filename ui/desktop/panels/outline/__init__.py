"""The outline of provisions with their verbs."""
