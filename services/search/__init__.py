"""Search of the library: passages, options, and the index kept in step."""
