"""What issuing a passphrase does to the readers, once the site is built and served again."""

import shutil

import pytest

from forum import REPOSITORY, Forum, Server, rostrum
from reader import Reader


@pytest.fixture
def small(tmp_path):
    """A new forum as `rostrum init` makes it."""
    forum = Forum.__new__(Forum)
    forum.root = tmp_path
    rostrum(forum.root, "init")
    shutil.copytree(REPOSITORY / "themes", tmp_path / "themes")
    forum.passphrase = forum.issue("--staff", "Somebody")
    forum.build()
    server = Server(forum)
    forum.address = server.address
    yield forum
    server.stop()


def opens(browser, forum, passphrase):
    browser.fresh()
    reader = Reader(browser, forum.address, passphrase)
    reader.get("en/")
    reader.submit(passphrase)
    reader.wait(lambda: reader.is_open() or reader.text(".gate-alert"))
    return reader.is_open()


def test_a_new_forum_opens(browser, small):
    assert opens(browser, small, small.passphrase)


def test_a_passphrase_issued_later_opens_after_the_next_build(browser, small):
    later = small.issue("--staff", "Somebody else")
    small.build()
    assert opens(browser, small, later)
    assert opens(browser, small, small.passphrase)


def test_a_replaced_passphrase_no_longer_opens(browser, small):
    later = small.issue("--staff", "Somebody")
    small.build()
    assert opens(browser, small, later)
    assert not opens(browser, small, small.passphrase)


def test_an_open_tab_with_a_replaced_key_gives_way_to_the_form(tab, small):
    """The key that it hands over opens nothing, and that takes longer than a new tab waits for one."""
    reader = Reader(tab, small.address, small.passphrase)
    reader.open("en/")
    later = small.issue("--staff", "Somebody")
    small.build()
    reader.new_tab("en/", before="""
        const derive = SubtleCrypto.prototype.deriveBits, timer = self.setTimeout;
        const waited = new Promise(resolve => {
          self.setTimeout = (then, after, ...rest) => timer(after === 150 ? () => { then(); timer(resolve, 1); } : then, after, ...rest);
        });
        SubtleCrypto.prototype.deriveBits = async function (...given) { await waited; return derive.apply(this, given); };""")
    reader.wait(reader.is_locked, what="an empty page")
    reader.submit(later)
    reader.wait(reader.is_open)
