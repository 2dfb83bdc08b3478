import Foundation

/// Somebody who is named as an author: by name and State, as nothing else is known of them.
///
/// The rules of this target: values in, values out, no clock, no file; each number has one definition, which stands at its declaration
/// and, in words, in the notes of every report; what names a person stays inside.
struct Person: Sendable, Hashable {
    private let name: String
    private let member: String?

    /// Capitals, accents' encoding and spaces make no other person.
    init(name: String, member: String?) {
        self.name = name.precomposedStringWithCanonicalMapping.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.member = member
    }
}
