"""Use cases that join two or more rooms: plain blocking functions; progress and cancel are arguments."""
