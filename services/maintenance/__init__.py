"""An installation examined, restored and tested."""
