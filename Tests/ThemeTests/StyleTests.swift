import Foundation
import Testing

@testable import Theme

@Suite struct StyleTests {
    private func style() throws -> String { try ThemeFolder.text("styles/site.css") }

    @Test func weighsLittleAndAsksNobody() throws {
        let style = try style()
        #expect(StyleText.light(Array(style.utf8)).count <= 20 * 1_024)
        for word in ["url(", "@import", "@font-face", "box-shadow", "text-shadow", "gradient("] {
            #expect(!style.contains(word), "\(word)")
        }
        #expect(style.count { $0 == "{" } == style.count { $0 == "}" })
    }

    @Test(arguments: [
        ("a { b: c; }\n\n  /* d */\n\n@e (f: g) {\n    h  i,\n  j { k: l }  /* m\n n */\n}\n", "a{b: c}@e (f: g){h i,j{k: l}}"),
        ("a/*f*/b{}/***/c/*d*/ e/* */\n", "a/**/b{}c e"),
        (#"a::before { content: " ; /* b */  \" c" '\'/*'; }"#, #"a::before{content: " ; /* b */  \" c" '\'/*'}"#),
        ("a { b: url( c/*d*/ ; ) /* e */ url('f /* g */'); }", "a{b: url( c/*d*/ ; ) url('f /* g */')}"),
        (#".\/\*a   > \"b /* c */ {}"#, #".\/\*a > \"b{}"#), (#".\; .\{ a , b\ {}"#, #".\; .\{ a,b\ {}"#), ("\t\r\n  ", ""),
        ("a /* b", "a"),
        (#"a "b\"#, #"a "b\"#), ("a url(b", "a url(b"), ("é\t“”\r\n", "é “”"), ("a :b, c\n:d { e: f; ; }", "a :b,c\n:d{e: f;}"),
        (#".\31  p  q, .\00a9 {}"#, #".\31  p q,.\00a9 {}"#), (#"a url(  "x)y/*z*/"  )  b"#, #"a url( "x)y/*z*/" ) b"#),
        ("a URL(data:x,/*y*/ ;z)", "a URL(data:x,/*y*/ ;z)"),
    ])
    func isSentWithoutWhatMeansNothing(_ written: String, _ sent: String) {
        #expect(String(decoding: StyleText.light(Array(written.utf8)), as: UTF8.self) == sent)
    }

    @Test func theStyleForReadingWeighsLittleToo() throws {
        let style = try ThemeFolder.text("styles/reading.css")
        #expect(style.utf8.count <= 6 * 1_024)
        for word in ["url(", "@import", "@font-face", "box-shadow", "text-shadow", "gradient("] {
            #expect(!style.contains(word), "\(word)")
        }
        #expect(style.count { $0 == "{" } == style.count { $0 == "}" })
    }

    @Test func directionsAreLogical() throws {
        let sides = "left|right|top|bottom"
        let sizes = "(?:(?:min|max)-)?(?:width|height)"
        let physical = try Regex("[;{\\s](?:(?:margin|padding|border)-(?:\(sides))|\(sides)|\(sizes)|float)\\s*:")
        let rules = try (style() + ThemeFolder.text("styles/reading.css")).replacing(/\((?:min|max)-width: [^)]*\)/, with: "")
        #expect(rules.matches(of: physical).isEmpty)
        #expect(!"a{ margin-left: 0 }".matches(of: physical).isEmpty)
        #expect(rules.matches(of: /text-align: (?:left|right)/).isEmpty)
    }

    @Test func everyClassOfTheTemplatesIsStyledOrKnownToBeBare() throws {
        let pages = try style() + ThemeFolder.text("styles/reading.css")
        // What has a style of its own beside that of all pages, or in its place.
        let own = [
            "letter": try ThemeFolder.text("styles/letter.css"), "report": try ThemeFolder.text("styles/report.css"),
            "form": pages + (try ThemeFolder.text("styles/form.css")), "search": pages + (try ThemeFolder.text("styles/search.css")),
        ]
        let bare: Set<String> = ["member", "side", "form-choices"]
        for file in try ThemeFolder.files().files where file.name.hasSuffix(".mustache") {
            let name = file.name.dropFirst("templates/".count).dropLast(".mustache".count)
            let styles = own[String(name)] ?? pages
            let text = String(decoding: file.bytes, as: UTF8.self).replacing(/{{[^}]*}}/, with: "")
            for match in text.matches(of: /class="([^"]*)"/) {
                for name in match.1.split(separator: " ") where !bare.contains(String(name)) {
                    #expect(styles.contains("." + name), "\(file.name) \(name)")
                }
            }
        }
    }

    /// Contrast as WCAG 2 defines it: 4.5 for text, 3 for the edges of fields.
    @Test func coloursHaveContrast() throws {
        let schemes = try style().matches(of: /:root \{([^}]*)\}/).prefix(2).map { String($0.1) }
        #expect(schemes.count == 2)
        for scheme in schemes {
            var colours: [String: Double] = [:]
            for match in scheme.matches(of: /--([a-z-]+): #([0-9a-f]+)/) { colours[String(match.1)] = try luminance(String(match.2)) }
            for name in ["text", "quiet", "link", "hover", "visited", "open", "warn", "alert"] {
                for ground in ["ground", "soft"] { #expect(try contrast(colours[name], colours[ground]) >= 4.5, "\(name) on \(ground)") }
            }
            for ground in ["link", "hover"] { #expect(try contrast(colours["on-link"], colours[ground]) >= 4.5) }
            #expect(try contrast(colours["edge"], colours["ground"]) >= 3)
        }
    }

    private func contrast(_ a: Double?, _ b: Double?) throws -> Double {
        let (a, b) = (try #require(a), try #require(b))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private func luminance(_ hex: String) throws -> Double {
        let full = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : hex
        let value = try #require(Int(full, radix: 16))
        let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
