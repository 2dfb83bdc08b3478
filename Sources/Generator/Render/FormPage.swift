import Access
import Model
import Theme

extension Writing {
    /// The form for everything that can be sent to the forum; a guest's for contributions to their discussion alone.
    func form() -> Sheet {
        let keys = site.sending
        let facts = FormFacts(
            site: keys?.site ?? "", salt: keys?.salt ?? "", rounds: keys?.rounds ?? 0, key: keys?.key?.point, keyId: keys?.key?.id,
            language: language.code, forum: title(site.forum.title), base: site.forum.baseURL,
            address: site.forum.submissionsAddress ?? site.forum.contact, terms: terms(),
            attachments: .init(types: site.forum.attachments.types, largest: site.forum.attachments.largest),
            discussions: openDiscussions(), rooms: formRooms(), categories: formCategories(), members: formMembers(),
            languages: site.forum.languages.map { .init(code: $0.code, name: site.ownNames[$0] ?? $0.code) },
            kinds: guestsDiscussion == nil ? Self.kinds : [Self.kinds[0]],
            offline: site.formAssets.file(language).map { .init(url: root + "assets/" + $0.name, sha256: $0.sha256) },
            plain: site.forum.gate == .server)
        let view = FormView(
            title: strings.text(.form), facts: facts.json, words: site.theme.formWords(for: language),
            script: "assets/" + site.formAssets.script, style: "assets/" + site.formAssets.style)
        return Sheet(title: strings.text(.form), main: render(view), crumbs: [])
    }

    /// As submissions name them (design of `kind`), the usual one first.
    private static let kinds = ["contribution", "topic", "practice", "tool", "methodology", "experience", "invitation", "removal"]
}

extension Writing {
    /// The form for contributions to a discussion; nil where it takes none, and in books.
    func formAddress(_ topic: Catalog.Topic) -> String? {
        guard topic.status == .open, book == nil else { return nil }
        return url(guestsDiscussion.map { .guestForm(of: $0) } ?? .form) + "#discussion=" + topic.discussion.id
    }

    private func terms() -> FormFacts.Terms {
        let page = "terms-of-use"
        let subject = guestsDiscussion.map { Subject.guestPage(page, of: $0) } ?? .page(page)
        let languages = site.plan.languages(of: subject)
        let shown = languages.isEmpty ? nil : site.language(for: language, among: languages)
        return FormFacts.Terms(version: site.forum.termsVersion, url: shown.map { url(subject, in: $0) })
    }

    private func openDiscussions() -> [FormFacts.Discussion] {
        let topics = site.catalog.topics.filter { topic in
            topic.status == .open && (guestsDiscussion.map { $0 == topic.discussion.id } ?? true)
        }
        return topics.prefix(FormFacts.discussionLimit).map { topic in
            let shown = site.language(for: language, among: topic.languages)
            let opening = topic.discussion.opening[shown]
            return FormFacts.Discussion(
                id: topic.discussion.id, title: opening?.title ?? "", lang: shown.code, dir: Self.direction(shown), room: topic.facts.room,
                languages: site.room(topic.facts.room)?.languages.map(\.code) ?? [], questions: opening?.questions ?? [],
                guests: topic.facts.guests,
                until: topic.schedule.span(at: site.catalog.now)?.until?.seconds)
        }
    }

    private func formRooms() -> [FormFacts.Room] {
        let own = guestsDiscussion.flatMap { site.catalog.topicsByID[$0] }.map { site.catalog.topics[$0].facts.room }
        return site.forum.rooms.filter { own == nil || own == $0.id }.map {
            FormFacts.Room(id: $0.id, title: title($0.title), languages: $0.languages.map(\.code))
        }
    }

    /// Guests neither propose topics nor write for the library.
    private func formCategories() -> [FormFacts.Titled] {
        guestsDiscussion != nil ? [] : site.forum.categories.map { FormFacts.Titled(id: $0.id, title: title($0.title)) }
    }

    /// All who take part, by their names in the page's language and in the order of its letters; guests write for none of them.
    private func formMembers() -> [FormFacts.Named] {
        guard guestsDiscussion == nil else { return [] }
        let codes =
            switch site.forum.members {
            case .all: site.theme.states.codes
            case .some(let members): members.map(\.code)
            }
        return words.sorted(codes.map { FormFacts.Named(code: $0, name: memberName($0).0) }, by: \.name)
    }
}
