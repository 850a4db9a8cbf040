"""Citations of the library: found, overridden by the user, followed, counted, and the catalogue of instruments."""
