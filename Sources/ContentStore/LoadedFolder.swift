package import Diagnostics
package import Model

/// A value that was read, with what is wrong in its files; nil where it cannot be made.
package struct Loaded<Value: Sendable>: Sendable {
    /// Nil where a finding leaves nothing to go on with.
    package let value: Value?
    /// What is wrong in the file.
    package let findings: [Finding]

    package init(value: Value?, findings: [Finding]) {
        self.value = value
        self.findings = findings
    }
}

/// What a content folder holds.
package enum ContentItem: Sendable, Hashable {
    case discussion(Discussion)
    case entry(LibraryEntry)
    case page(Page)
}

/// A Markdown text of a content folder, ready to be rendered.
package struct TextBody: Sendable {
    /// From the forum's root, with `/`.
    package let path: String
    /// LF line endings, exactly one LF at the end.
    package let bytes: [UInt8]
    /// The one in the file's name.
    package let language: Language
    /// Which part of its discussion, entry or page it is.
    package let part: TextPart

    package init(path: String, bytes: [UInt8], language: Language, part: TextPart) {
        self.path = path
        self.bytes = bytes
        self.language = language
        self.part = part
    }
}

/// A content folder, read.
package struct LoadedFolder: Sendable {
    /// Nil where the facts that no language changes cannot be read.
    package let item: ContentItem?
    /// In the order of the files.
    package let bodies: [TextBody]
    /// What is wrong in its files.
    package let findings: [Finding]
    /// Paths from the forum's root of what is there but could not be made into a value, or of the folder itself:
    /// what leads to them is not broken.
    package let faulty: [String]

    package init(item: ContentItem?, bodies: [TextBody], findings: [Finding], faulty: [String]) {
        self.item = item
        self.bodies = bodies
        self.findings = findings
        self.faulty = faulty
    }
}
