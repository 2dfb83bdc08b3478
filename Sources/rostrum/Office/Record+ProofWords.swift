import Access
import Diagnostics
import Submissions

extension Record.Proof {
    /// For a list: who sealed it, as far as that is proved.
    var short: String {
        switch outcome {
        case .proved: "proved: " + (holder?.named ?? "")
        case .unknown: "proof unknown"
        case .none: "no proof"
        }
    }

    var json: String {
        var fields = ["\"outcome\":\"\(outcome.rawValue)\""]
        let texts = [("kind", by?.rawValue), ("name", name), ("discussion", discussion)]
        fields += texts.compactMap { key, value in value.map { "\"\(key)\":\(FindingWriter.quote($0))" } }
        return "{" + fields.joined(separator: ",") + "}"
    }
}
