"""The panels of the window, independent of one another: filled with values, they emit requests."""
