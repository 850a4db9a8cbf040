"""The process around the window: start, single instance, crash handler, self test."""
