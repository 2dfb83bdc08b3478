import Diagnostics
import Documents
import Testing

@Suite struct DocumentTests {
    private func read(_ bytes: [UInt8]) -> (Document?, [Finding]) {
        var findings: [Finding] = []
        let document = Document.read(path: "content/x.md", bytes: bytes, findings: &findings)
        return (document, findings)
    }

    @Test(arguments: [
        ("---\ntitle: A\n---\nText\n", "Text\n", 4), ("---\r\ntitle: A\r\n---\r\nText\r\nmore\r\n", "Text\nmore\n", 4),
        ("\u{FEFF}---\ntitle: A\n---\n\n\nText\n\n\n", "\n\nText\n", 4), ("---\ntitle: A\n---", "\n", 3),
        ("--- \ntitle: A\n---\t\nText", "Text\n", 4),
        ("Text", "Text\n", 1), ("", "\n", 1), ("----\nText", "----\nText\n", 1), ("a\rb\r\r\nc", "a\rb\r\nc\n", 1),
        ("---\n---\nText\n", "Text\n", 3),
    ]) func bodies(_ text: String, _ body: String, _ line: Int) {
        let (document, findings) = read(Array(text.utf8))
        #expect(findings == [])
        #expect(document.map { String(decoding: $0.body, as: UTF8.self) } == body)
        #expect(document?.bodyLine == line || (document?.body == [10] && document?.bodyLine == line + 1))
    }

    @Test func bytesThatAreNoText() {
        let (document, findings) = read(Array("one\ntwo caf".utf8) + [0xE9, 0x20])
        #expect(document == nil)
        #expect(findings.map(\.kind) == [.notUTF8])
        #expect(findings.first?.location?.line == 2)
        #expect(findings.first?.location?.column == 8)
        #expect(read([0x61, 0x00]).1.map(\.kind) == [.notUTF8])
        #expect(read([0xED, 0xA0, 0x80]).1.map(\.kind) == [.notUTF8], "a surrogate")
        #expect(read([0xF4, 0x90, 0x80, 0x80]).1.map(\.kind) == [.notUTF8], "beyond Unicode")
    }

    @Test func frontMatterThatIsNotClosed() {
        #expect(read(Array("---\ntitle: A\nText\n".utf8)).1.map(\.kind) == [.frontMatterNotClosed])
        #expect(read(Array("---".utf8)).1.map(\.kind) == [.frontMatterNotClosed])
    }

    @Test func outsideAForumAnythingIsText() {
        for text in ["---\ntitle: A\nText\n", "---\njust text\n---\nmore\n", "---\na: *b\n---\n"] {
            var findings: [Finding] = []
            let document = Document.bodyOfAnyFile(path: "x.md", bytes: Array(text.utf8), findings: &findings)
            #expect(document.map { String(decoding: $0.body, as: UTF8.self) } == text)
            #expect(findings.isEmpty)
        }
    }

    @Test func placesAreInScalarsOfTheFile() throws {
        let text = "---\nétat: é\nwort: [\"中文\", x]\n---\nText\n\n[a](b.md)\n"
        let locator = DocumentLocator(path: "x.md", bytes: Array(text.utf8))
        let element = locator.location(of: ["wort", 1])
        #expect([element.line, element.column, element.length] == [3, 14, 1])
        let key = locator.location(ofKey: ["wort"])
        #expect([key.line, key.column, key.length] == [3, 1, 4])
        #expect(locator.location(of: ["wort", 9]).line == 3, "the nearest thing above")
        let link = locator.location(line: 7, of: "b.md")
        #expect([link.line, link.column, link.length] == [7, 5, 4])
    }
}
