"""Document → Akoma Ntoso."""
