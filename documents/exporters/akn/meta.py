"""The `<meta>` of an Akoma Ntoso file: FRBR identification, references, notes without a place, our own facts."""

from __future__ import annotations

from documents import akoma_ntoso as akn
from documents.exporters.akn.body import mark_of, note_content
from documents.exporters.akn.plan import Plan, has_inline_markers
from documents.exporters.markup import element
from documents.language import iso_639_3
from documents.model import Document, Marker, Provision, Source


def meta(made: Plan) -> str:
    """Return the whole `<meta>` of the main document."""
    document = made.document
    publication = element("publication", name=document.symbol, date=_date(document)[0], showAs=document.symbol)
    parts = [identification(document, "main"), publication, _references(document), _notes(made), _proprietary(made)]
    return "<meta>\n" + "\n".join(part for part in parts if part) + "\n</meta>"


def component_meta(document: Document, component: str) -> str:
    """Return the `<meta>` of a component: the nested draft (`draft_1`) or an annex (`annex_2`)."""
    return element("meta", identification(document, component))


def identification(document: Document, component: str) -> str:
    """Return `<identification>`: the work, its expression in this language and this manifestation."""
    work = akn.work_iri(document.symbol, document.masthead)
    language = iso_639_3(document.language) or "und"
    date, name = _date(document)
    expression = f"{work}/{language}@{date}"
    when = element("FRBRdate", date=date, name=name)
    author = element("FRBRauthor", href=f"#{akn.actor(document.masthead.organ)}")
    alias = element("FRBRalias", value=document.symbol, name="symbol") if component == "main" else ""
    number = akn.work_number(document.symbol)
    numbered = element("FRBRsubtype", value="deliberation")
    numbered += element("FRBRnumber", value=number, showAs=document.symbol) if number else ""
    levels = [
        element(
            "FRBRWork",
            _iris(work, component) + alias + when + author + element("FRBRcountry", value="un") + numbered,
        ),
        element(
            "FRBRExpression",
            _iris(expression, component) + when + author + element("FRBRlanguage", language=language),
        ),
        element(
            "FRBRManifestation",
            _iris(expression, component, ".xml") + when + element("FRBRauthor", href="#qarar") + _xml_format(),
        ),
    ]
    return element("identification", "\n".join(levels), source="#qarar")


def _iris(iri: str, component: str, suffix: str = "") -> str:
    whole = f"{iri}/{suffix}" if suffix else iri
    return element("FRBRthis", value=f"{iri}/!{component}{suffix}") + element("FRBRuri", value=whole)


def _xml_format() -> str:
    return element("FRBRformat", value="xml")


def _date(document: Document) -> tuple[str, str]:
    adopted = document.masthead.adopted
    return (adopted.isoformat(), "adoption") if adopted else (akn.UNKNOWN_DATE, "unknown")


def _references(document: Document) -> str:
    who = akn.actor(document.masthead.organ)
    shown = akn.ORGAN_NAMES.get(document.masthead.organ, document.masthead.organ or "United Nations")
    organ = element("TLCOrganization", eId=who, href=f"/akn/ontology/organization/un/{who}", showAs=shown)
    program = element("TLCObject", eId="qarar", href="/akn/ontology/object/un/qarar", showAs="Qarar")
    return element("references", organ + program, source="#qarar")


def _notes(made: Plan) -> str:
    """Return the notes without a marker, for which AKN has this place."""
    notes = [
        element("note", note_content(note), eId=made.note_eids[note.number], marker=mark_of(note.printed, note.number))
        for note in made.unmarked
    ]
    return element("notes", "".join(notes), source="#qarar") if notes else ""


def _proprietary(made: Plan) -> str:
    document = made.document
    parts = [_masthead(document), _source(document.source)]
    parts += [_provision(made, provision) for provision in document.provisions]
    parts += [
        _own(
            "footnote", number=note.number, element=made.note_eids[note.number], printed=note.printed or None,
            status=note.status.value, language=note.language,
        )
        for note in document.footnotes
    ]  # fmt: skip
    own = _own(
        "document", "\n" + "\n".join(parts) + "\n",
        symbol=document.symbol, language=document.language, title=document.title,
    )  # fmt: skip
    return element("proprietary", own, source="#qarar")


def _own(tag: str, content: str = "", /, **values: str | None) -> str:
    escaped = {name: None if value is None else akn.escape(value) for name, value in values.items()}
    return element(f"q:{tag}", content, **escaped)


def _masthead(document: Document) -> str:
    facts = document.masthead
    items = "".join(_own("agendaItem", value=item) for item in facts.agenda_items)
    return _own(
        "masthead", items, organ=facts.organ, nestedOrgan=facts.nested_organ, session=facts.session,
        adopted=facts.adopted.isoformat() if facts.adopted else None, provenance=facts.provenance,
        meeting=facts.meeting,
    )  # fmt: skip


def _source(source: Source) -> str:
    warnings = "".join(
        _own("warning", code=warning.code, text=warning.text, provision=warning.provision)
        for warning in source.warnings
    )
    return _own(
        "source", warnings, name=source.name, sha256=source.sha256, format=source.format, unplaced=source.unplaced
    )


def _provision(made: Plan, provision: Provision) -> str:
    apart = "" if has_inline_markers(provision) else "".join(map(_marker, provision.markers))
    return _own(
        "provision", apart, id=provision.id, element=made.eids[provision.id], kind=provision.kind.value,
        number=provision.number, printed=provision.printed_number or None, parent=provision.parent,
    )  # fmt: skip


def _marker(marker: Marker) -> str:
    return _own(
        "marker", offset=str(marker.offset), footnote=marker.footnote, printed=marker.printed,
        doubt="true" if marker.doubt else None,
    )  # fmt: skip
