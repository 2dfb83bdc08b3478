import Diagnostics
import Foundation
import Model
import Mustache
import Testing

@testable import Theme

@Suite struct TemplateRendererTests {
    /// What the library makes of the theme's files by itself, without shapes, skeletons and our escaping.
    struct Reference {
        let library: MustacheLibrary

        init(_ theme: Theme, _ language: Language) throws {
            var library = MustacheLibrary()
            for file in try ThemeFolder.files().files where file.name.hasSuffix(".mustache") {
                let name = file.name.replacing("templates/", with: "").replacing("partials/", with: "").dropLast(9)
                let isPartial = file.name.contains("partials/")
                var text = String(decoding: file.bytes, as: UTF8.self)
                for match in text.matches(of: /{{t\.([A-Za-z.]+)}}/).reversed() {
                    var escaped: [UInt8] = []
                    Escaping.append(theme.strings(language).text(String(match.1)), to: &escaped)
                    text.replaceSubrange(match.range, with: String(decoding: escaped, as: UTF8.self))
                }
                text = text.replacing("{{> ", with: "{{> partial-")
                try library.register(text, named: isPartial ? "partial-\(name)" : String(name))
            }
            self.library = library
        }

        func render<V: View>(_ view: V) -> String? {
            library.render(Self.data(view.fields), withTemplate: V.template)
        }

        private static func data(_ fields: [Field]) -> [String: Any] {
            var data: [String: Any] = [:]
            for field in fields {
                switch field.value {
                case .text(let text): data["\(field.name)"] = text
                case .html(let html): data["\(field.name)"] = String(decoding: html, as: UTF8.self)
                case .flag(let on): data["\(field.name)"] = on
                case .group(let group): data["\(field.name)"] = group.map { Self.data($0) as Any } ?? false
                case .list(let list):
                    data["\(field.name)"] = list.map { Self.data($0) }
                    data["any-\(field.name)"] = !list.isEmpty
                }
            }
            return data
        }
    }

    /// Blanks between elements differ: the library indents partials and keeps the line break at their end.
    static func withoutBlanks(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    @Test func everyShapeIsWhatTheLibraryMakesOfIt() throws {
        let theme = try ThemeFolder.theme()
        for code in ["en", "ar"] {
            let reference = try Reference(theme, Language(code))
            let renderer = theme.renderer(for: Language(code))
            for view in ViewCatalogue.views {
                try compare(view, reference, renderer, rounds: 25)
            }
        }
    }

    private func compare<V: View>(_ type: V.Type, _ reference: Reference, _ renderer: TemplateRenderer, rounds: Int) throws {
        var values = RandomValues(seed: 11, texts: ["a", "", "<b> & \"c\" 'd'", "ن {{title}}", "\u{1}2\u{2}"])
        for _ in 0..<rounds {
            let view = AnyView<V>(fields: values.fields(V.schema))
            let expected = try #require(reference.render(view))
            for _ in 0..<2 {  // compiled, then from the cache
                let got = String(decoding: renderer.render(view), as: UTF8.self)
                #expect(Self.withoutBlanks(got) == Self.withoutBlanks(expected), "\(V.template)")
            }
        }
    }

    @Test func theSameShapeTakesOtherTexts() throws {
        let renderer = try ThemeFolder.theme().renderer(for: Language("en"))
        let first = String(decoding: renderer.render(RoomsView(title: "First", rooms: [])), as: UTF8.self)
        let second = String(decoding: renderer.render(RoomsView(title: "Second", rooms: [])), as: UTF8.self)
        #expect(first.replacing("First", with: "Second") == second)
        #expect(first.contains("<h1>First</h1>"))
    }

    @Test func aFullCacheForgetsAndStaysRight() throws {
        let theme = try ThemeFolder.theme()
        var findings: [Finding] = []
        let files = try ThemeFolder.files()
        var partials: [String: TemplateFile] = [:]
        for (name, source) in files.texts(in: "templates/partials", ending: ".mustache", findings: &findings) {
            partials[name] = TemplateFile(name: name, source: source)
        }
        let source = try #require(files.text("templates/directory.mustache", findings: &findings))
        let skeletons = ["directory": try Skeleton(TemplateFile(name: "directory", source: source), partials: partials)]
        let small = TemplateRenderer(skeletons: skeletons, strings: theme.strings(Language("en")), limit: 3)
        let large = theme.renderer(for: Language("en"))
        for round in 0..<30 {
            let link = CountedLink(link: TitledLink(url: "u\(round)", title: "t", current: round.isMultiple(of: 3)), count: "\(round)")
            let view = DirectoryView(title: "T", intro: nil, links: Array(repeating: link, count: round % 7))
            #expect(small.render(view) == large.render(view))
        }
    }

    @Test func threadsMakeTheSamePages() async throws {
        let theme = try ThemeFolder.theme()
        let render = { @Sendable () -> [UInt8] in
            let renderer = theme.renderer(for: Language("ru"))
            let words = theme.words(Language("ru"))
            var out: [UInt8] = []
            for round in 1...40 {
                let date = words.dates.month(round % 12 + 1, year: 2000 + round)
                let states = words.list(
                    words.sorted(theme.states.codes.prefix(round).map { theme.states.name(of: $0, in: words.language) }) { $0 })
                renderer.render(RoomsView(title: date + states + words.numbers.text(round * 977), rooms: []), into: &out)
            }
            return out
        }
        let expected = render()
        let pages = await withTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { render() } }
            return await group.reduce(into: [[UInt8]]()) { $0.append($1) }
        }
        #expect(pages.count == 8 && pages.allSatisfy { $0 == expected })
    }
}
