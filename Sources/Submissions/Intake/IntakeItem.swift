/// One thing to be imported: a mail, an archive, a text.
package struct IntakeItem: Sendable, Hashable {
    /// Where it lies, as the command named it: a path, a path with the number of the mail in it, or `-`.
    package let source: String
    /// The file's name alone; empty for a mail out of a mailbox.
    package let name: String
    /// All of it; nil where it is too large to be looked at.
    package let bytes: [UInt8]?
    /// Files beside it that its text may name, with their paths from it; only for texts that lie in a folder.
    package let beside: [(name: String, bytes: [UInt8])]

    init(source: String, name: String, bytes: [UInt8]?, beside: [(name: String, bytes: [UInt8])] = []) {
        self.source = source
        self.name = name
        self.bytes = bytes
        self.beside = beside
    }

    package static func == (a: IntakeItem, b: IntakeItem) -> Bool {
        a.source == b.source && a.name == b.name && a.bytes == b.bytes && a.beside.elementsEqual(b.beside) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(bytes)
    }
}
