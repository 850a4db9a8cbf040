"""The panel in which a person says what words cite."""
