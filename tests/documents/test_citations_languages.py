"""Acts and sources in the other four official languages, in the forms that are common."""

import pytest

from documents.citations.find import find_citations
from documents.model import Document, Kind, Masthead, Provision

FORMS = [
    ("fr", "résolutions 1325 (2000) et 1820 (2008) du Conseil de sécurité", "S/RES/1325(2000) S/RES/1820(2008)"),
    ("fr", "la résolution 57/301 de l’Assemblée générale et sa décision 57/501", "A/RES/57/301 A/DEC/57/501"),
    ("fr", "résolution n° 217 A (III) du 10 décembre 1948", "A/RES/217(III)A"),
    ("fr", "la résolution 689 (XXXV) de la Commission économique pour l'Amérique latine", ""),
    ("fr", "Nations Unies, Recueil des Traités, vol. 2225, no 39574", "UNTS 2225/39574"),
    ("es", "resoluciones 57/301 y 73/299", "A/RES/57/301 A/RES/73/299"),
    (
        "es",
        "las resoluciones 1325 (2000), de 31 de octubre de 2000, y 1820 (2008) del Consejo de Seguridad",
        "S/RES/1325(2000) S/RES/1820(2008)",
    ),
    ("es", "Suplemento núm. 53 A, resolución 2004/27 del Consejo Económico y Social", "E/RES/2004/27"),
    ("ru", "резолюции 57/270 В и 217 А (III) Генеральной Ассамблеи", "A/RES/57/270B A/RES/217(III)A"),
    (
        "ru",
        "резолюциях Совета Безопасности 1325 (2000) от 31 октября 2000 года и 1820 (2008) от 19 июня 2008 года",
        "S/RES/1325(2000) S/RES/1820(2008)",
    ),
    ("ru", "Экономическим и Социальным Советом в его резолюции 9 (I) от 16 февраля 1946 года", "E/RES/9(I)"),
    ("fr", "la résolution 26/13 du Conseil des droits de l'homme", "A/HRC/RES/26/13"),
    ("es", "la resolución 26/13 del Consejo de Derechos Humanos", "A/HRC/RES/26/13"),
    ("en", "resolution 26/13 of the Human Rights Council", "A/HRC/RES/26/13"),
    ("en", "decision of the Human Rights Council 17/117", "A/HRC/DEC/17/117"),
    ("zh", "大会2004年12月20日第59/158号决议和第57/501号决定", "A/RES/59/158 A/DEC/57/501"),
    (
        "zh",
        "第2014(2011)、第2051（２０１２）和第2140(2014)号决议",
        "S/RES/2014(2011) S/RES/2051(2012) S/RES/2140(2014)",
    ),
    ("zh", "大会第36/87 A和B号决议", "A/RES/36/87A A/RES/36/87B"),
    ("zh", "大会第217A（III）号决议", "A/RES/217(III)A"),
    ("zh", "安全理事会第1325号决议", "S/RES/1325(2000)"),
    ("zh", "经济委员会2014年5月9日第689(XXXV)号决议", ""),
    ("zh", "联合国，《条约汇编》，第2225卷，第39574号", "UNTS 2225/39574"),
    ("en", "League of Nations, Treaty Series, vol. 60, No. 1414", ""),
]


@pytest.mark.parametrize(("language", "text", "expected"), FORMS)
def test_the_common_forms(language, text, expected):
    provisions = (Provision("op_1", Kind.OPERATIVE, text),)
    found = find_citations(Document("", language, "", provisions, (), Masthead(organ="GA")))
    assert " ".join(c.target for c in found) == expected
    assert all(c.span.cut(text) == c.text for c in found)


def test_a_number_of_a_chinese_list_ends_with_its_word():
    text = "第2051(2012)和第2140(2014)号决议"
    provisions = (Provision("op_1", Kind.OPERATIVE, text),)
    found = find_citations(Document("", "zh", "", provisions, (), Masthead(organ="SC")))
    assert [c.text for c in found] == ["第2051(2012)", "第2140(2014)号决议"]
