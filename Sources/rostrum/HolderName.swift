import Access
import Diagnostics
import Model

extension Holder {
    /// As fields of a JSON object: `"member":"CH"`.
    var json: String {
        switch self {
        case .member(let code): "\"member\":\(FindingWriter.quote(code))"
        case .staff(let name): "\"staff\":\(FindingWriter.quote(name))"
        case .guest(let name, let discussion):
            "\"guest\":\(FindingWriter.quote(name)),\"discussion\":\(FindingWriter.quote(discussion))"
        }
    }
}

extension Invitation {
    /// As fields of a JSON object, with a comma before them.
    var json: String {
        ",\"requestedBy\":\(FindingWriter.quote(requestedBy))" + (until.map { ",\"until\":\"\($0)\"" } ?? "")
    }
}
