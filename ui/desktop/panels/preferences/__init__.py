"""The preferences: language, digits, theme, sizes, and how quotations are copied."""
