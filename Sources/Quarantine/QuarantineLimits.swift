/// What one thing from outside may cost.
package enum QuarantineLimits {
    /// Its length, in bytes: what most mail relays let through.
    package static let bytes = 25_000_000
    /// Texts and files of one mail that is to be written, in bytes.
    package static let draft = bytes
    /// The same of mails that are written together, where each alone is smaller.
    package static let drafts = 4_000_000
    /// The longest request, in bytes: one of these, with the headers of five hundred mails.
    package static let request = bytes + (64 << 20)
    /// Seconds until there is an answer, or a reason why there is none.
    package static let seconds = 10
    /// Processor time that the child allows itself, in seconds; a second less, so that it says so itself.
    package static let processorSeconds = 9
    /// Memory of the child above what it has at its start, in bytes.
    package static let memory = 512 << 20
    /// Parts of one mail, or entries of one archive.
    package static let parts = 1_000
    /// Mails in mails and archives in archives.
    package static let depth = 5
    /// All that is unpacked from one thing, in bytes: the largest thing itself, four times over.
    package static let unpacked = 100_000_000
    /// Length of one text, in bytes, before it is refused: that of a Markdown text.
    package static let text = 1 << 20
    /// Pixels of one picture, all its frames together.
    package static let pixels = 100_000_000
    /// Length of one answer, in bytes.
    package static let answer = unpacked + (16 << 20)
    /// What a child may keep between two tasks, in bytes, before it is replaced.
    package static let heap = 64 << 20
}
