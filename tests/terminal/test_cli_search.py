"""`search` with its options: what scripts rely on."""


def test_facets_tiers_and_reasons(command):
    found = command("search", "المنظمة", "--json").json
    assert found["tiers"]["exact"] == 1
    assert found["facets"]["organ"] == [["ECOSOC", 4]]
    assert found["hits"][0]["why"] == ["exact", "exact"]
    assert found["hits"][-1]["kind"] == "instrument"


def test_what_is_not_understood_and_what_failed(command):
    found = command("search", 'الأطفال "زرافة', "--json").json
    assert [(one["code"], one["start"]) for one in found["problems"]] == [("unclosed-quote", 8)]
    (failed,) = found["failed"]
    assert failed["alone"] == 0
    assert "without" in failed["remedies"]
    said = command("search", "الأطفال", "زرافة")
    assert said.status == 0
    assert "“زرافة” is nowhere in the library." in said.err


def test_strict_and_inflection(command):
    assert command("search", "الاطفال", "--strict", "hamza", "--json").json["tiers"]["folded"] == 0
    assert command("search", "أطفال", "--no-inflection", "--json").json["tiers"]["inflected"] == 0
    assert command("search", "x", "--strict", "colour").status == 2


def test_searches_are_kept_and_remembered(command):
    assert command("search", "حقوق الطفل", "--save", "طفل", "--sort", "date").status == 0
    kept = command("search", "--history", "--json").json
    assert kept["saved"][0]["name"] == "طفل"
    assert kept["history"][0]["query"] == "حقوق الطفل"
    again = command("search", "--saved", "طفل", "--json").json
    assert again["query"] == "حقوق الطفل"
    assert again["total"] > 0
    assert command("search", "--saved", "none").status == 1
    assert command("search").status == 2
