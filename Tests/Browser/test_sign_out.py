"""Staying unlocked in other tabs, and signing out of all of them."""


def leave(reader):
    reader.click("[data-sign-out]")
    reader.wait(reader.is_locked, what="still open after signing out")


def assert_nothing_left(reader):
    assert "Sample State" not in reader.html and "2026-005" not in reader.html
    assert reader.driver.title == "Forum on Technical Assistance"
    assert not reader.all("article")


def test_signing_out_wipes_the_document(home):
    home.follow("main a[href*='2026-005']")
    leave(home)
    assert_nothing_left(home)
    assert home.text(".gate-status"), "that one has signed out is said"


def test_back_stays_locked(home):
    home.follow("main a[href*='2026-005']")
    home.follow(".crumbs a[href]")
    leave(home)
    for step in (home.driver.back, home.driver.back, home.driver.forward):
        before = home.path
        step()
        home.wait(lambda: home.path != before and home.is_locked(), what="not locked after going back")
        assert_nothing_left(home)


def test_the_passphrase_opens_again(home):
    leave(home)
    home.submit(home.passphrase)
    home.wait(home.is_open)
    home.follow("main a[href*='2026-005']")


def test_a_reload_in_a_lone_tab_asks_again(home):
    home.driver.refresh()
    home.wait(home.is_locked)
    assert_nothing_left(home)


def test_a_second_tab_needs_no_prompt(home):
    home.new_tab("en/2026-005/")
    home.wait(home.is_open, what="the second tab asks again")
    assert home.js("return self.__derivations") > 0
    assert home.path == "en/2026-005/" and len(home.all("article.contribution")) == 9


def test_an_open_second_tab_survives_a_reload_of_the_first(home):
    first = home.new_tab("en/2026-005/")
    home.wait(home.is_open)
    home.switch(first)
    home.driver.refresh()
    home.wait(home.is_open, what="the key was not handed back")


def test_signing_out_locks_the_other_tab(home):
    first = home.new_tab("en/2026-005/")
    home.wait(home.is_open)
    second = home.driver.current_window_handle
    leave(home)
    home.switch(first)
    home.wait(home.is_locked, what="the other tab is still open")
    assert_nothing_left(home)
    # And neither gives the key to a third.
    home.switch(second)
    home.new_tab("en/")
    home.wait(home.is_locked)


def test_nothing_is_kept_in_storage(home):
    """Neither passphrase nor key outlives the tabs."""
    home.follow("main a[href*='2026-005']")
    kept = home.js("return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])")
    assert kept == '[{},{},""]'
    assert home.driver.execute_async_script("indexedDB.databases().then(found => arguments[0](found.length))") == 0
