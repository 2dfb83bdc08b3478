"""The site in real browsers.

Each test is one behaviour that a reader would miss, in every engine that readers' browsers are made of (`browsers/`); a test that
is marked `only` stays in one, and says why; of the cases of one that is marked `thin`, Chromium takes every third and each
other engine every fifth, and all of them in a long run. The sample forum is built once for the run and served by the program itself; each
browser is started once, after the one before has ended, and each test has a fresh tab, with nothing left of the tests before.
Pages have the clock of the build. Nothing sleeps: tests wait for conditions. pictures.py writes pictures for people to look at.

    pytest Tests/Browser --engine firefox      in one engine alone
"""

import os
import signal

import pytest

from browsers import BROWSERS
from forum import Forum, Server, rostrum
from host import Host
from reader import Reader


def pytest_addoption(parser):
    parser.addoption("--engine", action="append", choices=sorted(BROWSERS), help="run in this engine alone; may be repeated")


def pytest_configure(config):
    # Who ends a run ends its browsers too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    config.addinivalue_line("markers", "only(engine, because): the test runs in one engine, for the reason given")
    config.addinivalue_line("markers", "thin: of its cases Chromium takes every third, and each other engine every fifth, where the run is no long one")
    # Selenium's own driver for WebKit uses what Selenium deprecates.
    config.addinivalue_line("filterwarnings", "ignore:setting remote_server_addr:DeprecationWarning")


def pytest_generate_tests(metafunc):
    """Each test that has a browser runs in each."""
    if "browser" in metafunc.fixturenames:
        only = metafunc.definition.get_closest_marker("only")
        assert not only or only.kwargs["because"]
        metafunc.parametrize("browser", only.args if only else list(BROWSERS), indirect=True, scope="session")


def engines(item):
    """The engines that an item can run in."""
    if hasattr(item, "callspec") and "browser" in item.callspec.params:
        return {item.callspec.params["browser"]}
    only = item.get_closest_marker("only")
    return set(only.args if only else BROWSERS)


def thinned(items):
    """Those cases of tests marked `thin` that an engine leaves to the others."""
    cases = {}
    for item in items:
        if item.get_closest_marker("thin"):
            cases.setdefault((item.function, item.callspec.params["browser"]), []).append(item)
    return {
        item
        for (_, engine), all in cases.items()
        for number, item in enumerate(all) if number % (3 if engine == "chromium" else 5) != sorted(BROWSERS).index(engine)
    }


def pytest_collection_modifyitems(config, items):
    """Leaves out the engines that were not asked for, and what is thinned. What needs no browser runs with any."""
    chosen = config.getoption("--engine")
    left_out = {item for item in items if chosen and not engines(item) & set(chosen)}
    if not os.environ.get("ROSTRUM_TEST_LONG"):
        left_out |= thinned([item for item in items if item not in left_out])
    config.hook.pytest_deselected(items=list(left_out))
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def forum(tmp_path_factory):
    made = Forum(tmp_path_factory.mktemp("forum"))
    made.passphrase = made.issue("--member", "XA")
    made.build()
    return made


@pytest.fixture(scope="session")
def address(forum):
    server = Server(forum)
    yield server.address
    server.stop()


@pytest.fixture
def host(forum):
    """Another host of the same files, that sends no headers of its own and answers as the test wants it to."""
    made = Host(forum.site)
    yield made
    made.stop()


@pytest.fixture(scope="session")
def foreign_passphrase(tmp_path_factory):
    """A passphrase with the right form, of another forum."""
    other = Forum.__new__(Forum)
    other.root = tmp_path_factory.mktemp("other")
    rostrum(other.root, "init")
    return other.issue("--staff", "Somebody")


@pytest.fixture(scope="session")
def browser(request):
    made = BROWSERS[request.param]()
    yield made
    made.quit()


@pytest.fixture
def tab(browser):
    """The browser, with one tab and nothing left of the tests before."""
    browser.fresh()
    return browser


@pytest.fixture
def reader(tab, address, forum):
    """Someone with the right passphrase who has opened nothing yet."""
    return Reader(tab, address, forum.passphrase)


@pytest.fixture
def home(reader):
    """The same, with the English home open."""
    reader.open("en/")
    return reader
