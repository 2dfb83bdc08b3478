import ContentStore
package import Diagnostics
import Model

/// What is to be withdrawn.
package enum WithdrawalTarget: Sendable, Hashable {
    /// A contribution, by its discussion and its number there.
    case contribution(String, String)
    case discussion(String)
    case entry(String)

    /// Reads `2026-014/0003`, `2026-014`, `library/ip-office-automation`, or the entry's name alone. Throws where there is no such thing in the content.
    package init(_ text: String, in content: ForumContent) throws(Failure) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, parts[0] == "library" {
            let names = content.names(of: .entry)
            guard names.contains(parts[1]) else { throw Self.missing("entry of the library", parts[1], names) }
            self = .entry(parts[1])
            return
        }
        if parts.count == 1, content.names(of: .entry).contains(text) {
            self = .entry(text)
            return
        }
        let names = content.names(of: .discussion)
        guard parts.count <= 2, Discussion.isIdentifier(parts[0]) else {
            throw Failure(
                "\"\(text)\" names nothing that could be withdrawn",
                remedy: "Write 2026-014/0003 for a contribution, 2026-014 for a whole discussion, library/NAME for an entry.")
        }
        guard names.contains(parts[0]) else { throw Self.missing("discussion", parts[0], names) }
        guard parts.count == 2 else {
            self = .discussion(parts[0])
            return
        }
        let numbers = Set(content.files(of: .discussion, parts[0]).compactMap { ContentFileName($0, in: .discussion)?.number })
        // Leading zeros may be missing, as wherever a contribution is named.
        guard let number = numbers.first(where: { $0 == parts[1] || Int($0) == Int(parts[1]) && Int($0) != nil }) else {
            throw Failure(
                "discussion \(parts[0]) has no contribution \"\(parts[1])\"",
                remedy: Suggestion.hint(for: parts[1], among: numbers.sorted()))
        }
        self = .contribution(parts[0], number)
    }

    /// As the log names it.
    package var place: String {
        switch self {
        case .contribution(let id, let number): "\(id)/\(number)"
        case .discussion(let id): id
        case .entry(let id): "library/\(id)"
        }
    }

    var kind: ContentFolder.Kind { if case .entry = self { .entry } else { .discussion } }

    /// The folder's name.
    var id: String {
        switch self {
        case .contribution(let id, _), .discussion(let id), .entry(let id): id
        }
    }

    /// From the forum's root.
    var folder: String { "content/\(kind.folderName)/\(id)" }

    /// The name, in its folder, of the file that says that it was withdrawn.
    var notice: String { if case .contribution(_, let number) = self { "\(number).withdrawn.yaml" } else { "withdrawn.yaml" } }

    private static func missing(_ what: String, _ name: String, _ names: Set<String>) -> Failure {
        Failure("there is no \(what) \"\(name)\"", remedy: Suggestion.hint(for: name, among: names.sorted()))
    }
}

extension ContentFileName {
    /// The number of the contribution that a file is of.
    var number: String? {
        switch self {
        case .text(.contribution(let number), _), .withdrawnContribution(let number): number
        default: nil
        }
    }
}
