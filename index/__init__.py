"""Full-text search. The only folder that imports Whoosh. The index is a cache and may be deleted at any time."""
