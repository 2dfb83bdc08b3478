import Foundation
import Model
import Testing

@testable import Theme

@Suite struct PageTests {
    private func html(_ view: some View, _ code: String = "en") throws -> String {
        String(decoding: try ThemeFolder.theme().renderer(for: Language(code)).render(view), as: UTF8.self)
    }

    @Test func everyViewGivesWhatItDeclares() {
        #expect(Set(Samples(text: "a").all.map { type(of: $0).template }) == Set(ViewCatalogue.views.map { $0.template }))
        for view in Samples(text: "a").all {
            #expect(matches(view.fields, type(of: view).schema), "\(type(of: view).template)")
        }
    }

    private func matches(_ fields: [Field], _ schema: Schema) -> Bool {
        fields.map { $0.name.description } == schema.names.map { $0.name.description }
            && zip(fields, schema.names).allSatisfy { field, declared in
                switch (field.value, declared.kind) {
                case (.text, .text), (.html, .html), (.flag, .flag), (.group(nil), .group): true
                case (.group(let inner?), .group(let schema)): matches(inner, schema)
                case (.list(let elements), .list(let schema)): elements.allSatisfy { matches($0, schema) }
                default: false
                }
            }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "\" onmouseover=\"alert(1)",
        "--><script>",
        "</title></template></noscript><b>", "&lt;script&gt;", "{{{html}}}{{t.home}}", "\u{1}0\u{2}\u{3}0\u{2}", "a\0b", "\u{202E}abc",
        "]]>",
    ]) func noTextBreaksOutOfItsPlace(_ text: String) throws {
        for code in ["en", "ar"] {
            for (hostile, harmless) in zip(Samples(text: text).all, Samples(text: "a").all) {
                let page = MarkupScanner(try html(hostile, code))
                #expect(page.faults.isEmpty, "\(type(of: hostile).template)")
                #expect(page.tags == MarkupScanner(try html(harmless, code)).tags, "\(type(of: hostile).template)")
            }
        }
    }

    @Test func everyShapeIsWellFormed() throws {
        for view in ViewCatalogue.views { try checkShapes(view) }
    }

    private func checkShapes<V: View>(_ type: V.Type) throws {
        var values = RandomValues(seed: 3, texts: ["a"])
        for _ in 0..<40 {
            let page = MarkupScanner(try html(AnyView<V>(fields: values.fields(V.schema))))
            #expect(page.faults.isEmpty, "\(V.template)")
        }
    }

    @Test func everyTextOfAViewIsShown() throws {
        var unseen: [String] = []
        for view in ViewCatalogue.views { unseen += try hidden(view) }
        // What this theme has no use for; another may.
        let unused = [
            "book-contents: groups.entries.foreign.language",
            "compendium-entry: links.foreign.dir", "compendium-entry: links.foreign.lang", "compendium-entry: links.foreign.language",
            "contribution-card: byline.foreign.language", "contribution: byline.foreign.language", "discussion-card: closes.machine",
            "discussion-card: closes.shown", "discussion: participants.foreign.language",
            "entry: links.foreign.dir", "entry: links.foreign.lang", "entry: links.foreign.language",
            "front: languages.action", "front: languages.sentence", "home: rooms.count", "home: rooms.moderators",
            "listing: foreign.language", "listing: room.link.foreign.dir", "listing: room.link.foreign.lang",
            "listing: room.link.foreign.language", "listing: room.link.title", "listing: room.link.url",
            "not-found: languages.byMail", "not-found: languages.name", "not-found: script", "preview: lost.languages.byMail",
            "preview: lost.languages.name",
            "search: categories.foreign.language", "search: languages.foreign.language", "search: members.foreign.language",
            "search: rooms.foreign.language",
        ]
        #expect(unseen.sorted() == unused)
        let contribution = try html(Samples(text: "zz").contribution)
        #expect(contribution.contains("<article class=\"contribution note\" id=\"zz\" data-waiting>"))
        #expect(contribution.contains("Moderator’s note"))
    }

    /// The texts of a view that its template shows in no shape.
    private func hidden<V: View>(_ type: V.Type) throws -> [String] {
        let paths = FullValues.paths(V.schema)
        let pages = try ([nil] + paths.optional).map { try html(AnyView<V>(fields: FullValues(without: $0).fields(V.schema))) }
        return paths.texts.filter { path in !pages.contains { $0.contains(FullValues.mark(path)) } }.map { "\(V.template): \($0)" }
    }

    @Test func headingsComeInOrder() throws {
        let samples = Samples(text: "a")
        let contribution = Card(Array(try html(samples.contribution).utf8))
        let card = Card(Array(try html(samples.discussionCard).utf8))
        let listing = ListingView(title: "a", foreign: nil, room: nil, groups: [(heading: nil, cards: [card])], pager: nil)
        let pages = [
            try html(samples.discussion(contributions: [contribution])), try html(samples.home), try html(samples.listing),
            try html(listing),
            try html(samples.entry), try html(RoomsView(title: "a", rooms: [])),
        ]
        for page in pages {
            let levels = MarkupScanner(page).tags.filter { !$0.isClosing && $0.name.count == 2 && $0.name.hasPrefix("h") }
                .compactMap { Int($0.name.dropFirst()) }
            #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
            for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
        }
    }

    /// A text's direction is that of its language, whatever character it begins with.
    @Test func ownTextsFollowThePageAndForeignOnesSayTheirLanguage() throws {
        let russian = Foreign(code: "ru", direction: "ltr", name: "الروسية")
        let marked = "lang=\"ru\" dir=\"ltr\""
        for foreign in [nil, russian] {
            let link = TitledLink(url: "u", title: "WIPO", foreign: foreign)
            let byline = Byline(name: "n", position: "p", institution: "i", member: nil, role: nil, foreign: foreign)
            let date = ShownDate(machine: "m", shown: "s")
            let pages = [
                try html(PageView(title: "t", body: Body(html: [], foreign: foreign), attachments: []), "ar"),
                try html(
                    EntryCard(link: link, kind: "k", date: date, categories: [], members: [], excerpt: "WIPO"), "ar"),
                try html(ContributionCard(url: "u", byline: byline, date: date, discussion: link, excerpt: "WIPO", foreign: foreign), "ar"),
                try html(ListingView(title: "WIPO", foreign: foreign, room: nil, groups: [], pager: nil), "ar"),
            ]
            for page in pages {
                #expect(!page.contains("dir=\"auto\"") && !page.contains("<bdi>WIPO"))
                #expect(page.contains(marked) == (foreign != nil))
            }
            #expect(pages[2].matches(of: /<bdi lang="ru" dir="ltr">[pi]<\/bdi>/).count == (foreign == nil ? 0 : 2))
            #expect(pages[2].contains("<bdi>n</bdi>"))
            #expect(pages[2].contains("<span>الروسية</span></p>") == (foreign != nil))
        }
        let translated = Byline(name: "n", position: "p", institution: nil, member: nil, role: nil, foreign: russian)
        let card = ContributionCard(
            url: "u", byline: translated, date: ShownDate(machine: "m", shown: "s"), discussion: TitledLink(url: "u", title: "t"),
            excerpt: "e", foreign: nil)
        #expect(try !html(card, "ar").contains("<span>الروسية</span>"))
    }

    @Test func spacesBehindColonsAreTheLanguages() throws {
        for (code, shown) in [("en", "In: <a"), ("fr", "Dans\u{A0}: <a"), ("zh", "讨论：<a")] {
            let page = try html(Samples(text: "a").all[7], code)
            #expect(page.contains(shown), "\(code)")
        }
        for code in ["en", "zh"] {
            let page = try html(Samples(text: "a").frame, code)
            #expect(page.contains(code == "en" ? "Contact: <a href=\"mailto" : "联系方式：<a href=\"mailto"))
        }
    }

    @Test func anIndexOfNothingSaysSo() throws {
        for page in [
            try html(RoomsView(title: "a", rooms: [])), try html(DirectoryView(title: "a", intro: nil, links: [])),
            try html(ListingView(title: "a", foreign: nil, room: nil, groups: [], pager: nil)),
        ] {
            #expect(page.contains("There is nothing here yet.") && !page.contains("<ul"))
        }
    }

    @Test func aLanguageThatLeadsToItsHomeSaysSo() throws {
        let page = try html(Samples(text: "a").frame)
        #expect(page.contains("</a><span class=\"visually-hidden\">This page is not available in this language"))
    }

    @Test func anAnnouncedDiscussionCarriesWhatIsSaidOnceItsDayHasCome() throws {
        let page = try html(Samples(text: "a").discussion())
        #expect(page.contains("data-announced=\"The opening note will be shown here shortly.\""))
    }

    @Test func landmarksHaveNamesAndTheMainTextCanBeReached() throws {
        for code in ["en", "ar", "zh"] {
            let page = try html(Samples(text: "a").frame, code)
            #expect(page.contains("<main id=\"main\" class=\"wrap\" tabindex=\"-1\">") && page.contains("href=\"#main\""))
            let navigations = page.matches(of: /<nav[^>]*aria-label="([^"]+)"/).map { String($0.1) }
            #expect(navigations.count == 4 && Set(navigations).count == 4)
            #expect(MarkupScanner(page).tags.count { $0.name == "nav" && !$0.isClosing } == 4)
            #expect(page.contains("<button type=\"button\" data-sign-out>"))
        }
    }

    @Test func theShellIsSmallAndCarriesThePolicy() throws {
        let theme = try ThemeFolder.theme()
        let sentences = ThemeFolder.languages.map {
            LanguageSentence(code: $0.code, direction: $0.isRightToLeft ? "rtl" : "ltr", text: theme.strings($0).text(.noscript))
        }
        let homes = ThemeFolder.languages.map {
            LanguageLink(
                url: "../../\($0)/", code: $0.code, direction: $0.isRightToLeft ? "rtl" : "ltr", name: LanguageNames.ownName(of: $0),
                current: $0.code == "ar", home: true)
        }
        let shell = ShellView(
            language: "ar", direction: "rtl", forum: "المنتدى المعني بالمساعدة التقنية", root: "../../", style: "site.0123456789ab.css",
            script: "gate.0123456789ab.js", strings: "gate.ar.0123456789ab.js", noscript: sentences,
            languages: homes, ownOrigin: false, sealed: Array("QUJD".utf8), part: nil)
        let page = try html(shell, "ar")
        #expect(page.utf8.count <= 2_200)
        let policy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types rostrum"
        for open in [page, try html(Samples(text: "a").all[15]), try html(Samples(text: "a").all[16])] {
            #expect(open.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"))
            #expect(
                open.contains("<meta name=\"robots\" content=\"noindex\">")
                    && open.contains("<meta name=\"referrer\" content=\"no-referrer\">"))
        }
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\" data-root=\"../../\">"))
        #expect(page.contains("<template id=\"sealed\">QUJD</template>") && page.contains("<main id=\"gate\"></main>"))
        let links = page.matches(of: /<a href="([^"]+)" lang="[a-z]+" dir="(?:ltr|rtl)"( aria-current="true")?>/)
        #expect(links.map { String($0.1) } == ThemeFolder.languages.map { "../../\($0)/" })
        #expect(links.filter { $0.2 != nil }.map { String($0.1) } == ["../../ar/"])
        let scripts = page.matches(of: /<script src="([^"]+)" defer><\/script>/).map { String($0.1) }
        #expect(scripts == ["../../keyring/head.js", "../../assets/gate.ar.0123456789ab.js", "../../assets/gate.0123456789ab.js"])
    }
}
