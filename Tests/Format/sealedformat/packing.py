"""Section 6 of FORMAT.md: packing and padding."""

import zlib

from .notation import Refused, number

MOST_UNPACKED = 64 << 20
CHUNK = 1 << 20
ROOM = CHUNK - 5


def refused(why):
    return Refused("object refused", why)


def padme(length):
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    step = 1 << (exponent - exponent.bit_length())
    return -(-length // step) * step


def split(packed):
    """Method, what follows its head, and the padding."""
    if len(packed) < 5:
        raise refused("too short")
    length = number(packed[1:5])
    if length > len(packed) - 5 or length > MOST_UNPACKED:
        raise refused("a length above what is there, or too long")
    if any(packed[5 + length :]):
        raise refused("padding is not zero")
    return packed[0], packed[5 : 5 + length]


def unpack(packed):
    """The text of an object that is not in several chunks."""
    method, body = split(packed)
    if len(packed) != padme(5 + len(body)):
        raise refused("padding is not Padmé's")
    if method == 0:
        text = body
    elif method == 1:
        text = inflate(body)
    else:
        raise refused(f"method {method}")
    if len(text) > MOST_UNPACKED:
        raise refused("unpacks to too much")
    return text


def inflate(body):
    stream = zlib.decompressobj(-15)
    try:
        text = stream.decompress(body, MOST_UNPACKED + 1)
    except zlib.error as error:
        raise refused(str(error)) from None
    if len(text) <= MOST_UNPACKED and (not stream.eof or stream.unused_data):
        raise refused("the deflated text does not end with what is there")
    return text


def join(chunks):
    """The text of an object in several chunks, given each of them opened."""
    texts, ended = [], False
    for position, packed in enumerate(chunks):
        if len(packed) > CHUNK or len(packed) < CHUNK and position + 1 < len(chunks):
            raise refused("a chunk of another length")
        method, text = split(packed)
        if method != 0:
            raise refused(f"method {method} in a chunk")
        if ended and text:
            raise refused("text after a chunk that was not full")
        ended = len(text) < ROOM
        texts.append(text)
    length = sum(map(len, texts))
    heads = 5 * -(-length // ROOM)
    if length <= ROOM or sum(map(len, chunks)) != padme(length + heads):
        raise refused("lengths do not add up")
    return b"".join(texts)
