import Diagnostics
import Model

/// Whom a passphrase was issued to.
package enum Holder: Sendable, Hashable, Comparable {
    /// A Member State, by its code: two capital letters.
    case member(String)
    /// Someone of the organisation's staff, by a name that the office gives.
    case staff(String)
    /// Someone from outside who is let into one discussion, by a name that the office gives and the discussion's number. Whoever
    /// is a guest of several has a passphrase for each.
    case guest(name: String, discussion: String)

    /// Members before staff before guests, each by the bytes of code or name; guests by their discussion first.
    package static func < (a: Holder, b: Holder) -> Bool {
        switch (a, b) {
        case (.member(let x), .member(let y)), (.staff(let x), .staff(let y)): x.utf8.lexicographicallyPrecedes(y.utf8)
        case (.guest(let x, let first), .guest(let y, let second)):
            first == second ? x.utf8.lexicographicallyPrecedes(y.utf8) : first.utf8.lexicographicallyPrecedes(second.utf8)
        default: a.rank < b.rank
        }
    }

    private var rank: Int {
        switch self {
        case .member: 0
        case .staff: 1
        case .guest: 2
        }
    }

    /// As sentences name it: `CH`, `Ana Silva`, `Ana Silva (guest of 2026-014)`.
    package var named: String {
        switch self {
        case .member(let code): code
        case .staff(let name): name
        case .guest(let name, let discussion): "\(name) (guest of \(discussion))"
        }
    }

    /// Throws when a code or number has not the form of one, or a name is empty, longer than 100 characters, begins or ends with
    /// a space, or holds what cannot be printed.
    func validate() throws(Failure) {
        switch self {
        case .member(let code):
            guard code.utf8.count == 2, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
                throw Failure("\"\(code)\" is no code of a State", remedy: "Give two capital letters, as in `--member CH`.")
            }
        case .staff(let name): try Holder.validate(name)
        case .guest(let name, let discussion):
            guard Discussion.isIdentifier(discussion) else {
                throw Failure("\"\(discussion)\" is no discussion", remedy: "Give its year and number, as in `--discussion 2026-014`.")
            }
            try Holder.validate(name)
        }
    }

    private static func validate(_ name: String) throws(Failure) {
        let printable = name.unicodeScalars.allSatisfy { !$0.properties.generalCategory.isUnprintable || $0.isJoiner }
        guard (1...100).contains(name.count), name.utf8.count <= 400, name.first != " ", name.last != " ", printable else {
            throw Failure("this name cannot be used", remedy: "Give a name of 1 to 100 characters, without line breaks.")
        }
    }
}

extension Unicode.Scalar {
    /// Names in Persian and in Indian scripts are spelled with these.
    fileprivate var isJoiner: Bool { value == 0x200C || value == 0x200D }
}

extension Unicode.GeneralCategory {
    fileprivate var isUnprintable: Bool {
        switch self {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}
