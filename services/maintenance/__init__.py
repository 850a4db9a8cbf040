"""An installation examined, repaired and proven."""
