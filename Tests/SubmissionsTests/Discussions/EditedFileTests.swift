import Diagnostics
import Testing

@testable import Submissions

/// Keys are changed in place: everything else in the file stays as it is.
@Suite("Keys of a file are changed") struct EditedFileTests {
    private func edited(
        _ text: String, name: String = "x.yaml", _ changes: (inout EditedFile) throws(Failure) -> Void
    ) throws -> String {
        var file = try EditedFile(path: name, bytes: Array(text.utf8))
        try changes(&file)
        return String(decoding: file.bytes, as: UTF8.self)
    }

    /// A text, a key, its new value, and what the text is to be then.
    struct Example: CustomTestStringConvertible {
        let text: String
        let key: String
        let value: EditedFile.Value?
        let expected: String
        var testDescription: String { text + key }

        init(_ text: String, _ key: String, _ value: EditedFile.Value?, _ expected: String) {
            (self.text, self.key, self.value, self.expected) = (text, key, value, expected)
        }
    }

    private static let examples = [
        Example("a: 1  # why\nb: 2\n", "a", .plain("3"), "a: 3  # why\nb: 2\n"),
        Example("# top\na: 1\n\n# end\n", "a", .plain("3"), "# top\na: 3\n\n# end\n"),
        Example("a: \"x: y\" # c\n", "a", .text("z: \"é\""), "a: \"z: \\\"é\\\"\" # c\n"),
        Example("a: 'x'\n", "a", .text("plain"), "a: plain\n"),
        Example("é: ß\na: ü\nb: 1\n", "a", .text("ö"), "é: ß\na: ö\nb: 1\n"),
        Example("a:\nb: 2\n", "a", .plain("1"), "a: 1\nb: 2\n"),
        Example("a: >-\n  long\n  text\nb: 2\n", "a", .text("short"), "a: short\nb: 2\n"),
        Example("a: long\n  text\nb: 2\n", "a", .text("short"), "a: short\nb: 2\n"),
        Example("a: [x, y] # c\nb: 2\n", "a", .list(["z"]), "a: [z] # c\nb: 2\n"),
        Example("a: [x,\n  y]\nb: 2\n", "a", .lines(["z", "w: v"]), "a: [z, \"w: v\"]\nb: 2\n"),
        Example("a:\n  - x # one\n  - y # two\nb: 2\n", "a", .lines(["x", "z"]), "a:\n  - x # one\n  - z # two\nb: 2\n"),
        Example("a: # all\n- x\n- y\n# below\nb: 2\n", "a", .list(["z", "w", "v"]), "a: # all\n- z\n- w\n- v\n# below\nb: 2\n"),
        Example("a:\n    - x\n    - z\n", "a", .lines(["x", "z", "w"]), "a:\n    - x\n    - z\n    - w\n"),
        Example("a: one\n", "a", .lines(["x"]), "a:\n  - x\n"),
        Example("a:\n  k: v\nb: 2\n", "a", .text("x"), "a: x\nb: 2\n"),
        Example("a: 1\nb: 2\nc: 3\n", "b", nil, "a: 1\nc: 3\n"),
        Example("a: 1\nb:\n  - x\n  - y\n# c\nc: 3\n", "b", nil, "a: 1\n# c\nc: 3\n"),
        Example("a: 1\n", "z", nil, "a: 1\n"),
        Example("{a: 1, b: 2}\n", "a", .plain("3"), "{a: 3, b: 2}\n"),
        Example("{a: 1, b: 2}\n", "a", nil, "{b: 2}\n"),
        Example("{a: 1, b: 2}\n", "b", nil, "{a: 1}\n"),
        Example("a: 1\r\nb: 2\r\n", "a", .plain("3"), "a: 3\r\nb: 2\r\n"),
        Example("\u{FEFF}a: 1\n", "a", .plain("3"), "\u{FEFF}a: 3\n"),
        Example("---\na: 1\n", "a", .plain("3"), "---\na: 3\n"),
    ]

    @Test(arguments: examples) func changed(_ example: Example) throws {
        let result = try edited(example.text) { (file) throws(Failure) in try file.set(example.key, example.value) }
        #expect(result == example.expected)
    }

    @Test func newKeysStandBelowThoseThatTheyBelongTo() throws {
        let text = "a: 1  # c\nb:\n  - x\n# end\n"
        #expect(
            try edited(text) { (file) throws(Failure) in try file.set("n", .plain("1"), below: ["z", "a"]) }
                == "a: 1  # c\nn: 1\nb:\n  - x\n# end\n")
        #expect(
            try edited(text) { (file) throws(Failure) in try file.set("n", .lines(["z"])) }
                == "a: 1  # c\nb:\n  - x\nn:\n  - z\n# end\n")
        #expect(try edited("a: 1") { (file) throws(Failure) in try file.set("n", .plain("2")) } == "a: 1\nn: 2\n")
        #expect(try edited("") { (file) throws(Failure) in try file.set("n", .plain("2")) } == "n: 2\n")
        #expect(
            try edited("{a: 1, b: 2}\n") { (file) throws(Failure) in try file.set("n", .lines(["x"]), below: ["a"]) }
                == "{a: 1, n: [x], b: 2}\n")
    }

    @Test func frontMatterAndBody() throws {
        let text = "---\ntitle: A # c\n---\nOld.\n"
        let result = try edited(text, name: "x.md") { (file) throws(Failure) in
            try file.set("title", .text("B"))
            try file.setBody(Array("---\nNew.\n".utf8))
        }
        #expect(result == "---\ntitle: B # c\n---\n---\nNew.\n")
        #expect(
            try edited("Body.\n", name: "x.md") { (file) throws(Failure) in try file.set("source", .plain("x")) }
                == "---\nsource: x\n---\nBody.\n")
        #expect(
            try edited("---\n---\nBody.\n", name: "x.md") { (file) throws(Failure) in try file.set("source", .plain("x")) }
                == "---\nsource: x\n---\nBody.\n")
    }

    @Test(arguments: ["a: &x 1\n", "a: 1\na: 2\n", "- a\n"]) func whatCannotBeChangedIsRefused(text: String) throws {
        #expect(throws: Failure.self) {
            _ = try edited(text) { (file) throws(Failure) in
                try file.set("a", .list(["one"]))
                try file.set("a", .plain("2"))
                try file.set("b", .plain("2"), below: ["a"])
            }
        }
    }
}
