"""What the other tests see a site through: a document that goes away under them is no fault, and is told from one."""

import pytest
from selenium.common.exceptions import WebDriverException

from browsers.browser import Interrupted

# Gives nothing before the document has gone.
LEAVE = "location.reload(); return new Promise(() => {})"


def test_a_document_that_goes_away_is_told(home):
    with pytest.raises(Interrupted):
        home.js(LEAVE)
    home.wait(home.is_locked)


def test_it_is_asked_again_in_the_next(home):
    asked = []

    def locked():
        asked.append(home.is_open())
        return home.js(LEAVE) if asked[-1] else home.is_locked()

    assert home.wait(locked) and asked[0] and not asked[-1]


def test_a_script_that_fails_is_a_fault(home):
    with pytest.raises(WebDriverException) as told:
        home.js("throw new Error('of its own')")
    assert "of its own" in str(told.value) and not isinstance(told.value, Interrupted)
