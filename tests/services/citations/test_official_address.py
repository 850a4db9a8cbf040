"""The official addresses of cited targets."""

from services.citations.official_address import official_address


def test_a_target_has_an_address_in_each_language():
    assert official_address("A/RES/73/154", "ar") == "https://docs.un.org/ar/A/RES/73/154"
    assert official_address("A/RES/73/154", "en") == "https://docs.un.org/en/A/RES/73/154"


def test_every_citation_of_the_bundled_text_has_an_address_or_none(text):
    addresses = {official_address(citation.target, "ar") for citation in text.citations}
    assert all(not address or address.startswith("https://") for address in addresses)


def test_a_target_that_nobody_knows():
    assert official_address("CCPCJ/RES/99/9", "ar") == ""
