import Submissions
import Testing

/// A submission on which a remark is given, and one much like it on which it is not.
struct CheckCase: Sendable, CustomTestStringConvertible {
    let kind: RemarkKind
    /// What the remark's values must be; nil where only the kind matters.
    let values: [String: String]?
    let given: Sample
    let nearMisses: [Sample]

    init(_ kind: RemarkKind, _ values: [String: String]? = nil, _ given: Sample, not nearMisses: Sample...) {
        self.kind = kind
        self.values = values
        self.given = given
        self.nearMisses = nearMisses
    }

    var testDescription: String { "\(kind.rawValue) \(values ?? [:])" }

    static let all = fields + places + senders + proofs + texts + mails + personal + links + guide + files
}
