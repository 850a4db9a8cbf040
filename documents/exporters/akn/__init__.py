"""Export of Akoma Ntoso."""
