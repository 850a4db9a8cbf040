"""The JSON of `search`."""

from __future__ import annotations

from services.search.library_search import Hit, SearchAnswer
from ui.terminal.safe_text import Json


def answer(found: SearchAnswer) -> Json:
    """Return an answer. Highlights are [start, end) in code points of the hit's text, places in those of the query."""
    return {
        "query": found.query,
        "total": found.total,
        "partial": found.partial,
        "took_ms": round(found.took_ms, 1),
        "suggestions": list(found.suggestions),
        "hits": [_hit(hit) for hit in found.hits],
        "tiers": dict(found.tiers),
        "facets": {field: [list(value) for value in values] for field, values in found.facets.items()},
        "problems": [
            {"code": one.code, "start": one.place[0], "end": one.place[1], "detail": one.detail}
            for one in found.problems
        ],
        "failed": [
            {
                "text": one.text,
                "start": one.place[0],
                "end": one.place[1],
                "alone": one.alone,
                "remedies": list(one.remedies),
            }
            for one in found.failed
        ],
        "symbols": list(found.symbols),
        "citing": [
            {"target": one.target, "citations": one.citations, "documents": one.documents} for one in found.citing
        ],
    }


def _hit(hit: Hit) -> Json:
    return {
        "document": hit.document,
        "language": hit.language,
        "provision": hit.provision,
        "label": hit.label,
        "tier": str(hit.tier),
        "text": hit.text,
        "highlights": [list(span) for span in hit.highlights],
        "score": hit.score,
        "title": hit.title,
        "why": list(hit.why),
        **({"note": hit.note} if hit.note else {}),
        "kind": hit.kind,
    }
