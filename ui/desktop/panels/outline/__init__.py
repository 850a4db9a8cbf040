"""The outline of clauses with their verbs."""
