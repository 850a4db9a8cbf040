"""Stems of Arabic words, so that أطفال finds الأطفال, للأطفال and وللأطفال.

Larkey's light10 on folded words, with its known faults repaired: و is removed first, then one article group. لل may
hide a radical ل, so both readings count. Endings that belong to the word stay. A preposition of one letter is removed
where enough is left. Broken plurals of the language of resolutions also have the stem of their singular.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from index.plurals import GROUPS

_ARABIC_WORD = re.compile("[\u0621-\u064a]{2,}")
_ARTICLES = ("ال", "بال", "كال", "فال")
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "ا", "يه", "ه", "ي")
_LONGER_STEM = frozenset({"ان", "ون", "ين", "ا"})
_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا")
_LEAST, _LEAST_LONGER = 2, 3

_FUNCTION_WORDS = frozenset(
    "من في علي الي عن مع او ان لا ما لم لن قد كل بين عند هذا هذه ذلك تلك التي الذي الذين اللذين التي هو هي هم هن"
    " كما حيث اذ اذا ثم بل لكن غير بعد قبل منذ حتي ايضا كان كانت يكون تكون به بها بهم له لها لهم فيه فيها فيهم منه منها"
    " منهم عليه عليها عليهم اليها اليهم وان فان بان لان الا اي ايه وما ولا ومن وفي وعلي والي وعن ومع واو"
    " ولم ولن وقد واذ وكل وهو وهي وذلك وهذا وهذه بما مما فيما كي لكي نحو دون سوي خلال ضد".split()
)
"""Words without stems, found as written and folded. A stem would only join them with other words."""

_RADICAL_WAW = tuple(
    "ولايه ولايات ولاء وثيق وثائق وزير وزراء وزار وطن وسيل وسائل وسيط وساط وضع واجب وقت وقاي وقائ وصول وصف وصاي وجود"
    " وجه وحد واحد والد واقع وقائع وقوع وقف وكال وكيل وكلا وفد وفود وفا ورق ورد وعي وسط وديع وراث وارد واضح واسع واف"
    " وظيف وظائف وشيك وباء وتير وتيره ودي وزن وزع ورش وليد ولد وقود وهم واعي وشك وصم وصل وثق وفر وسم".split()
)
"""Beginnings of words whose و is a radical and not `and`."""

_RADICAL_AL = tuple("التزام التماس التحاق الزام الغاء الحاق القاء الكترون التقاء التفاف التباس الهام الله".split())
"""Beginnings of words whose ال is part of them and not the article."""

_WHOLE = frozenset(
    "تعاون قانون اعلان عنوان ميزان انسان برلمان ضمان ائتمان عدوان حرمان نيسان حزيران شعبان رمضان لبنان سودان"
    " يابان ايران"
    " سلطان مهرجان كيان برهان فقدان بلدان طغيان طوفان غليان سريان عرفان امتنان اطمئنان قبطان سرطان ادمان اتقان"
    " اسكان امكان اذعان عصيان نسيان غفران دوران طيران هيجان قوانين موازين عناوين ميادين مضامين براهين سكاكين بساتين"
    " قرابين تكوين تمكين تحسين تامين تعيين تخزين تلوين تدوين تمرين تضمين توطين تحصين تسكين تدخين"
    " تقنين تثمين فلسطين ملايين"
    " مسكين مساكين يقين مدين مضمون مخزون ماذون مامون غضون سجون عيون ديون شؤون فنون قرون بطون ظنون حصون غصون متون"
    " اثبات ثبات نبات اصوات اوقات اموات ابيات سكوت اقوات مرات"
    " توجيه تنبيه نزيه تشويه ترفيه انتباه تجاه مياه اتجاه اشتباه مواجه وجه شبه فقه اوجه افواه شبيه كراه اكراه"
    " قاضي راضي اراضي ماضي سعي وعي نهي نفي راي مساعي دواعي مباني معاني نواحي ضواحي".split()
)
"""Words that end like an ending but are whole. An ending after them is still removed (قانونية)."""

_OWN_STEM = {
    "لجنه": "لجن",
    "لجان": "لجان",
    "اليه": "الي",
    "اليات": "الي",
    "والدين": "والد",
    "والدان": "والد",
    "والديه": "والد",
    "والديهم": "والد",
    "عام": "عام",
    "عامه": "عامه",
}
"""Words whose stem by rule would be that of another word: العامة (plenary) is not عام (year)."""


_PROCLITICS = "بلكف"
_FUTURE = re.compile("س[يتن]")
_LEAST_AFTER = 4
_RADICAL_FIRST = tuple(
    (
        "بحري بحث بحوث بلد بلاد بطاق بطال بضاع بضائع بليون بعيد برنامج برامج بيان بيانات بيئ بنود بناء بنوك بدائ "
        "بداي بروتوكول برلمان بشري بقاء لازم لاجئ لجن لجان لغات لوائح لائح لواء كامل كامن كفيل كراسي كايمان كرامه "
        "كهرباء كتاب كتب كلمات كميات كيان كفاءه كثاف كوارث كارث فعال فعلي فرعي فورات فيهما فيها فلسطين فريق فرص "
        "فترات فئات فقرات فوائد فائد فساد فضاء فصول فيروس فرنس "
    ).split()
)
"""Beginnings of words whose first letter is a radical, where the rest would be a word too (فعالية is not ف + عالية)."""


@lru_cache(maxsize=1 << 16)
def stems(key: str, language: str | None = None) -> tuple[str, ...]:
    """Return the stems of a folded word, the likeliest first, none for function words.

    `language` is that of the text. None is for a typed word, which has the stems of every language that it can belong
    to. Arabic stems are bare, those of other languages carry their code (`en:child`). Chinese has none.
    """
    if not _ARABIC_WORD.fullmatch(key):
        from index.snowball import foreign_stems

        return foreign_stems(key, language)
    if key in _FUNCTION_WORDS:
        return ()
    found = [_without_ending(base) for base in _bases(key)]
    found += [_without_ending(base) for rest in _after_proclitics(key) for base in _bases(rest)]
    singulars = _singulars()
    singular = [singulars[stem] for stem in found if stem in singulars]
    return tuple(dict.fromkeys(found + singular))


def _after_proclitics(word: str) -> tuple[str, ...]:
    """Return the rests of a word without و, ف, a one-letter preposition or the future's س.

    A letter that may be a radical is kept.
    """
    rest = word[1:] if len(word) > _LEAST_AFTER and word[0] == "و" and not word.startswith(_RADICAL_WAW) else word
    found: list[str] = []
    for _ in range(2):  # ف may stand before another: فبموجب
        first = rest[0] in _PROCLITICS or _FUTURE.match(rest)
        if not first or len(rest) <= _LEAST_AFTER or rest.startswith((*_RADICAL_FIRST, *_ARTICLES, "لل")):
            break
        rest = rest[1:]
        found.append(rest)
        if word[0] not in "فو":
            break
    return tuple(found)


def _bases(word: str) -> tuple[str, ...]:
    """Return a word without `and` and the article, in two readings where لل may hide a radical ل."""
    if len(word) > 3 and word[0] == "و" and not word.startswith(_RADICAL_WAW):
        word = word[1:]
    if word.startswith("لل") and len(word) - 2 >= _LEAST:
        return word[2:], word[1:]
    if word in _OWN_STEM or word.startswith(_RADICAL_AL):
        return (word,)
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _LEAST:
            return (word[len(article) :],)
    return (word,)


def _without_ending(base: str) -> str:
    """Return a word without pronoun, plural and feminine endings.

    A ت before a pronoun or dual is the ة of the word.
    """
    bare = _without_pronoun(base)
    for ending in _ENDINGS:
        if bare in _OWN_STEM:
            return _OWN_STEM[bare]
        if bare in _WHOLE:
            return bare
        least = _LEAST_LONGER if ending in _LONGER_STEM else _LEAST
        if bare.endswith(ending) and len(bare) - len(ending) >= least:
            bare = bare[: -len(ending)]
    return bare[:-1] if bare != base and bare[-1] == "ت" and len(bare) > _LEAST_LONGER else bare


def _without_pronoun(base: str) -> str:
    if base not in _OWN_STEM and base not in _WHOLE:
        for pronoun in _PRONOUNS:
            if base.endswith(pronoun) and len(base) - len(pronoun) >= _LEAST_LONGER:
                return base[: -len(pronoun)]
    return base


@cache
def _singulars() -> dict[str, str]:
    """Return the stem of the singular by the stem of a broken plural."""
    found: dict[str, str] = {}
    for line in GROUPS.strip().splitlines():
        singular, *plurals = map(_without_ending, line.split())
        found |= {plural: singular for plural in plurals if plural != singular}
    return found
