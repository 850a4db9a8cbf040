"""Akoma Ntoso → document."""
