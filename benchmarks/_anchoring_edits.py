"""Texts edited at random, with what became of every code point: the truth that anchors are judged by."""

import random
import re
from dataclasses import dataclass, replace

from documents.model import Document, Provision

CONFUSED = {
    **dict(zip("بتثنيجحخدذرزسشصضطظعغفقكلمهةوىأإآا", "تبننبحجحذدزرشسضصظطغعقفلكنةهرياااأ", strict=True)),
    **dict(zip("eoclinmrtauhs058", "coe1lmnritonbOS3", strict=True)),
}
NUMBER = re.compile(r"\d+|[٠-٩]+")


@dataclass
class Passage:
    """A provision under edit: its characters, and for each where it was (None for what was put in)."""

    id: str
    kind: object
    text: list
    origin: list

    def copy(self, *, known):
        return replace(self, text=list(self.text), origin=list(self.origin) if known else [None] * len(self.text))


def provisions(document):
    return [
        Passage(p.id, p.kind, list(p.text), [(p.id, at) for at in range(len(p.text))])
        for p in document.provisions
        if p.text.strip()
    ]


def rebuilt(document, edited):
    """The new document, its ids in the order of the old ones; and where every old code point is now."""
    ids = [p.id for p in document.provisions]
    ids += [f"op_{900 + n}" for n in range(len(edited))]
    ids = list(dict.fromkeys(ids))
    provisions, where = [], {}
    for id_, provision in zip(ids, edited, strict=False):
        provisions.append(Provision(id_, provision.kind, "".join(provision.text)))
        for at, old in enumerate(provision.origin):
            if old is not None:
                where[old] = (id_, at)
    return Document(document.symbol, document.language, "", tuple(provisions)), where


def noisy(provision, rng, rate):
    text, origin = [], []
    for letter, old in zip(provision.text, provision.origin, strict=True):
        chance = rng.random()
        if chance > rate or letter == "\n":
            text.append(letter)
            origin.append(old)
        elif chance < rate * 0.6:
            text.append(CONFUSED.get(letter, rng.choice("اهيلe. ")))
            origin.append(old)
        elif chance < rate * 0.8:
            text += [letter, rng.choice(" .،ـiا")]
            origin += [old, None]
    if text:
        provision.text, provision.origin = text, origin


def typos(made, rng):
    for provision in made:
        noisy(provision, rng, 0.01)


def other_ocr(made, rng):
    rate = rng.choice((0.01, 0.03, 0.05))
    for provision in made:
        noisy(provision, rng, rate)


def moved(made, rng):
    for _ in range(max(1, len(made) // 8)):
        made.insert(rng.randrange(len(made)), made.pop(rng.randrange(len(made))))


def deleted(made, rng):
    for _ in range(max(1, len(made) // 5)):
        if len(made) > 3:
            made.pop(rng.randrange(len(made)))


def _changed_numbers(provision, rng):
    text = "".join(provision.text)
    for met in reversed(list(NUMBER.finditer(text))):
        if rng.random() < 0.6:
            at = met.end() - 1
            digits = "٠١٢٣٤٥٦٧٨٩" if provision.text[at] in "٠١٢٣٤٥٦٧٨٩" else "0123456789"
            provision.text[at] = rng.choice(digits)


def numbers(made, rng):
    for provision in made:
        _changed_numbers(provision, rng)


def twins_put_in(made, rng):
    """Copies of provisions with a number or a few words changed come in, anywhere: the trap of this field."""
    for _ in range(max(2, len(made) // 5)):
        made_of = rng.choice(made)
        twin = made_of.copy(known=False)
        _changed_numbers(twin, rng)
        words = "".join(twin.text).split(" ")
        if len(words) > 6 and rng.random() < 0.5:
            del words[rng.randrange(len(words))]
        if " ".join(words) == "".join(made_of.text):
            continue  # an unchanged copy whose original goes is the provision itself, moved
        twin.text = list(" ".join(words))
        twin.origin = [None] * len(twin.text)
        made.insert(rng.randrange(len(made) + 1), twin)


def deleted_beside_twin(made, rng):
    """A provision goes and a near-duplicate of it stays, or comes in."""
    twins_put_in(made, rng)
    deleted(made, rng)


def split(made, rng):
    for at in reversed(range(len(made))):
        text = made[at].text
        spaces = [i for i in range(20, len(text) - 20) if text[i] == " "]
        if spaces and rng.random() < 0.4:
            cut, first = rng.choice(spaces), made[at]
            second = Passage(first.id, first.kind, first.text[cut + 1 :], first.origin[cut + 1 :])
            first.text, first.origin = first.text[:cut], first.origin[:cut]
            made.insert(at + 1, second)


def merged(made, rng):
    for at in reversed(range(len(made) - 1)):
        if rng.random() < 0.3:
            second = made.pop(at + 1)
            made[at].text += [" ", *second.text]
            made[at].origin += [None, *second.origin]


def reflow(made, rng):
    for provision in made:
        for at, letter in enumerate(provision.text):
            if letter == " " and rng.random() < 0.1:
                provision.text[at] = rng.choice(("\n", "\u00a0"))


def rewritten(made, rng):
    """Words are put in, taken out and replaced within provisions: a negotiation."""
    for provision in made:
        for _ in range(rng.randrange(4)):
            spaces = [i for i, letter in enumerate(provision.text) if letter == " "]
            if len(spaces) < 4:
                break
            at = rng.choice(spaces)
            if rng.random() < 0.5:
                put = list(rng.choice((" also", " relevant", " as appropriate,", " ذات الصلة", " حسب الاقتضاء،")))
                provision.text[at:at] = put
                provision.origin[at:at] = [None] * len(put)
            else:
                end = min(at + rng.randrange(3, 14), len(provision.text) - 1)
                del provision.text[at:end], provision.origin[at:end]


def everything(made, rng):
    for edit in rng.sample((moved, deleted, twins_put_in, numbers, split, merged, rewritten, typos), 4):
        edit(made, rng)


EDITS = {
    "nothing": lambda *_: None,
    "typos": typos,
    "other OCR": other_ocr,
    "reflow": reflow,
    "numbers": numbers,
    "rewritten": rewritten,
    "moved": moved,
    "deleted": deleted,
    "twins put in": twins_put_in,
    "twin deleted": deleted_beside_twin,
    "split": split,
    "merged": merged,
    "four at once": everything,
}


def edited(document, kind, seed):
    made = provisions(document)
    EDITS[kind](made, random.Random(seed))
    return rebuilt(document, made)
