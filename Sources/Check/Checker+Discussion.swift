import Diagnostics
import Documents
import Model

/// Discussions.
extension Checker {
    mutating func check(_ discussion: Discussion) {
        let folder = "content/discussions/\(discussion.id)"
        guard let facts = discussion.facts else {
            if let withdrawal = discussion.withdrawal { checkWithdrawal(withdrawal, folder + "/withdrawn.yaml") }
            return
        }
        check(facts, of: discussion, folder + "/discussion.yaml")
        for texts in [discussion.opening, discussion.summaries, discussion.outcomes] { checkLanguages(of: texts) }
        checkQuestions(discussion)
        let thread = Thread(discussion, opens: calendar.day(of: calendar.opening(facts.opens)))
        for contribution in discussion.contributions {
            switch contribution.content {
            case .posted(let posted): check(posted, contribution.number, thread)
            case .withdrawn(let withdrawal): checkWithdrawal(withdrawal, "\(folder)/\(contribution.number).withdrawn.yaml")
            }
        }
    }

    private mutating func check(_ facts: Discussion.Facts, of discussion: Discussion, _ path: String) {
        checkCategories(facts.categories, path)
        if let room = rooms[facts.room] {
            for (index, id) in facts.categories.enumerated() where categories.contains(id) && room.categories?.contains(id) == false {
                report.add(
                    .categoryOutsideRoom, path, .value(["categories", .element(index)]),
                    "\"\(id)\" is no category of the room \"\(room.id)\"",
                    hint: report.isFull(path) ? nil : Suggestion.hint(for: id, among: room.categories ?? []))
            }
            checkTranslated(discussion, room)
        } else {
            let hint = Suggestion.hint(for: facts.room, among: rooms.keys)
            report.add(.unknownRoom, path, .value(["room"]), "there is no room \"\(facts.room)\"", hint: hint)
        }
        if let closes = facts.closes, calendar.closing(closes) <= calendar.opening(facts.opens) {
            report.add(.closesBeforeOpens, path, .value(["closes"]), "this discussion closes before it opens", hint: "see opens")
        }
        if let member = facts.proposedBy { checkMember(member, path, .value(["proposed-by"])) }
        for (index, id) in facts.parallel.enumerated() { checkParallel(id, index, of: discussion, path) }
    }

    private mutating func checkParallel(_ id: String, _ index: Int, of discussion: Discussion, _ path: String) {
        let place = Report.Place.value(["parallel", .element(index)])
        if id == discussion.id {
            report.add(.unknownDiscussion, path, place, "a discussion is not parallel to itself", hint: "name one of another room")
        } else if !identifiers.contains(id), !faulty.contains("content/discussions/\(id)") {
            let nearest = report.isFull(path) ? nil : Suggestion.nearest(to: id, among: identifiers.sorted())
            let hint = nearest.map { "did you mean \"\($0)\"?" }
            report.add(.unknownDiscussion, path, place, "there is no discussion \"\(id)\"", hint: hint)
        }
    }

    private mutating func checkTranslated(_ discussion: Discussion, _ room: Room) {
        guard !discussion.opening.isEmpty else { return }
        for language in room.languages where discussion.opening[language] == nil && languages.contains(language) {
            let path = "content/discussions/\(discussion.id)/index.\(language).md"
            guard !faulty.contains(path) else { continue }
            report.add(
                .untranslated, path, .file, "there is no opening note in \"\(language)\", a language of the room \"\(room.id)\"",
                hint: "add this file")
        }
    }

    /// Every language asks the same questions.
    private mutating func checkQuestions(_ discussion: Discussion) {
        let count = discussion.opening.values.first?.questions.count
        guard discussion.opening.values.contains(where: { $0.questions.count != count }) else { return }
        let texts = discussion.opening.values.sorted { $0.language < $1.language }
        guard let first = texts.first(where: { $0.translation == nil }) ?? texts.first else { return }
        for text in texts where text.questions.count != first.questions.count {
            let name = first.path.split(separator: "/").last ?? ""
            report.add(
                .questionsDiffer, text.path, .key(["questions"]), "the number of questions differs between languages",
                hint: "\(text.questions.count) here, \(first.questions.count) in \(name)")
        }
    }

    /// What a contribution is measured by.
    struct Thread {
        let folder: String
        let numbers: Set<String>
        let opens: Day
        /// The number of guiding questions.
        let questions: Int

        init(_ discussion: Discussion, opens: Day) {
            folder = "content/discussions/\(discussion.id)"
            numbers = Set(discussion.contributions.lazy.map { $0.number })
            questions = discussion.opening.values.reduce(0) { max($0, $1.questions.count) }
            self.opens = opens
        }
    }
}
