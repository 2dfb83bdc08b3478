"""Section 8 of FORMAT.md: what members see beside the text for guests."""

import re

from .notation import Refused


def refused(why):
    return Refused("object refused", why)


def join(page_text, page_tag, part_text):
    """The text for members, from the one for guests and the part that goes with it."""
    lines, instructions = page_text.split(b"\n"), part_text.split(b"\n")
    if len(instructions) < 2 or instructions[0] != page_tag.hex().encode():
        raise refused("the part of another text")
    if instructions.pop() != b"":
        raise refused("does not end with a LF")
    made, line, at = [], 0, 1
    while at < len(instructions):
        found = re.fullmatch(rb"([=+-])([1-9][0-9]{0,6})", instructions[at])
        if not found:
            raise refused("no instruction")
        sign, count = found[1], int(found[2])
        at += 1
        if sign == b"+":
            if at + count > len(instructions):
                raise refused("fewer lines than it says")
            made += instructions[at : at + count]
            at += count
        else:
            if line + count > len(lines):
                raise refused("more lines than there are")
            if sign == b"=":
                made += lines[line : line + count]
            line += count
    if line != len(lines):
        raise refused("does not end with the last line")
    return b"\n".join(made)
