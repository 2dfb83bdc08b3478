"""Writes what Sources/Access/FORMAT.md describes, from that page alone: as the office does it, and as it never would.

For the vectors of the format and for the tests of its readers. Whatever is given is written without looking whether a reader would take
it, and nothing here is a reader's: the one in Tests/Format shares no line with this.
"""
