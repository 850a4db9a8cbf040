"""What every layer of the window stands on: appearance, settings, background work, sentences."""
