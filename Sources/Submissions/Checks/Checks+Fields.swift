import Model

/// Which fields must be there.
extension Checks {
    /// What is missing, by the kind of submission (design.md, section 8).
    func checkFields(_ matter: CheckedMatter, _ list: inout RemarkList) {
        let submission = matter.submission
        guard !submission.hasNoFields else { return }
        // A field that is there and cannot be understood has a remark already.
        let refused = Set(list.values("field", of: .badField) + list.values("field", of: .missingField))
        for field in missing(in: submission, from: matter) where !refused.contains(field) && !refused.contains(field.parent) {
            list.add(.missingField, ["field": field])
        }
    }

    private func missing(in submission: Submission, from matter: CheckedMatter) -> [String] {
        var missing: [String] = []
        let need = { (field: String, isThere: Bool) in if !isThere { missing.append(field) } }
        switch submission.kind {
        case nil:
            need("kind", false)
            need("language", submission.language != nil)
        case .contribution:
            need("discussion", submission.discussion != nil)
            need("language", submission.language != nil)
            let isUnnamed = submission.author.name == nil && matter.letter.map { isStaffOrGuest($0) } ?? false
            let isOther = isUnnamed || Attributed(submission, roster: roster, proof: matter.proof).role != .participant
            need("author.member", submission.author.member != nil || submission.attribution == Submission.Attribution.none || isOther)
        case .topic:
            need("room", submission.room != nil)
            need("language", submission.language != nil)
            need("title", submission.title != nil)
            need("categories", !submission.categories.isEmpty)
        case .practice, .tool, .methodology, .experience:
            need("language", submission.language != nil)
            need("title", submission.title != nil)
            need("categories", !submission.categories.isEmpty)
        case .invitation:
            need("discussion", submission.discussion != nil)
            need("guest", submission.guest != nil)
        case .removal:
            need("target", submission.target != nil)
        }
        return missing
    }
}

extension String {
    /// The field that a field stands in: `author` for `author.member`.
    fileprivate var parent: String { String(prefix { $0 != "." }) }
}
