package import Quarantine

/// A file that came with a submission, as the office keeps it.
package struct SubmittedFile: Sendable, Hashable {
    /// Its name as the author knows it, or its path in an archive, with `/`.
    package let name: String
    /// Bytes.
    package let size: Int
    /// Media type by its content.
    package let type: String
    /// File name endings that go with the type, lower case, without the dot.
    package let endings: [String]
    /// What a reviewer must know of it.
    package let traits: Set<OpenedFile.Trait>
    /// What the virus scanner called it; nil where it found nothing.
    package let virus: String?

    package init(name: String, size: Int, type: String, endings: [String], traits: Set<OpenedFile.Trait>, virus: String? = nil) {
        self.name = name
        self.size = size
        self.type = type
        self.endings = endings
        self.traits = traits
        self.virus = virus
    }
}
