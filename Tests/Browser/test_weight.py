"""What every first visit loads stays small."""

import gzip

# Bytes, script and style together, compressed: the whole of what opens a page.
MOST = 20 * 1024


def test_script_and_style_are_light(forum):
    files = [*forum.site.glob("assets/gate.????????????????.js"), *forum.site.glob("assets/site.*.css")]
    assert len(files) == 2
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}
    assert sum(sizes.values()) <= MOST, sizes
