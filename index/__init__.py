"""Full-text search. The only folder that imports Whoosh. A cache: it may be deleted at any time."""
