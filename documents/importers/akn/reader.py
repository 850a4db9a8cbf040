"""Read Akoma Ntoso: files of ours exactly, others as well as their structure allows.

Parsing refuses document types, entities and every reference to an object outside the file.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from documents.importers.akn.own import read_own
from documents.importers.errors import ImportFailure
from documents.model import Document

_NAMESPACES = ("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "http://www.akomantoso.org/2.0")
"""Version 3.0 with its drafts (`…/3.0/CSD13`), and 2.0, whose elements have the same names."""


def read_akn(data: bytes, name: str) -> Document:
    """Return the document in an Akoma Ntoso file called `name`.

    ImportFailure: `hostile` (document type, entities, absurd nesting), `unreadable` (not well-formed),
    `unsupported-format` (XML of another kind), `empty`.
    """
    try:
        root = _parse(data, name)
        document = read_own(_statement(root, name))
        if document is None:
            # Only files of others need these; ours are read on the way to the first painted page.
            from hashlib import sha256

            from documents.importers.akn.foreign import read_foreign

            document = read_foreign(root, name, sha256(data).hexdigest())
            if not any(text for _, text in document.texts()):
                raise ImportFailure("empty", name)
    except RecursionError as error:
        raise ImportFailure("hostile", name, "nesting") from error
    return document


def _parse(data: bytes, name: str) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise ImportFailure("hostile", name, type(error).__name__) from error
    except (ParseError, ValueError, LookupError) as error:
        raise ImportFailure("unreadable", name, str(error)) from error
    return root


def _statement(root: Element, name: str) -> Element:
    """Return the document element inside `<akomaNtoso>`."""
    namespace, _, tag = root.tag.rpartition("}")
    if tag != "akomaNtoso" or not namespace.lstrip("{").startswith(_NAMESPACES):
        raise ImportFailure("unsupported-format", name, root.tag)
    documents = [child for child in root if isinstance(child.tag, str) and child.tag.startswith(namespace)]
    if not documents:
        raise ImportFailure("empty", name)
    return documents[0]
