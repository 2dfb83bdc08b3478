"""Guests read one discussion in its languages, and are told where they may not go."""

import shutil

import pytest

from forge.keyring import slot
from forged import NUMBER, OWN, ForgedSite, host, opened
from reader import Reader

ABOUT = f"en/{NUMBER}/abcdefghijklmnop/"
NOT_INVITED = "not part of the discussion to which you have been invited"


@pytest.fixture(scope="module")
def site(forum, tmp_path_factory):
    made = ForgedSite(forum.site, tmp_path_factory.mktemp("guests"))
    made.page("en/", "Home", f'<a class="own" href="{NUMBER}/">Ours</a> <a class="other" href="2026-001/">Another</a>')
    made.page("fr/", "Accueil")
    made.page("en/2026-001/", "Another discussion")
    made.page(OWN, "Our discussion", f'<a class="about" href="abcdefghijklmnop/">About</a> <a class="home" href="../">Home</a>',
              f'<a class="french" lang="fr" href="../../fr/{NUMBER}/">FR</a>', key=made.guests(3))
    made.page(f"fr/{NUMBER}/", "Notre discussion", key=made.guests(3))
    made.page(ABOUT, "About this forum", key=made.guests(3))
    made.page("es/2026-014/", "Nuestro debate", key=made.guests(2))
    made.page("en/2026-015/", "Other guests", key=made.guests(3, number="2026-015"))
    made.member = made.issue("member", previous=made.master(1))
    made.guest = made.issue("guest", made.guests(3), previous=made.guests(2))
    made.page("ru/2026-014/", "Год назад", key=made.guests(1, epoch=1))
    made.late = made.issue("late", made.guests(3), previous=made.guests(1, epoch=1))
    made.close()
    return made


@pytest.fixture
def guest(tab, host, site):
    return opened(tab, host, site.guest, OWN)


def test_a_guest_reads_the_discussion_in_its_languages(guest):
    assert guest.text("h1") == "Our discussion"
    guest.follow(".about")
    assert guest.text("h1") == "About this forum"
    guest.driver.back()
    guest.wait(lambda: guest.text("h1") == "Our discussion")
    guest.follow(".french")
    assert guest.text("h1") == "Notre discussion" and guest.language() == ["fr", "ltr"]


@pytest.mark.parametrize("path", ["en/", "fr/", "en/2026-001/", "en/2026-015/"])
def test_who_signs_in_elsewhere_is_brought_to_the_discussion(tab, host, site, path):
    reader = opened(tab, host, site.guest, path)
    reader.wait(lambda: reader.text("h1") == "Our discussion")
    assert reader.path == OWN and reader.language() == ["en", "ltr"]
    assert reader.focused().startswith("H1#")


@pytest.mark.parametrize("link", [".home", "a.elsewhere"])
def test_a_link_that_is_not_for_them_is_told(guest, link):
    guest.js("""document.querySelector('main').append(
        Object.assign(document.createElement('a'), { href: '../2026-015/', className: 'elsewhere', textContent: 'x' }))""")
    guest.click(link)
    assert NOT_INVITED in guest.alert()
    assert guest.path == OWN and guest.text("h1") == "Our discussion"


def test_an_address_that_is_not_for_them_is_told_and_leads_to_theirs(guest):
    guest.new_tab("en/2026-001/")
    guest.wait(lambda: NOT_INVITED in (guest.text(".gate-alert") or ""))
    assert guest.focused().startswith("A#") and "Another" not in guest.html and not guest.all("#passphrase")
    guest.one(".gate-alert a").click()
    guest.wait(guest.is_open)
    assert guest.path == OWN and guest.text("h1") == "Our discussion"


def test_a_previous_key_opens_what_was_not_replaced(tab, host, site):
    reader = opened(tab, host, site.guest, "es/2026-014/")
    assert reader.text("h1") == "Nuestro debate"


def test_a_previous_key_of_an_earlier_epoch_opens(tab, host, site):
    assert opened(tab, host, site.late, "ru/2026-014/").text("h1") == "Год назад"


def test_a_key_of_two_generations_ago_does_not_open(tab, host, site):
    reader = Reader(tab, host.address, site.guest)
    reader.get("ru/2026-014/")
    reader.submit(site.guest)
    reader.wait(lambda: "Ваша парольная фраза не открывает эту страницу" in (reader.text(".gate-alert") or ""))


def test_members_read_what_is_for_guests(tab, host, site):
    reader = opened(tab, host, site.member, "en/")
    reader.follow(".own")
    assert reader.text("h1") == "Our discussion"
    reader.follow(".about")
    for path, title in (("en/2026-015/", "Other guests"), ("es/2026-014/", "Nuestro debate"), ("ru/2026-014/", "Год назад")):
        reader.open(path)
        assert reader.text("h1") == title


def test_a_new_generation_is_found_in_a_new_keyring(forum, tab, tmp_path):
    """The key in hand opens the next page after another guest's access was taken away."""
    site = ForgedSite(forum.site, tmp_path)
    site.page(OWN, "Ours", '<a class="next" href="abcdefghijklmnop/">Next</a>', key=site.guests(1))
    words = site.issue("guest", site.guests(1))
    site.close()
    with site.served() as host:
        reader = opened(tab, host, words, OWN)
        site.page(ABOUT, "About", key=site.guests(2))
        site.issue("guest", site.guests(2), previous=site.guests(1))
        site.close()
        reader.follow(".next")
        assert reader.text("h1") == "About"


def test_from_a_folder_a_guest_is_brought_to_the_discussion(tab, site, tmp_path):
    """Where folders have storages of their own the passphrase is asked for there again."""
    shutil.copytree(site.folder, tmp_path / "site")
    reader = Reader(tab, (tmp_path / "site").as_uri() + "/", site.guest)
    reader.get("en/index.html")
    with reader.another_document():
        reader.submit(site.guest)
    assert reader.path == OWN + "index.html"
    if not tab.folders_share_storage:
        reader.wait(reader.is_locked)
        return
    reader.wait(lambda: reader.text("h1") == "Our discussion")
    reader.get("en/2026-001/index.html")
    reader.wait(lambda: NOT_INVITED in (reader.text(".gate-alert") or ""))
    with reader.another_document():
        reader.one(".gate-alert a").click()
    reader.wait(reader.is_open)
    assert reader.path == OWN + "index.html"


# What no office writes: other bytes at an offset of the slot.
SLOTS = {
    "another layout": {"at0": b"\2"}, "another audience": {"at1": b"\2"}, "another flag": {"at2": b"\6"}, "byte 3": {"at3": b"\1"},
    "epoch 0": {"at4": bytes(4)}, "no generation": {"at8": bytes(4)}, "a previous key that is not said": {"at44": b"\0\0\0\1"},
    "a previous generation that is not said": {"at48": b"\0\0\0\1"}, "a previous key of the same generation": {
        "at2": b"\3", "at44": b"\0\0\0\2\0\0\0\3"}, "a previous key of a later epoch": {"at2": b"\3", "at44": b"\0\0\0\3\0\0\0\1"},
    "a previous key without a generation": {"at2": b"\3", "at44": b"\0\0\0\1\0\0\0\0"}, "no discussion": {"at116": b"\0"},
    "a discussion of other letters": {"at117": b"x"}, "a discussion too long": {"at116": b"\x20"}, "a first page too long": {
        "at148": b"\x40"}, "members with a discussion": {"at1": b"\0", "at8": bytes(4)}}


@pytest.mark.only("chromium", because="the same bytes are read by the same lines in every engine")
@pytest.mark.parametrize("kind", SLOTS)
def test_what_is_no_slot_is_refused(forum, tab, tmp_path, kind):
    site = ForgedSite(forum.site, tmp_path)
    site.page(OWN, "Ours", key=site.guests(3))
    words = site.issue("guest", site.guests(3), **SLOTS[kind])
    site.close()
    with site.served() as host:
        reader = Reader(tab, host.address, words)
        reader.get(OWN)
        reader.submit(words)
        assert "key files could not be loaded" in reader.alert()
        assert reader.is_locked()


def test_the_same_slot_unchanged_opens(forum, tab, tmp_path):
    site = ForgedSite(forum.site, tmp_path)
    site.page(OWN, "Ours", key=site.guests(3))
    words = site.issue("guest", site.guests(3))
    assert len(slot(site.guests(3))) == 212
    site.close()
    with site.served() as host:
        assert opened(tab, host, words, OWN).text("h1") == "Ours"
