"""Reading a whole site with a passphrase: sections 7 and 8 of FORMAT.md."""

import re
from dataclasses import dataclass

from . import keyring, manifest, part, sealed
from .notation import Refused, page_bytes


@dataclass(frozen=True)
class Place:
    """Where an object lies: its kind, its canonical path, and the file that holds it."""

    kind: str
    path: str
    file: str


def places(files):
    """All objects of a site, given the path of each of its files and what reads it."""
    for path, read in files:
        if path.endswith("index.html"):
            for kind in ("page", "part"):
                if cut(read(), kind) is not None:
                    yield Place(kind, path.removesuffix("index.html"), path)
        elif path.startswith("files/"):
            yield Place("file", path, path)
        elif path.startswith("search/"):
            yield Place("search", path, path)


def cut(html, kind):
    """The sealed object in the file of a page."""
    name = {"page": b"sealed", "part": b"members"}[kind]
    found = re.search(rb'<template id="%b">([^<]*)</template>' % name, html)
    return page_bytes(found[1]) if found else None


class Reader:
    """Someone who has typed a passphrase; `load` gives the bytes of a site's file, `seen` is the highest counter seen."""

    def __init__(self, typed, load, seen=0):
        self.load, self.seen = load, seen
        self.head, self.contents = keyring.open_slot(typed, lambda name: load(f"keyring/{name}"))

    def open(self, place):
        data = self.load(place.file)
        if place.kind in ("page", "part"):
            data = cut(data, place.kind)
            if data is None:
                raise Refused("object refused", "not in the page alphabet")
        return self.open_bytes(place, data)

    def open_bytes(self, place, data):
        return sealed.open_object(data, place.kind, place.path, self.head, self.contents)

    def text(self, place):
        """What is shown of a page: joined with the members' part where there is one and this reader is one."""
        page, members = self.open(place), cut(self.load(place.file), "part")
        return page.text if self.contents.discussion is not None or members is None else self.join(page, members, place.path)

    def join(self, page, members, path):
        """The text for members, from the opened page and the sealed part."""
        return part.join(page.text, page.tag, self.open_bytes(Place("part", path, ""), members).text)

    def manifest_head(self):
        head = manifest.read_head(self.load("manifest/head.bin"), self.head.site, self.contents.verification_key)
        if head.counter < self.seen:
            raise Refused("older manifest", f"{head.counter} after {self.seen}")
        return head

    def check_fresh(self, place, opened):
        """Refuses an object that is not the one of its place in the manifest."""
        head, key = self.manifest_head(), manifest.key_of(self.head.site, place.kind, place.path)
        shard = manifest.shard_number(key, head.levels)
        data = self.load(manifest.shard_path(head, shard))
        listed = manifest.read_shard(data, self.head.site, head, shard).get(key)
        if listed is None:
            raise Refused("not in the manifest", place.path)
        if listed != opened.tag[:16]:
            raise Refused("other than the manifest's", place.path)
