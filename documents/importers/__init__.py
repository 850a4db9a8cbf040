"""From a file to a document; what cannot be read is refused with a typed error."""
