"""The catalogue of instruments that texts cite."""
