"""The versions that say what was made with which data: a library or an index of older data is brought up to date."""

import hashlib

import pytest

import resources
from documents.citations.rules_version import RULES_VERSION
from index.index_folder import SCHEMA_VERSION

KNOWN = {
    "instruments.json": ("RULES_VERSION", 3, "6ccebcac5f641c4d49c61ec7fffe85d53106e57ca14ce3e1704c7a0225638de8"),
    "verbs.tsv": ("SCHEMA_VERSION", 2, "044c83ab2a90b943152ceccffa201fe7416509c7323682a5920c26cd29eed02b"),
}
VERSIONS = {"RULES_VERSION": RULES_VERSION, "SCHEMA_VERSION": SCHEMA_VERSION}


@pytest.mark.parametrize("name", KNOWN)
def test_new_data_raises_its_version(name):
    """Whoever changes the data raises the version named here, else texts held already keep what the old data found.

    Then the new version and digest are written here.
    """
    version, known, digest = KNOWN[name]
    assert (VERSIONS[version], hashlib.sha256(resources.read_bytes(name)).hexdigest()) == (known, digest)
