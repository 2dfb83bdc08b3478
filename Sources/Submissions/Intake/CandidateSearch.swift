import Quarantine

/// The submissions in something that was opened, and the mails in it that are none.
struct CandidateSearch {
    private var candidates: [Candidate] = []
    /// What is told of a mail that became no submission: it stands in the thing as it came.
    private var left: [String] = []

    /// None where it holds no text of anybody's, or is no letter to the forum. What is told of mails that are left out is told of the first.
    ///
    /// - Parameter seals: of the bundles in it, by their numbers from 1.
    static func candidates(in opened: Opened, seals: [Seal]) -> [Candidate] {
        var found =
            switch opened.form {
            case .letter(let letter): letters(opened, letter)
            case .archive, .file, .bundle: packed(opened)
            }
        guard !found.candidates.isEmpty else { return [] }
        found.candidates[0].leftBeside += found.left
        return found.candidates.map { candidate in
            var candidate = candidate
            candidate.seal = candidate.bundle.flatMap { seals.indices.contains($0 - 1) ? seals[$0 - 1] : nil }
            return candidate
        }
    }

    private static func packed(_ opened: Opened) -> CandidateSearch {
        let own = Candidate.gathered(opened, letter: nil)
        var found = mails(in: opened)
        if own.isEmpty { found.take(opened.files, opened.refusalsWithArchives) } else { found.candidates = own + found.candidates }
        return found
    }

    /// Files that lie beside mails came with the first; not with what came sealed, whose proof would be taken for theirs.
    private mutating func take(_ files: [OpenedFile], _ leftOut: [Opened.Refusal]) {
        guard let first = candidates.indices.first else { return }
        candidates[first].leftOut += leftOut
        guard let open = candidates.firstIndex(where: { $0.bundle == nil }) else {
            for file in files { leave(file.name) }
            return
        }
        candidates[open].files += files
    }

    /// A text that is no submission, beside some that are: what the mail itself says is said around them, another is a file.
    private mutating func take(_ other: Candidate) {
        take(other.files + [other.asFile].compactMap { $0 }, other.leftOut)
        for text in [other.covering, other.name == nil ? other.text : nil].compactMap({ $0 }) where !Candidate.isBlank(text) {
            for index in candidates.indices where candidates[index].covering != text { candidates[index].cover(with: text) }
        }
    }

    /// A mail holds what its attachments hold: texts with fields, archives, forwarded mails; where none of them is a submission, its own
    /// text is one, for a moderator to complete.
    private static func letters(_ opened: Opened, _ letter: Letter) -> CandidateSearch {
        let nothing = CandidateSearch(left: opened.isBare ? [] : [letter.title])
        if !letter.nature.isDisjoint(with: [.deliveryReport, .automatic]) { return nothing }
        var found = mails(in: opened)
        let own = Candidate.gathered(opened, letter: letter)
        let written = own.filter(\.isWritten)
        if !written.isEmpty {
            // What is attached beside a submission, and is none by its fields, was as a rule quoted.
            for other in found.candidates where !other.isWritten { found.leave(other.letter?.title) }
            found.candidates = written + found.candidates.filter(\.isWritten)
            for one in own where !one.isWritten { found.take(one) }
            return found
        }
        if !found.candidates.isEmpty {
            if own.isEmpty {
                found.take(opened.files, opened.refusalsWithArchives)
            } else {
                for one in own { found.take(one) }
            }
            return found
        }
        if letter.nature.contains(.calendar) || own.isEmpty { return CandidateSearch(left: nothing.left + found.left) }
        found.candidates = own
        return found
    }

    /// What the mails in something hold, those in its archives too.
    private static func mails(in opened: Opened) -> CandidateSearch {
        opened.inner.reduce(into: CandidateSearch()) { found, inner in
            let more =
                switch inner.form {
                case .letter(let letter): letters(inner, letter)
                case .archive: mails(in: inner)
                case .file, .bundle: CandidateSearch()
                }
            found.candidates += more.candidates
            for title in more.left { found.leave(title) }
        }
    }

    private mutating func leave(_ title: String?) {
        if let title, !left.contains(title), left.count < 100 { left.append(title) }
    }
}

extension Opened {
    /// Whether there is nothing in it that could be missed.
    fileprivate var isBare: Bool { texts.isEmpty && files.isEmpty && refusals.isEmpty && inner.isEmpty }
}

extension Letter {
    /// What it is called where only its name is told.
    var title: String {
        let said = [subject, from.first?.address ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        return said.isEmpty ? "mail" : said.beginning(200)
    }
}

extension Opened {
    /// What was left out of it, and of the archives in it.
    fileprivate var refusalsWithArchives: [Refusal] {
        refusals
            + inner.flatMap { inner -> [Refusal] in
                if case .archive = inner.form { inner.refusalsWithArchives } else { [] }
            }
    }
}
