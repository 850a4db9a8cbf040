"""Import of Akoma Ntoso."""
