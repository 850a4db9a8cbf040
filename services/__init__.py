"""Use cases that need more than one of documents, index and library. Plain blocking functions without Qt."""
