"""Widgets and item painting shared by panels and reader."""
