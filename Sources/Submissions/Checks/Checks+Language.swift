import Model

/// Whether the text is in the language that it says, and that language in its place.
extension Checks {
    func checkLanguage(_ matter: CheckedMatter, _ text: CheckedText?, _ list: inout RemarkList) {
        let submission = matter.submission
        guard let language = submission.language, submission.isForReaders else { return }
        if !content.forum.languages.contains(language) {
            list.add(.unknownLanguage, ["language": language.code])
        } else if let room = room(of: submission), !room.languages.contains(language) {
            list.add(.languageOutsideRoom, ["language": language.code, "room": room.id])
        }
        guard let text, let found = TextLanguage.find(in: text.pieces), TextLanguage.known.contains(language.base) else { return }
        if found != language.base { list.add(.languageMismatch, ["claimed": language.code, "found": found]) }
    }

    /// The room of a contribution's discussion, or the one that a topic is meant for.
    private func room(of submission: Submission) -> Room? {
        let discussion = content.discussions.first { $0.id == submission.discussion }
        let id = submission.kind == .topic ? submission.room : discussion?.facts?.room
        return content.forum.rooms.first { $0.id == id }
    }
}

extension Language {
    /// Its code without script or region.
    fileprivate var base: String { String(code.prefix { $0 != "-" }) }
}
