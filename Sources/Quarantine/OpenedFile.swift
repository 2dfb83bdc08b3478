/// A file from outside that is neither text, mail nor archive.
package struct OpenedFile: Sendable, Hashable {
    /// Its name, or its path in an archive, with `/`: relative, without `..`, empty parts or control characters.
    package let name: String
    /// Media type by its content, as in `application/pdf`.
    package let type: String
    /// File name endings that go with this type, without the dot, lower case; empty where none is known.
    package let endings: [String]
    /// What is to be kept: a picture as it was written anew, everything else as it came.
    package let bytes: [UInt8]
    /// What a reviewer must know of it.
    package let traits: Set<Trait>

    package init(name: String, type: String, endings: [String], bytes: [UInt8], traits: Set<Trait>) {
        self.name = name
        self.type = type
        self.endings = endings
        self.bytes = bytes
        self.traits = traits
    }

    /// What a reviewer must know of a file.
    package enum Trait: String, Sendable, CaseIterable {
        /// Its name ends as another type's would.
        case disguised
        /// An office file with macros.
        case macros
        /// A PDF, or a picture of drawing instructions, with script.
        case script
        /// A PDF with actions that start something: a program, another document, a form that is sent.
        case actions
        /// A file with other files in it: an attachment of a PDF, an object of an office file.
        case embedded
        /// An office file that loads templates, pictures or data from elsewhere.
        case external
        /// It needs a password, so that nobody could look into it.
        case encrypted
        /// A picture that was decoded and written anew, without position, camera and other such data.
        case rewritten
        /// It could not be read to its end as what it is.
        case damaged
    }
}
