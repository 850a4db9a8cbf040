"""Every sentence of the command line, in Arabic and English."""

from __future__ import annotations

import os
from collections.abc import Callable

from documents.citations.instrument_rows import RowError
from documents.importers.errors import ImportFailure
from documents.language import arabic_indic_digits, isolate
from library.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryReadOnly,
    LibraryTooNew,
    NotHeld,
)
from ui.terminal.control_characters import harmless

LANGUAGES = ("ar", "en")

_SENTENCES = {
    "usage": ("سطر الأوامر غير صحيح: {detail}", "The command line is wrong: {detail}"),
    "not-utf-8": ("ليس نصًّا بترميز UTF-8: {words}", "No text in UTF-8: {words}"),
    "not-finished": ("لم يتمّ العمل: {detail}", "It could not be finished: {detail}"),
    "not-held": ("لا توجد في المكتبة وثيقة رمزها {symbol}.", "The library holds no document {symbol}."),
    "not-held-language": (
        "الوثيقة {symbol} غير محفوظة باللغة المطلوبة ({language}).",
        "The document {symbol} is not held in the language asked for ({language}).",
    ),
    "no-place": ("لا توجد في {symbol} فقرة {place}.", "{symbol} has no provision {place}."),
    "too-new": (
        "كُتبت هذه المكتبة بإصدار أحدث من البرنامج، فحدّث البرنامج أولًا: {path}",
        "A newer version of Qarar wrote this library; update the program first: {path}",
    ),
    "busy": (
        "المكتبة مستعملة الآن في مكان آخر، فأعد المحاولة بعد قليل: {path}",
        "The library is in use elsewhere; try again in a moment: {path}",
    ),
    "read-only": ("لا يمكن الكتابة في المكتبة: {path}", "The library cannot be written: {path}"),
    "damaged": (
        "ملف المكتبة تالف أو ليس مكتبة لهذا البرنامج: {path}",
        "The library file is damaged, or no library of Qarar: {path}",
    ),
    "unusable": ("تعذّر الوصول إلى المكتبة: {path} ({detail})", "The library cannot be reached: {path} ({detail})"),
    "cannot-write": ("تعذّرت كتابة الملف: {path} ({detail})", "The file cannot be written: {path} ({detail})"),
    "nothing": ("لا ملفات يمكن استيرادها في {path}", "No files to import in {path}"),
    "failed": ("{path}: {reason}", "{path}: {reason}"),
    "importing": ("استيراد {done} من {total}: {name}", "Importing {done} of {total}: {name}"),
    "imported": ("أُضيفت إلى المكتبة: {symbol} ({language})", "Added to the library: {symbol} ({language})"),
    "replaced": ("حلّت محلّ النسخة السابقة: {symbol} ({language})", "Replaced the former copy: {symbol} ({language})"),
    "indexing": ("فهرسة {done} من {total}", "Indexing {done} of {total}"),
    "indexed": ("الفهرس جاهز.", "The index is ready."),
    "no-hits": ("لا نتائج للبحث عن {query}.", "No results for {query}."),
    "hits": ("عدد النتائج: {total}", "Results: {total}"),
    "partial": ("النتائج ناقصة: الفهرس لم يكتمل بعد.", "The results are partial: the index is not complete yet."),
    "failed-word": ("لا يرد «{word}» في أيّ نصّ.", "“{word}” is nowhere in the library."),
    "failed-together": (
        "«{word}» يرد في {total:provision}، لكن ليس مع سائر ما طُلب.",
        "“{word}” is in {total:provision}, but not together with the rest.",
    ),
    "remedy-inflect": ("يُعثر عليه مع سوابقه ولواحقه (بلا --no-inflection).", "Found without --no-inflection."),
    "remedy-fold": ("يُعثر عليه بإهمال الفروق (بلا --strict).", "Found without --strict."),
    "remedy-words": (
        "كلماته متفرقة يُعثر عليها: احذف علامتي التنصيص.",
        "Its words are found apart: leave the quotation marks out.",
    ),
    "remedy-without": ("من دونه يُعثر على نتائج.", "Without it there are results."),
    "query-unclosed-quote": ("علامة تنصيص لم تُغلق، في الموضع {place}.", "A quotation mark is not closed, at {place}."),
    "query-unclosed-parenthesis": ("قوس لم يُغلق، في الموضع {place}.", "A bracket is not closed, at {place}."),
    "query-stray-parenthesis": (
        "قوس إغلاق بلا قوس فتح، في الموضع {place}.",
        "A closing bracket without an opening one, at {place}.",
    ),
    "query-dangling-operator": (
        "لا شيء يصله «{detail}»، في الموضع {place}.",
        "Nothing for “{detail}” to join, at {place}.",
    ),
    "query-unknown-field": (
        "لا حقل اسمه «{detail}»؛ بُحث عنه كلمةً.",
        "There is no field “{detail}”; it was searched for as a word.",
    ),
    "query-empty-field": ("لا قيمة بعد «{detail}:».", "There is no value after “{detail}:”."),
    "query-unknown-value": ("قيمة غير معروفة: «{detail}».", "Unknown value: “{detail}”."),
    "query-bad-range": ("مدى غير مفهوم: «{detail}».", "A range that is not understood: “{detail}”."),
    "query-short-pattern": ("اكتب حرفين على الأقل مع العلامة * أو ؟.", "Write at least two letters with * or ?."),
    "query-too-long": ("الاستعلام طويل جدًا؛ بُحث عن بدايته.", "The query is too long; its beginning was searched for."),
    "saved-search": ("حُفظ البحث باسم «{name}».", "The search is kept as “{name}”."),
    "no-saved-search": ("لا بحث محفوظ باسم «{name}».", "No search is kept as “{name}”."),
    "suggestions": ("ربما قصدت: {words}", "Did you mean: {words}"),
    "no-citations": ("لا تستشهد {symbol} بوثيقة أخرى.", "{symbol} cites no other document."),
    "cited": (
        "عدد المواضع التي تستشهد فيها وثائق المكتبة بـ {symbol}: {citations}، وعدد الوثائق: {documents}",
        "{symbol} is cited in {citations} places of {documents} documents in the library.",
    ),
    "not-cited": ("لا تستشهد بالوثيقة {symbol} أيّ وثيقة في المكتبة.", "No document of the library cites {symbol}."),
    "nothing-cited": ("لا استشهادات في المكتبة.", "Nothing is cited."),
    "reciting": ("تحديث الاستشهادات {done} من {total}: {name}", "Finding citations anew, {done} of {total}: {name}"),
    "not-understood": ("لم يُفهم ما يشير إليه {target}.", "It is not clear what {target} means."),
    "also-meant": (
        "فُهم أنّ المقصود {target}. وقد يُقصد به أيضاً: {others}",
        "Taken to mean {target}. It could also mean: {others}",
    ),
    "nothing-corrected": ("لا تصويب للاستشهاد عند {place}.", "No citation was corrected at {place}."),
    "no-notes": ("لا ملاحظات.", "No notes."),
    "no-note": ("لا ملاحظة رقمها {id}.", "There is no note {id}."),
    "label-empty": ("لا بدّ للوسم من اسم.", "A label needs a name."),
    "no-label": ("لا وسم اسمه «{name}».", "There is no label “{name}”."),
    "label-exists": ("هناك وسم آخر اسمه «{name}».", "There is another label “{name}”."),
    "no-both": (
        "لا يجتمع الجانبان في «{field}»؛ اختر mine أو theirs.",
        "In “{field}” both sides cannot stand together; choose mine or theirs.",
    ),
    "no-conflict": ("لا تعارض رقمه {id}.", "There is no conflict {id}."),
    "quote-not-found": ("لا ترد هذه الكلمات في النصّ: «{words}».", "These words are not in the text: “{words}”."),
    "quote-twice": (
        "ترد هذه الكلمات في {count:place}؛ سمِّ الفقرة أو زد الكلمات: «{words}».",
        "These words are in {count:place}; name the provision, or quote more: “{words}”.",
    ),
    "no-words": (
        "لا كلمات في {place} تقوم عليها ملاحظة: نصّها غير وارد.",
        "There are no words in {place} for a note to stand on: its text is missing.",
    ),
    "other-kind": (
        "ما أُعطي يجعلها {made}، لا {kind}.",
        "What is given makes a {made} of it, not a {kind}.",
    ),
    "by-without-stance": (
        "الخيار --by يسمّي صاحب موقف، ولم يُذكر موقف (--stance).",
        "--by says who takes a stance, and no stance is given (--stance).",
    ),
    "no-stance": (
        "ليس في الملاحظة {id} موقف؛ اذكره مع --stance.",
        "There is no stance in note {id}; give one with --stance.",
    ),
    "in-trash": (
        "الملاحظة {id} في سلة المحذوفات؛ استرجعها أولًا: notes restore {id}",
        "Note {id} is in the trash; take it out first: notes restore {id}",
    ),
    "gone": (
        "لم يبق من الملاحظة {id} شيء: أُفرغت سلة المحذوفات بعد حذفها.",
        "Nothing is left of note {id}: the trash was emptied after it was removed.",
    ),
    "stands-already": ("الملاحظة {id} قائمة في موضعها.", "Note {id} stands in its place already."),
    "not-certain": (
        "موضع الملاحظة {id} في النصّ الحالي غير مؤكد؛ اختر رقمًا ممّا يلي إن وُجد.",
        "Where note {id} stands in the present text is not certain; choose one of these numbers, if any.",
    ),
    "offer": ("{number}: {place} {words}", "{number}: {place} {words}"),
    "merged": (
        "{path}: أُضيفت {added}، تغيّرت {changed}، كما هي {same}",
        "{path}: {added} added, {changed} changed, {same} as they were",
    ),
    "note-refused": (
        "{path}: لم تُقرأ الملاحظة {id}: {rule} {detail}",
        "{path}: note {id} was not read: {rule} {detail}",
    ),
    "conflict": (
        "تعارض {id} في «{field}»: الأحدث هو القائم، والجانبان محفوظان (notes list --conflicts).",
        "Conflict {id} in “{field}”: the newer stands, both sides are kept (notes list --conflicts).",
    ),
    "notes-not-json": ("ليس ملف ملاحظات (JSON): {path}", "No file of notes (JSON): {path}"),
    "notes-no-annotations": ("لا ملاحظات في الملف: {path}", "No notes in the file: {path}"),
    "notes-too-large": ("الملف أكبر من أن يكون ملاحظات: {path}", "The file is too large to be notes: {path}"),
    "emptied": (
        "أُفرغت سلة المحذوفات: {count}. حُفظت قبل ذلك نسخة من المكتبة.",
        "The trash was emptied: {count}. A copy of the library was made before.",
    ),
    "trash-empty": ("سلة المحذوفات فارغة.", "The trash is empty already."),
    "check-sound": ("المكتبة سليمة؛ نسخها المحفوظة: {copies}", "The library is sound; copies of it: {copies}"),
    "check-damage": ("تلف في المكتبة: {detail}", "Damage in the library: {detail}"),
    "check-repair": (
        "لاسترجاع آخر نسخة سليمة مع كل ما يُقرأ من ملاحظاتك: check --repair",
        "To restore the last sound copy with all that can be read of your notes: check --repair",
    ),
    "check-index-ready": ("الفهرس جاهز.", "The index is ready."),
    "check-index-stale": ("الفهرس أقدم من المكتبة: reindex", "The index is older than the library: reindex"),
    "check-index-missing": ("لا فهرس: reindex", "There is no index: reindex"),
    "check-index-damaged": ("الفهرس تالف: reindex", "The index is damaged: reindex"),
    "check-exact": ("ملاحظات في مواضعها: {count}", "Notes at their places: {count}"),
    "check-moved": ("ملاحظات انتقلت مع كلماتها: {count}", "Notes that moved with their words: {count}"),
    "check-ambiguous": ("ملاحظات لها أكثر من موضع محتمل: {count}", "Notes with more than one possible place: {count}"),
    "check-orphaned": ("ملاحظات فقدت كلماتها: {count}", "Notes that lost their words: {count}"),
    "check-conflicts": ("تعارضات تنتظر اختيارك: {count}", "Conflicts to choose between: {count}"),
    "restored": (
        "استُرجعت المكتبة من {copy}، وضُمّ إليها من الملف التالف: الملاحظات {notes}، الوثائق {documents}.",
        "The library was restored from {copy}; of the damaged file it has: notes {notes}, documents {documents}.",
    ),
    "restored-anew": (
        "لا نسخة سليمة من المكتبة فأُنشئت من جديد، وضُمّ إليها من الملف التالف: الملاحظات {notes}، الوثائق {documents}.",
        "No copy is sound: a new library was made; of the damaged file it has: notes {notes}, documents {documents}.",
    ),
    "restored-aside": ("بقي الملف التالف في {aside}", "The damaged file lies in {aside}"),
    "restored-no-text": (
        "تعذّرت قراءة نصّ {symbol} ({language}) في الملف التالف؛ استورده من جديد.",
        "The text of {symbol} ({language}) cannot be read in the damaged file; import it again.",
    ),
    "restored-no-notes": (
        "ملاحظات لم يُقرأ شيء من كلماتها: {count}",
        "Notes no word of which could be read: {count}",
    ),
    "no-step": ("لا خطوة للرجوع عنها.", "There is no step to take."),
    "step-taken": ("تغيّر استشهاد في {symbol} عند {place}.", "A citation of {symbol} was changed at {place}."),
    "correction-lost": (
        "تصويب لم يعد يُعثر على كلماته في النص فبقي محفوظاً: {place} {quote}",
        "A correction that no longer finds its words in the text is kept: {place} {quote}",
    ),
    "instruments": (
        "أُضيفت إلى فهرس الصكوك من {path}: {count}",
        "Added to the catalogue of instruments from {path}: {count}",
    ),
    "instrument-kept": (
        "لم يُؤخذ بما ورد عن {target} في الحقل {field}: المعروف {known}، والوارد {given}",
        "Not taken for {target}, field {field}: known is {known}, given was {given}",
    ),
    "wrong-row": ("الصف {row}، الحقل {field}: {problem}", "row {row}, field {field}: {problem}"),
    "not-json": ("ليس الملف بصيغة JSON", "the file is not JSON"),
    "not-a-list": ("ليس قائمة", "not a list"),
    "not-an-object": ("ليس مجموعة حقول", "not a list of fields"),
    "missing": ("ناقص", "it is missing"),
    "unknown": ("حقل غير معروف", "no such field is known"),
    "repeated": ("مكرر في الملف", "it stands in the file twice"),
    "not-text": ("ليس نصّاً", "not a text"),
    "not-a-date": ("ليس تاريخاً مثل 2018-12-17", "not a date such as 2018-12-17"),
    "not-a-symbol": ("ليس رمز وثيقة", "not a symbol"),
    "not-a-number": ("ليس رقماً من النوع المطلوب", "not a number of that kind"),
    "not-a-language": ("ليس رمز لغة", "not a language code"),
    "too-short": ("أقصر مما يلزم", "too short"),
    "too-long": ("أطول مما يجوز", "too long"),
    "reserved-character": ("فيه حرف غير مسموح به", "it holds a character that is not allowed"),
    "interrupted": ("أُوقف العمل قبل تمامه.", "Interrupted."),
    "no-display": (
        "لا شاشة هنا لفتح النافذة. شغّل البرنامج في جلسة رسومية، أو اقرأ في الطرفية: {command}",
        "There is no display for the window. Start Qarar in a graphical session, or read in the terminal: {command}",
    ),
    "unreadable": ("تعذّرت قراءة الملف.", "The file cannot be read."),
    "encrypted": ("الملف محميّ بكلمة مرور.", "The file is protected by a password."),
    "no-text-layer": ("الملف صور لا نصّ فيها.", "The file holds pictures and no text."),
    "unsupported-format": ("صيغة الملف غير مدعومة.", "The format of the file is not supported."),
    "too-large": ("الملف أكبر من أن يُستورد.", "The file is too large to import."),
    "hostile": ("رُفض الملف لأن في بنيته ما قد يضرّ.", "The file was refused, for its construction may do harm."),
    "empty": ("الملف خالٍ من النصّ.", "The file holds no text."),
}

_LIBRARY: tuple[tuple[type[LibraryError], str], ...] = (
    (LibraryTooNew, "too-new"),
    (LibraryBusy, "busy"),
    (LibraryReadOnly, "read-only"),
    (LibraryDamaged, "damaged"),
)


def sentence(interface: str, key: str, /, **values: object) -> str:
    """Return a sentence in Arabic or, for every other language, in English.

    In Arabic numbers have Arabic-Indic digits and every inserted word is isolated, so that a path or a symbol
    does not disturb the sentence. What a terminal would obey is not let through.
    """
    arabic, english = _SENTENCES[key]
    if interface != "ar":
        return english.format(
            **{
                name: _Number(value, _english) if isinstance(value, int) else harmless(str(value))
                for name, value in values.items()
            }
        )
    shown = {
        name: _Number(value, _arabic) if isinstance(value, int) else isolate(harmless(str(value)))
        for name, value in values.items()
    }
    return arabic.format(**shown)


class _Number:
    """A number in a sentence: `{count}` is written with digits alone, `{count:place}` with what is counted."""

    def __init__(self, value: int, written: Callable[[int, str], str]) -> None:
        self._value, self._written = value, written

    def __format__(self, counted: str) -> str:
        return self._written(self._value, counted)


_COUNTED = {
    "place": (("موضع واحد", "موضعين", "مواضع", "موضعًا", "موضع"), ("place", "places")),
    "provision": (("فقرة واحدة", "فقرتين", "فقرات", "فقرة", "فقرة"), ("provision", "provisions")),
}
"""What is counted, after a preposition: in Arabic of one, two, 3–10, 11–99, and of whole hundreds."""


def _arabic(value: int, counted: str) -> str:
    digits = arabic_indic_digits(str(value))
    if not counted:
        return digits
    one, two, few, many, hundreds = _COUNTED[counted][0]
    if value in {1, 2}:
        return one if value == 1 else two
    rest = value % 100
    return f"{digits} {few if 3 <= rest <= 10 else many if rest > 10 else hundreds}"


def _english(value: int, counted: str) -> str:
    if not counted:
        return str(value)
    one, more = _COUNTED[counted][1]
    return f"{value} {one if value == 1 else more}"


def of_library(language: str, error: LibraryError) -> str:
    """Return the sentence about a library that cannot be used as asked."""
    key = next((key for kind, key in _LIBRARY if isinstance(error, kind)), "unusable")
    values = {"path": error.path, "detail": error.detail} if key == "unusable" else {"path": error.path}
    return sentence(language, key, **values)


def of_system(language: str, error: OSError) -> str:
    """Return the sentence about what the system refused: a disk that is full, a folder that cannot be written."""
    parts = [str(error.filename)] if error.filename else []
    return sentence(language, "not-finished", detail=": ".join([*parts, error.strerror or type(error).__name__]))


def of_import(language: str, failure: ImportFailure) -> str:
    """Return the sentence about a file that was not read."""
    return sentence(language, "failed", path=failure.path, reason=reason(language, failure.code))


def reason(language: str, code: str) -> str:
    """Return why a file was not imported, for a code of the contract."""
    return sentence(language, code if code in _SENTENCES else "unreadable")


def wrong_row(language: str, fault: RowError) -> str:
    """Return what is wrong with a file of instruments, by row and field."""
    problem = sentence(language, fault.problem if fault.problem in _SENTENCES else "unreadable")
    if not fault.row:
        return problem
    return sentence(language, "wrong-row", row=fault.row, field=fault.field or "-", problem=problem)


def of_missing(language: str, error: NotHeld) -> str:
    """Return the sentence about a document that the library does not hold."""
    if error.language:
        return sentence(language, "not-held-language", symbol=error.symbol, language=error.language)
    return sentence(language, "not-held", symbol=error.symbol)


def system_language() -> str:
    """Return `ar` on a system that speaks Arabic, else `en`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "ar" if value.lower().startswith("ar") else "en"
    return "en"
