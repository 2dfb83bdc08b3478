/// Something that a reviewer should know of a submission: what a check found.
package struct Remark: Sendable, Hashable {
    /// What was found.
    package let kind: RemarkKind
    /// What its text speaks of, by the names of the placeholders that its kind takes. Hostile, in one line, at most 200 characters each.
    package let values: [String: String]
    /// The line of the submitted file, from 1; nil for what concerns no single line.
    package let line: Int?

    package init(_ kind: RemarkKind, _ values: [String: String] = [:], line: Int? = nil) {
        self.kind = kind
        self.values = values
        self.line = line
    }
}
