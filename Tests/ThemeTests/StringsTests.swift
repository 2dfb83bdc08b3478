import Foundation
import Model
import Testing

@testable import Theme

@Suite struct StringsTests {
    @Test func putsValuesIn() throws {
        let strings = try ThemeFolder.theme().strings(Language("en"))
        #expect(strings.text(.openUntil, ["date": "{date}"]) == "Open until {date}")
        #expect(strings.text(.pager, ["page": "2", "pages": "7"]) == "Page 2 of 7")
        #expect(strings.text(.pager, ["page": "2"]) == "Page 2 of {pages}")
        #expect(strings.text(.home) == "Home")
    }

    @Test func everyKeyOfSwiftIsThereInEveryLanguageWithItsValues() throws {
        for language in ThemeFolder.languages {
            let strings = try ThemeFolder.theme().strings(language)
            for key in StringFolder.all.flatMap(\.names) {
                let values = Dictionary(uniqueKeysWithValues: key.placeholders.map { ($0, "‹\($0)›") })
                let text = key.isPlural ? strings.plural(of: key, 25) : strings.text(of: key, values)
                #expect(text != key.rawValue && !text.contains("{"), "\(language) \(key)")
                for value in values.values where !key.isPlural { #expect(text.contains(value), "\(language) \(key)") }
            }
        }
    }

    @Test(arguments: ["{", "}", "{}", "a {b", "{a b}", "{{t.a}}", "{a1}"]) func refusesBracesThatHoldNoName(_ text: String) {
        #expect(Phrase(text) == nil)
    }

    @Test func theGateGetsItsWordsAsAScript() throws {
        for language in ThemeFolder.languages {
            let theme = try ThemeFolder.theme()
            let script = String(decoding: theme.gateScript(for: language), as: UTF8.self)
            #expect(script.hasPrefix("rostrumStrings={\"") && script.hasSuffix("\"};\n") && !script.contains("<"))
            let json = Data(script.dropFirst("rostrumStrings=".count).dropLast(2).utf8)
            let words = try #require(try JSONSerialization.jsonObject(with: json) as? [String: String])
            #expect(words["title"]?.isEmpty == false && words["noscript"] == nil)
            #expect(words.count == theme.strings(language).words(of: .gate).count && words.count > 20)
            let keys = script.matches(of: /[{,]"([a-zA-Z]+)":/).map { String($0.1) }
            #expect(keys == keys.sorted())
        }
    }

    @Test func theGatesScriptIsSafeInAnyScript() throws {
        let text = try ThemeFolder.text("strings/en.yaml").replacing(
            "  label: Passphrase", with: "  label: \"</script>\\u2028 \\\"x\\\" \\\\ é\"")
        let (theme, findings) = try ThemeFolder.load(languages: [Language("en")]) { copy in
            try Data(text.utf8).write(to: URL(fileURLWithPath: copy + "/themes/wipo/strings/en.yaml"))
        }
        #expect(findings.isEmpty)
        let script = String(decoding: try #require(theme).gateScript(for: Language("en")), as: UTF8.self)
        #expect(script.contains(#""label":"\u003c/script>\u2028 \"x\" \\ é""#))
    }
}
