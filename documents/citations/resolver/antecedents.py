"""Antecedents of short forms: the one instrument that each can mean, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from documents.citations.catalogue.instrument_catalogue import Catalogue
from documents.citations.citation import CitationKind
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.forms.mention import Act, Known, Short, Stranger
from documents.citations.resolver.answer import Answer, Found
from documents.model import Document
from documents.position import Span

_OWN_TREATY = {
    "CRC/C": ("Convention", "UNTS 1577/27531"),
    "CEDAW/C": ("Convention", "UNTS 1249/20378"),
    "CRPD/C": ("Convention", "UNTS 2515/44910"),
    "CAT/C": ("Convention", "UNTS 1465/24841"),
    "CERD/C": ("Convention", "UNTS 660/9464"),
    "CMW/C": ("Convention", "UNTS 2220/39481"),
    "CED/C": ("Convention", "UNTS 2716/48088"),
    "CCPR/C": ("Covenant", "UNTS 999/14668"),
    "E/C.12": ("Covenant", "UNTS 993/14531"),
}
"""The treaty that the documents of a treaty body call the Convention or the Covenant, by the beginning of the body's
symbols."""

_ONLY_PROTOCOL = {
    "UNTS 1249/20378": "UNTS 2131/20378",
    "UNTS 1465/24841": "UNTS 2375/24841",
    "UNTS 2515/44910": "UNTS 2518/44910",
    "UNTS 993/14531": "UNTS 2922/14531",
    "UNTS 2051/35457": "UNTS 2689/35457",
}
"""Conventions with one protocol only (Treaty Series, chapters IV and XVIII of the treaty collection)."""

_NOUNS = frozenset({"Convention", "Covenant", "Protocol", "Treaty", "Charter", "Statute"})
_HEAD = re.compile(
    rf"{'|'.join(sorted(_NOUNS))}|Declaration|Agreement|Agenda|Programme|Principles|Rules|Framework(?! Con)"
)
"""The first noun of an instrument's name, which tells its kind: a Declaration in accordance with the Charter is no
charter."""
_ACTS = {CitationKind.RESOLUTION: "resolution", CitationKind.DECISION: "decision"}


@dataclass
class _Scope:
    """The instruments named in a stretch of text.

    `named` holds by noun the targets with the first place of each, `strange` the nouns of unknown instruments.
    """

    named: dict[str, dict[str, Span]] = field(default_factory=dict)
    strange: set[str] = field(default_factory=set)

    def only(self, noun: str) -> tuple[str, Span] | None:
        """Return the one instrument with this noun, None for none, for several and for a stranger."""
        found = self.named.get(noun, {})
        return next(iter(found.items())) if len(found) == 1 and noun not in self.strange else None


@dataclass
class Antecedents:
    """The instruments that a document has named so far. Mentions are entered in text order."""

    document: Document
    catalogue: Catalogue
    _all: _Scope = field(default_factory=_Scope)
    _here: _Scope = field(default_factory=_Scope)
    _before: _Scope = field(default_factory=_Scope)
    _defined: dict[str, tuple[str, Span]] = field(default_factory=dict)
    _last: tuple[str, Span] | None = None
    _provision: str = ""

    def saw(self, found: Found, answer: Answer) -> None:
        """Enter a mention with its answer, or as unknown."""
        self._enter(found.span.provision)
        mention = found.mention
        noun = mention.noun if isinstance(mention, Stranger) else self._noun(found, answer)
        if noun and not answer.target:
            self._all.strange.add(noun)
            self._here.strange.add(noun)
        elif noun and not answer.own and answer.target != self.document.symbol:
            for scope in (self._all, self._here):
                scope.named.setdefault(noun, {}).setdefault(answer.target, found.span)
            self._last = (answer.target, found.span)

    def answer(self, found: Found, mention: Short) -> tuple[Answer, Span] | None:
        """Return the answer for a short form and the span of its antecedent.

        None where it is not certain, or where the form only defines a name.
        """
        self._enter(found.span.provision)
        if mention.defines:
            if self._last and self._last[1].provision == found.span.provision:
                self._defined[mention.noun] = self._last
            return None
        antecedent = self._antecedent(mention)
        if antecedent is None:
            self._unknown(mention)
            return None
        target, span = antecedent
        if mention.noun in ("Convention", "Covenant"):
            self._last = antecedent
        if mention.thereto:
            target = _ONLY_PROTOCOL[target]
        evidence = Evidence(EvidenceCode.ANTECEDENT, (span.provision, antecedent[0]))
        return Answer(CitationKind.SHORT_FORM, target, (evidence,)), span

    def _unknown(self, mention: Short) -> None:
        """Remember a noun whose instrument was not named. The Charter is always the same one."""
        if mention.noun != "Charter" and mention.noun not in self._all.named:
            self._all.strange.add(mention.noun)
            self._here.strange.add(mention.noun)

    def _antecedent(self, mention: Short) -> tuple[str, Span] | None:
        noun = mention.noun
        if mention.thereto:
            here = self._last is not None and self._last[1].provision == self._provision
            return self._last if here and self._last and self._last[0] in _ONLY_PROTOCOL else None
        if noun in _ACTS.values():
            here = noun in self._here.named or noun in self._here.strange
            return self._here.only(noun) if here else self._before.only(noun)
        return self._defined.get(noun) or self._own_treaty(noun) or self._here.only(noun) or self._all.only(noun)

    def _own_treaty(self, noun: str) -> tuple[str, Span] | None:
        """Return the treaty of the body whose document this is, once it has been named."""
        for prefix, (its_noun, target) in _OWN_TREATY.items():
            span = self._all.named.get(noun, {}).get(target)
            if span and its_noun == noun and self.document.symbol.startswith(prefix + "/"):
                return target, span
        return None

    def _enter(self, provision: str) -> None:
        """Begin a new scope with a new provision. The scope before it is kept for acts."""
        if provision != self._provision:
            self._provision, self._before, self._here = provision, self._here, _Scope()

    def _noun(self, found: Found, answer: Answer) -> str:
        if isinstance(found.mention, Act):
            return _ACTS.get(found.mention.kind, "")
        if not isinstance(found.mention, Known):
            return ""
        if found.mention.evidence.code is not EvidenceCode.NAME:
            return _ACTS.get(answer.kind, "")
        known = self.catalogue.get(answer.target)
        head = _HEAD.search(known.name("en")) if known else None
        return head[0] if head and head[0] in _NOUNS else ""
