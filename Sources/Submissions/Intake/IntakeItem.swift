/// One thing to be imported: a mail, an archive, a text.
package struct IntakeItem: Sendable, Hashable {
    /// Where it lies, as the command named it: a path, a path with the number of the mail in it, or `-`.
    package let source: String
    /// The file's name alone; empty for a mail out of a mailbox.
    package let name: String
    let content: Content
    /// Files beside it that its text may name, with their paths from it; only for texts that lie in a folder.
    package let beside: [(name: String, bytes: [UInt8])]

    /// What is in it.
    enum Content: Sendable, Hashable {
        case whole([UInt8])
        /// Too large to be looked at: as much of its beginning as tells it from all others, and its length in bytes.
        case tooLarge(head: [UInt8], size: Int)
    }

    /// How much of the beginning of what is too large is read: a mail's header, and more.
    static let head = 64 << 10

    init(source: String, name: String, _ content: Content, beside: [(name: String, bytes: [UInt8])] = []) {
        self.source = source
        self.name = name
        self.content = content
        self.beside = beside
    }

    package static func == (a: IntakeItem, b: IntakeItem) -> Bool {
        a.source == b.source && a.name == b.name && a.content == b.content && a.beside.elementsEqual(b.beside) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(content)
    }
}
