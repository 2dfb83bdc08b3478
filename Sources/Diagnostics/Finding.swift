/// Something that an author, a moderator or a theme's maker can mend: what, where, and how.
///
/// The rules of this target: a finding is a value; nothing is printed where it is found; `FindingWriter` alone turns
/// findings into text or JSON. Faults of the machine or of the call are not findings but `Failure`.
package struct Finding: Sendable, Hashable {
    /// What kind of finding it is; decides identifier and severity.
    package let kind: FindingKind
    /// One sentence, lower case, without a full stop.
    package let message: String
    /// Where it stands; nil for what concerns no single file.
    package let location: Location?
    /// What to do about it, short enough to stand behind the carets.
    package let hint: String?

    package init(_ kind: FindingKind, _ message: String, at location: Location? = nil, hint: String? = nil) {
        self.kind = kind
        self.message = message
        self.location = location
        self.hint = hint
    }
}

/// How much a finding weighs: an error stops the build, a warning does not.
package enum Severity: String, Sendable {
    case error, warning
}

/// A place in a file of the forum.
package struct Location: Sendable, Hashable {
    /// Path from the forum's root, with `/`.
    package let file: String
    /// Line, counted from 1.
    package let line: Int
    /// Column in Unicode scalars, counted from 1.
    package let column: Int
    /// How many scalars are meant; at least 1.
    package let length: Int
    /// The text of the line, where there is one to show.
    package let excerpt: String?

    package init(file: String, line: Int = 1, column: Int = 1, length: Int = 1, excerpt: String? = nil) {
        self.file = file
        self.line = max(1, line)
        self.column = max(1, column)
        self.length = max(1, length)
        self.excerpt = excerpt
    }
}

extension Finding {
    /// Errors and warnings in the order in which a reader goes through the files.
    package static func ordered(_ findings: [Finding]) -> [Finding] {
        Set(findings).sorted { $0.sortKey < $1.sortKey }
    }

    private var sortKey: (String, Int, Int, String, String) {
        (location?.file ?? "", location?.line ?? 0, location?.column ?? 0, kind.rawValue, message)
    }
}
