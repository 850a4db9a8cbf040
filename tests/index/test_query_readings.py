"""How typed queries are understood, as recorded: the tree with its places, problems, and every name."""

from approved import assert_approved

from index.query_parser import parse

TYPED = (
    "",
    "حقوق الطفل",
    "child OR children rights",
    "a | b | c d",
    "a OR | b",
    "OR a",
    "a OR",
    "a OR )",
    "a AND b & c",
    "AND",
    "-a NOT b !c",
    "--a",
    "-(a b)",
    "-",
    "- OR b",
    "a NEAR b NEAR/3 c",
    'a NEAR/500 "b c"',
    "NEAR b",
    "a NEAR",
    "(a b) NEAR c",
    "a NEAR -b",
    '"a b"~3',
    '"a b"~١٥٠',
    '"a"~3',
    '"a b" ~3',
    '"a b',
    "«a b»",
    '""',
    '="a b" =c =A/RES/73/154',
    "=a*",
    "=a~",
    "a~ b~2 c~٢ d~3 A/RES/73/154~",
    "child* *hood ch?ld ch؟ld *ild* c* ?a *",
    "a*b*c** 12*34 e*A/1",
    "what? why؟ really?!",
    "(a (b c))",
    "(a b",
    "a b)",
    ")",
    "(((((((((((((((((((((((((((((((((a)))))))))))))))))))))))))))))))))",
    "foo:bar",
    "10:30 http://x.y",
    "سنة:2015",
    "year:(2015 2016 OR ٢٠١٧)",
    "year:2015..2020",
    "year:2015-2020",
    "year:2015..",
    "year:..2020",
    "year:..",
    "year:abc..2020",
    "year:abc",
    "year:",
    "year: (",
    "year:(2015",
    "year:(2015 kind:footnote)",
    "date:2019-07-23",
    "date:2019-07",
    "date:2019",
    "date:٢٣/٧/٢٠١٩",
    'date:"23 July 2019"',
    "date:2019-01..2019-06",
    "date:x",
    "session:73",
    "session:70..73",
    'session:"الثالثة والسبعون"',
    'session:"Seventy-third"',
    "symbol:73/154",
    "symbol:A/RES/73/154,",
    "symbol:٢٠/٢٠١٩",
    "symbol:nothing",
    "label:5",
    "label:OP5",
    "فقرة:ديباجة",
    "فقرة:PP3",
    "cites:73/154",
    'cites:"اتفاقية حقوق الطفل"',
    'cites:"Convention on the Rights of the Child"',
    "cites:UNTS",
    "tag:x",
    "verb:recalls",
    "verb:تشير",
    "verb:Urges",
    "فعل:قرر",
    "force:decides",
    "قوة:طلب",
    "force:URGES",
    "force:x",
    "organ:GA",
    "organ:xyz",
    "جهة:لجنة",
    'جهة:"مجلس حقوق الإنسان"',
    "organ:CCPCJ",
    "language:en-GB",
    "language:xx",
    "حاشية:الطفل",
    "footnote:",
    'title:"a b" c',
    "preamble:(a OR b)",
    "note:a",
    "annex: OR",
    "a:b:c",
    "field:a field:b",
    "word " * 401,
)

NAMES = """
    symbol document doc رمز وثيقة label paragraph para clause فقرة بند kind type نوع verb فعل force
    strength قوة organ body جهة هيئة جهاز session دورة year سنة عام date تاريخ language lang لغة cites
    citing يستشهد مستشهد يشير tag وسم footnote fn حاشية title عنوان preamble pp ديباجة op منطوق annex
    مرفق note ملاحظة الرمز السنة الحاشية operative Symbol SYMBOL
""".split()
VALUES = {
    "organ": """
        general assembly security council economic social human rights a s e الجمعية العامة مجلس الأمن
        المجلس الاقتصادي والاجتماعي حقوق الإنسان ga sc hrc and cnd
    """,
    "language": """
        arabic عربي العربية عربية english إنجليزي الإنجليزية إنكليزي الإنكليزية انجليزية french فرنسي
        الفرنسية فرنسية spanish إسباني الإسبانية اسبانية russian روسي الروسية روسية chinese صيني الصينية
        صينية ar fr AR
    """,
    "kind": """
        preambular preamble ديباجة operative منطوق subparagraph فقرة فرعية footnote حاشية حواشي title
        عنوان annex مرفق heading فرعي masthead ترويسة closing خاتمة chapeau body متن note ملاحظة
    """,
    "force": """
        decides decision قرار يقرر requests request طلب يطلب urges urge حث يحث invites invite دعوة يدعو
        recommends recommend توصية يوصي statement بيان
    """,
}


def test_queries():
    lines = []
    for text in TYPED:
        for options in ({}, {"inflect": False}, {"strict": frozenset({"hamza"})}):
            query = parse(text, **options)
            if options and query.root == parse(text).root:
                continue
            lines.append(f"{text[:80]!r} {options or ''}".rstrip())
            lines.append(f"  {query.root!r}"[:2000])
            lines += [f"  ! {problem}" for problem in query.problems]
            lines.append(f"  words {query.words[:20]}")
    assert_approved("index/queries.txt", lines)


def test_names_of_fields():
    assert_approved("index/fields.txt", [f"{name}: {parse(f'{name}:73').root!r}" for name in NAMES])


def test_names_of_values():
    lines = []
    for field, values in VALUES.items():
        for value in dict.fromkeys(values.split()):
            query = parse(f"{field}:{value}")
            lines.append(f"{field}:{value} {query.root!r} {query.problems or ''}".rstrip())
    assert_approved("index/values.txt", lines)
