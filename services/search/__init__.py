"""Search of the library: requests, answers, the index kept in step, saved searches."""
