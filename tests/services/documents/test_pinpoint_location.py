"""Where a pinpoint leads: the provision, article or annex it names, else the nearest that encloses it."""

import pytest

from documents.importers.text.reader import read_text
from services.documents.pinpoint_location import locate_pinpoint

RESOLUTION = """Resolution adopted by the General Assembly on 17 December 2018

73/154. Protecting children from bullying

The General Assembly,

Recalling its resolution 71/176 of 19 December 2016,

Noting with concern the harm to children,

1. Urges Member States:

(a) To take measures;

(b) To share practices:

(i) At home;

(ii) Abroad;

2. Decides to remain seized of the matter.

55th plenary meeting
17 December 2018

Annex I
Declaration on something

1. Everyone has the right to rest.

2. No one shall be held.

Annex II
Programme of action

1. States shall cooperate.
"""

TREATY = """Convention on the Rights of the Child

Part I

Article 1

For the purposes of the present Convention, a child means every human being.

Article 19

1. States Parties shall take all appropriate measures:

(a) Measures of one kind;

(b) Measures of another;

2. Such protective measures should include effective procedures.

Article 20

1. A child deprived of the family environment shall be protected.
"""

ARABIC = """اتفاقية حقوق الطفل

المادة ١

لأغراض هذه الاتفاقية، يعني الطفل كل إنسان لم يتجاوز الثامنة عشرة.

المادة الثانية

تحترم الدول الأطراف الحقوق.

المادة ١٩: تتخذ الدول الأطراف جميع التدابير.
"""


@pytest.fixture(scope="module")
def documents():
    return {name: read_text(text.encode(), "x.txt") for name, text in (("r", RESOLUTION), ("t", TREATY), ("a", ARABIC))}


@pytest.mark.parametrize(
    ("name", "place", "begins"),
    [
        ("r", "para_2", "Decides"),
        ("r", "para_1", "Urges"),
        ("r", "para_1__point_b", "To share"),
        ("r", "para_1__point_b__point_ii", "Abroad"),
        ("r", "para_1__point_z", "Urges"),
        ("r", "para_2__point_a", "Decides"),
        ("r", "pp_2", "Noting"),
        ("r", "pp_9", None),
        ("r", "para_9", None),
        ("r", "annex_2", "Annex II"),
        ("r", "annex_II", "Annex II"),
        ("r", "annex_1__para_2", "No one"),
        ("r", "annex_2__para_1", "States shall"),
        ("r", "annex_2__para_7", "Annex II"),
        ("r", "annex", None),
        ("r", "annex_3", None),
        ("t", "art_1", "Article 1"),
        ("t", "art_19", "Article 19"),
        ("t", "art_19__para_2", "Such protective"),
        ("t", "art_20__para_1", "A child"),
        ("t", "art_20__para_2", "Article 20"),
        ("t", "art_19__para_1__point_b", "Measures of another"),
        ("t", "art_54", None),
        ("t", "part_I__art_19", "Article 19"),
        ("a", "art_1", "المادة ١"),
        ("a", "art_2", "المادة الثانية"),
        ("a", "art_19", "المادة ١٩"),
        ("a", "", None),
        ("a", "nonsense", None),
        ("a", "para_", None),
        ("a", "annex_x__y", None),
    ],
)
def test_places(documents, name, place, begins):
    document = documents[name]
    found = locate_pinpoint(document, place)
    text = document.text_of(found.provision) if found else None
    assert (text is None) == (begins is None), text
    assert begins is None or text.startswith(begins), text


def test_the_only_annex(documents):
    one = read_text(RESOLUTION.partition("Annex II")[0].encode(), "x.txt")
    assert locate_pinpoint(one, "annex").provision == "annex_1"
    assert one.text_of(locate_pinpoint(one, "annex__para_2").provision).startswith("No one")


def test_the_bundled_resolution(text):
    assert locate_pinpoint(text.document, "para_3").provision == "op_3"
    assert locate_pinpoint(text.document, "pp_8").provision == "pp_8"
