"""The engines that readers' browsers are made of, each in its own file: all that differs between them is in this folder."""

from browsers.chromium import Chromium
from browsers.firefox import Firefox
from browsers.webkit import WebKit

BROWSERS = {one.name: one for one in (Chromium, Firefox, WebKit)}
