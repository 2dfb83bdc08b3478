import ContentStore
package import Diagnostics
package import Model

extension Moderation {
    /// A file for a translator to fill in, with the original quoted in it. Throws where there is nothing to translate.
    package static func template(
        for name: TextName, to language: Language, from: Language?, in content: ForumContent
    ) throws(Failure) -> [UInt8] {
        try TranslationTemplate(content.place(name, to: language, from: from), to: language, in: content).bytes
    }

    /// Throws where this moderator may not put a translation there, or there is no place for one.
    package func requireTranslation(of name: TextName, to language: Language, from: Language?) throws(Failure) {
        try moderator.require(content.place(name, to: language, from: from).versions.room, in: content.forum)
    }

    /// Works out a translation, new or in place of an earlier one; an original is never replaced.
    package func translation(_ new: NewTranslation) throws(Failure) -> Amendment {
        let claim = new.manuscript.translation
        if let from = new.from, let of = claim?.of, from != of {
            throw Failure(
                "the file says that it was translated from \"\(of)\", and --from says \"\(from)\"", remedy: "Leave one of them out.")
        }
        let place = try content.place(new.text, to: new.to, from: new.from ?? claim?.of)
        try moderator.require(place.versions.room, in: content.forum)
        try require(claim, for: place.versions.name, into: new.to)
        var manuscript = new.manuscript
        let hasTextBelow = TranslationTemplate.hasTextBelow(manuscript.body)
        manuscript.body = TranslationTemplate.withoutOriginal(manuscript.body)
        guard !manuscript.isEmpty || !hasTextBelow else {
            throw Failure(
                "the translation stands below the line \(TranslationTemplate.mark), where the original does",
                remedy: "Put it above that line: what stands below is taken off.")
        }
        guard !manuscript.isEmpty else { throw Failure("the translation is empty", remedy: "Write the translated text.") }
        try requireHead(&manuscript, place)
        let isEarlier = !new.current && claim?.source != nil && claim?.source != place.original.hash
        var head = TranslationHead(
            of: place.original.language, source: new.current ? place.original.hash : claim?.source ?? place.original.hash,
            by: new.by ?? claim?.by, machine: new.machine || claim?.machine == true)
        if let by = head.by { head.by = try line(by, "the translator's name", "--by") }
        let name = place.versions.name
        let path = name.path(new.to)
        let before = try place.present.map { (text) throws(Failure) in try bytes(text.path) }
        let written: [UInt8]
        if let before { written = try head.written(over: before, path, manuscript) } else { written = head.written(manuscript) }
        let change = Change.put(path: path, bytes: written, before: before.map { Change.hash($0) })
        var facts = ["language": new.to.code, "from": head.of.code]
        if head.machine { facts["machine"] = "true" }
        return try amendment(
            .translate, name.words, in: name.kind, name.id, room: place.versions.room, written == before ? [] : [change], facts: facts,
            remarks: remarks(place, manuscript, isEarlier: isEarlier, hasTextBelow: hasTextBelow), apartFrom: new.to,
            before: before.map { [path: $0] } ?? [:])
    }

    /// A file that was made for another text or language is in the wrong place.
    private func require(_ claim: Manuscript.Claim?, for name: TextName, into language: Language) throws(Failure) {
        let text = claim?.text ?? name.words
        let into = claim?.into ?? language
        guard text != name.words || into != language else { return }
        throw Failure(
            "the file is a translation of \(text) into \"\(into)\", and not of \(name.words) into \"\(language)\"",
            remedy: "Add it with `rostrum translate add \(text) --to \(into)`, or take translates: and into: out of it.")
    }

    /// An opening note, an entry or a page has a title, and as many questions as its original; nothing else has.
    private func requireHead(_ manuscript: inout Manuscript, _ place: TranslationPlace) throws(Failure) {
        let name = place.versions.name
        guard name.part == .index else {
            guard manuscript.title == nil, (manuscript.questions ?? []).isEmpty else {
                throw Failure("\(name.words) has no title and no questions", remedy: "Leave them out of the translation.")
            }
            return
        }
        manuscript.title = try line(
            manuscript.title ?? "", "the translated title of “\(place.original.title)”", "--title, or behind title: in the file")
        var questions: [String] = []
        for question in manuscript.questions ?? [] { questions.append(try line(question, "a question", "--question")) }
        let wanted = place.original.questions.count
        guard questions.count == wanted else {
            let asked = wanted == 1 ? "1 question" : "\(wanted) questions"
            throw Failure(
                "the original asks \(asked), and the translation \(questions.count)",
                remedy: wanted == 0
                    ? "Leave the questions out." : "Translate each, in their order: with --question, or below questions: in the file.")
        }
        manuscript.questions = questions
    }

    private func remarks(_ place: TranslationPlace, _ manuscript: Manuscript, isEarlier: Bool, hasTextBelow: Bool) throws(Failure)
        -> [String]
    {
        var remarks: [String] = []
        if isEarlier {
            remarks.append(
                "The original has changed since this translation was begun, and it is marked as outdated. If it is of the original as it is "
                    + "now, add --current.")
        }
        if hasTextBelow {
            remarks.append(
                "Below the line \(TranslationTemplate.mark) stands text that is not the original: it was taken off. A translation stands "
                    + "above that line.")
        }
        var ignored: [Finding] = []
        let original = Manuscript.read(name: place.original.path, bytes: try bytes(place.original.path), findings: &ignored)
        if original?.body == manuscript.body { remarks.append("The text is the same as the original: is this the right file?") }
        return remarks
    }
}
