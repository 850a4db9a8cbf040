"""Write Akoma Ntoso 3.0, the form in which documents are stored and exchanged.

`documents.importers.akn.reader.read_akn` reads back exactly the document written here. Files are valid against the
OASIS schema. A nested draft is a component to which the recommending paragraph refers.
"""

from __future__ import annotations

from documents import akoma_ntoso as akn
from documents.exporters.akn import body, meta
from documents.exporters.akn.plan import Plan, plan
from documents.exporters.markup import element
from documents.model import Document


def write_akn(document: Document) -> bytes:
    """Return the document as a UTF-8 XML file."""
    made = plan(document)
    parts = [
        meta.meta(made),
        body.preface(made),
        body.preamble(made, made.main),
        body.main_body(made, made.main.body),
        body.conclusions(made),
        _attachments(made),
        _components(made),
    ]
    statement = _statement("resolution", parts)
    root = f'<akomaNtoso xmlns="{akn.AKN}" xmlns:q="{akn.OWN}">\n{statement}\n</akomaNtoso>\n'
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + root.encode("utf-8")


def _statement(name: str, parts: list[str]) -> str:
    content = "\n" + "\n".join(part for part in parts if part) + "\n"
    return element("statement", content, name=name, contains="originalVersion")


def _components(made: Plan) -> str:
    if made.nested is None:
        return ""
    parts = [
        meta.component_meta(made.document, "draft_1"),
        body.preamble(made, made.nested),
        body.main_body(made, made.nested.body),
    ]
    return element("components", element("component", _statement("resolutionDraft", parts), eId=akn.COMPONENT))


def _attachments(made: Plan) -> str:
    attachments = []
    for number, nodes in made.annexes.items():
        heading = meta.component_meta(made.document, f"annex_{number}")
        doc = element("doc", heading + body.main_body(made, nodes), name="annex")
        attachments.append(element("attachment", doc, eId=f"att_{number}"))
    return element("attachments", "\n".join(attachments)) if attachments else ""
