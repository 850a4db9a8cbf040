"""The library page: the documents held."""
