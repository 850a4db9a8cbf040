"""Messages by code in every language of the interface, for the parts without Qt: the terminal and the exports.

`resources/translations/PART_LANGUAGE.json` holds the messages of a part, in the format of go-i18n: an object of
codes, each with its message or, where the message counts something, with one for each CLDR plural category:
`{"no-notes": "No notes.", "places": {"one": "{count} place", "other": "{count} places"}}`.
"""

from __future__ import annotations

import json
from pathlib import Path

from documents.interface_languages import SOURCE, interface_language
from resources import resource

Message = str | dict[str, str]


class MessageCatalogue:
    """The messages of one part of the program. A language is read when it is first used."""

    def __init__(self, part: str, folder: Path | None = None) -> None:
        """`part` is `terminal` or `exports`, `folder` that of the files, by default the bundled one."""
        self._part, self._folder = part, folder or resource("translations")
        self._read: dict[str, dict[str, Message]] = {}

    def __contains__(self, code: str) -> bool:
        return code in self._messages(SOURCE)

    def message(self, language: str, code: str, count: int = 0) -> str:
        """Return the template of a message for `str.format`, in `SOURCE` where it is not translated.

        `count` chooses the plural form, by the rule of the language that the message is found in. KeyError for a
        code that `SOURCE` does not have.
        """
        row = interface_language(language)
        found = self._messages(row.code).get(code)
        if found is None:
            row = interface_language(SOURCE)
            found = self._messages(SOURCE)[code]
        return found if isinstance(found, str) else found[row.plural_of(count)]

    def _messages(self, language: str) -> dict[str, Message]:
        """Return the messages in one language, none where it has no file."""
        if language not in self._read:
            file = self._folder / f"{self._part}_{language}.json"
            self._read[language] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        return self._read[language]
