import Diagnostics
import Model

extension Review {
    /// Puts into the content what was approved for a day that has come. Throws where the content would have errors with it.
    func release(_ number: Int) throws(Failure) {
        var record = try inbox.require(number)
        guard record.state == .scheduled, let due = record.due.flatMap({ Day($0) }) else { return }
        let submission = try submission(record)
        let role = Attributed(submission, roster: roster, proof: record.proof).role.rawValue
        guard role == record.role ?? role else {
            throw Failure("its author was approved as \(record.role ?? ""), and the roster has them as \(role) now")
        }
        let placement = try placement(submission, record, opens: due)
        if let error = try placement.findings(in: content).first(where: { $0.kind.severity == .error }) {
            throw Failure("with it the content would have an error: \(error.message)")
        }
        record.place = placement.place
        record.placed = placement.placed
        try decide(&record, .approve, state: .approved, facts: ["due": due.description], changes: placement.changes)
    }
}
