"""Pages that the program writes for a browser of their own: no pages of the site. Each is read by other programs than ours."""

import sys
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / name) for name in (".", "Browser")]

from forum import Forum  # noqa: E402

REGIONS = {"XA": "Africa", "XB": "Africa", "XC": "Asia and the Pacific", "XD": "Latin America and the Caribbean", "XE": "Eastern Europe"}
COSTS = "costs: {currency: CHF, per-language: {en: 48294, fr: 48294, es: 48294}}\n"


@pytest.fixture(scope="session")
def forum(tmp_path_factory):
    """The sample forum, with what its office knows of regions and costs."""
    made = Forum(tmp_path_factory.mktemp("forum"))
    made.issue("--member", "XA")
    with open(made.root / "content/forum.yaml", "a", encoding="utf-8") as settings:
        settings.write(COSTS)
    roster = "members:\n" + "".join(f"  {code}: {{region: {region}}}\n" for code, region in REGIONS.items())
    (made.root / "office/roster.yaml").write_text(roster, "utf-8")
    return made
