"""Organs named in a text, in full and by the short names that only the words around them explain."""

import datetime

import pytest

from documents.citations.organs import (
    COMMISSION,
    COUNCIL,
    ORGANS,
    council_year,
    organ_after_lam,
    organ_named,
    organs_in,
)
from documents.folding import pattern_form


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("وقرر المجلس واللجنة أن", [COUNCIL, COMMISSION]),
        ("the Council and the Commission", [COUNCIL, COMMISSION]),
        ("المجلس الاقتصادي والاجتماعي ومجلس الأمن", ["ECOSOC", "SC"]),
        ("قرارا للجمعية العامة ولمجلس حقوق الإنسان", ["GA", "HRC"]),
        ("the General Assembly, the Security Council", ["GA", "SC"]),
        ("the Councillor of the Assemblyman", []),
    ],
)
def test_organs_of_a_passage(text, codes):
    assert [code for _, code in organs_in(pattern_form(text))] == codes


def test_a_name_has_one_code():
    assert organ_named(pattern_form("الجمعية العامة")) == "GA"
    assert organ_named("Council") == COUNCIL
    assert organ_named("Ministry") == ""
    assert organ_after_lam(pattern_form("لجمعية العامة").removeprefix("ا")) == "GA"


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("GA", "الجمعية العامة|General Assembly|Assemblée générale|Asamblea General|Генеральная Ассамблея"),
        ("ECOSOC", "المجلس الاقتصادي والاجتماعي|Economic and Social Council|Conseil économique et social"),
        ("ECOSOC", "Consejo Económico y Social|Экономического и Социального Совета|经济及社会理事会"),
        ("SC", "مجلس الأمن|Security Council|Conseil de sécurité|Consejo de Seguridad|Советом Безопасности|安理会"),
        ("HRC", "مجلس حقوق الإنسان|Human Rights Council|Conseil des droits de l'homme|人权理事会"),
        ("CHR", "لجنة حقوق الإنسان|Commission on Human Rights|Commission des droits de l'homme|人权委员会"),
        ("CCPCJ", "لجنة منع الجريمة والعدالة الجنائية|Commission on Crime Prevention and Criminal Justice"),
        ("CND", "لجنة المخدرات|Commission on Narcotic Drugs"),
        ("CSW", "لجنة وضع المرأة|Commission on the Status of Women"),
    ],
)
def test_every_name_of_an_organ_is_known(code, names):
    assert {name: organ_named(pattern_form(name)) for name in names.split("|")} == dict.fromkeys(names.split("|"), code)


@pytest.mark.parametrize(
    ("number", "year"),
    [
        *(
            (0, None),
            (1, 1946),
            (15, 1946),
            (16, 1947),
            (110, 1955),
            (111, 1956),
            (242, 1967),
            (678, 1990),
            (687, 1991),
        ),
        *(
            (1267, 1999),
            (1325, 2000),
            (1373, 2001),
            (1540, 2004),
            (1651, 2005),
            (1652, 2006),
            (1973, 2011),
            (2334, 2016),
        ),
        *((2767, 2024), (2768, None)),
    ],
)
def test_years_of_the_security_council(number, year):
    assert council_year(number) == year


def test_an_organ_knows_the_numbers_and_sessions_that_its_acts_can_have():
    council = ORGANS["HRC"]
    assert [number for number in range(-1, 99) if council.has_number(number, decision=False)] == list(range(1, 61))
    assert [number for number in range(999) if council.has_number(number, decision=True)] == list(range(101, 140))
    day = datetime.date(2007, 3, 12)
    assert [session for session in range(99) if council.has_session(session, day)] == list(range(1, 6))


def test_sessions_of_a_day():
    assert ORGANS["GA"].sessions_on(datetime.date(2018, 12, 17)) == {73}
    assert ORGANS["GA"].sessions_on(datetime.date(2019, 3, 1)) == {73}
    assert ORGANS["GA"].sessions_on(datetime.date(2019, 9, 13)) == {73, 74}
    assert ORGANS["HRC"].sessions_on(datetime.date(2007, 3, 12)) == {3, 4, 5}
    assert ORGANS["CCPCJ"].sessions_on(datetime.date(2007, 4, 27)) == {16}
