"""The outline: the provisions of the open text by their verbs."""
