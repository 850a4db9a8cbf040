"""What a provision is called in the margin."""

from __future__ import annotations

from documents.model import Kind
from documents.provision_labels import label
from ui.desktop.reader.shown_text import ShownText
from ui.desktop.support.place_names import margin_name


def margin_label(shown: ShownText, at: int) -> str:
    """Return what the margin says of a provision (`PP8`; of a sub-paragraph its own part, `(a)`), "" for the rest."""
    if not shown.is_provision(at):
        return ""
    provision = shown.provisions[at]
    whole = margin_name(label(shown.open_text.document, provision.id))
    if provision.kind is Kind.SUBPARAGRAPH:
        return whole.rpartition(" ")[2] or whole
    return whole
