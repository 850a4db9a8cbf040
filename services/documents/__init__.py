"""Documents of the library: opened, imported, exported, listed, and places in them found and referred to."""
