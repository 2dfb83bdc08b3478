import Quarantine
import Testing

/// Files: their types by content, and what a reviewer must know of them.
struct FileTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    private func file(_ name: String, _ bytes: [UInt8]) throws -> OpenedFile {
        let opened = try child.open(name, bytes)
        #expect(opened.form == .file && opened.refusals.isEmpty && opened.files.count == 1)
        return try #require(opened.files.first)
    }

    @Test(
        arguments: [
            ("plain", PDFFile.plain, []),
            ("script", PDFFile.file(catalog: "/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), [.script, .actions]),
            ("names", PDFFile.file(catalog: "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>"), [.script]),
            ("launch", PDFFile.file(page: "/Annots[<</Subtype/Link/Rect[0 0 1 1]/A<</S/Launch/F(cmd.exe)>>>>]"), [.actions]),
            ("form", PDFFile.file(page: "/AA<</O<</S/SubmitForm/F(http://example.org)>>>>"), [.actions]),
            ("elsewhere", PDFFile.file(page: "/Annots[<</Subtype/Link/Rect[0 0 1 1]/A<</S/GoToR/F(a.pdf)>>>>]"), [.actions]),
            ("web", PDFFile.file(page: "/Annots[<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(http://example.org)>>>>]"), []),
            (
                "attachment",
                PDFFile.file(
                    catalog: "/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>",
                    more: ["<</Type/Filespec/F(a)/EF<</F 5 0 R>>>>", "<</Type/EmbeddedFile/Length 1>>stream\nx\nendstream"]), [.embedded]
            ),
            ("object stream", PDFFile.hiddenScript, [.script, .actions]),
            ("cut off", Array(PDFFile.plain.dropLast(200)), [.damaged]),
        ] as [(String, [UInt8], Set<OpenedFile.Trait>)])
    func pdfs(what: String, bytes: [UInt8], traits: Set<OpenedFile.Trait>) throws {
        let file = try file("a.pdf", bytes)
        #expect(file.type == "application/pdf")
        #expect(file.traits == traits, "\(what)")
        #expect(file.bytes == bytes)
    }

    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    private func package(_ main: String, _ more: [(String, String)]) -> [UInt8] {
        let types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"\(main)\"/></Types>"
        return ZipFile([("[Content_Types].xml", types), ("word/document.xml", "<w:document/>")] + more).bytes
    }

    private func relation(_ type: String, _ target: String) -> String {
        "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.example/\(type)\" Target=\"\(target)\" TargetMode=\"External\"/></Relationships>"
    }

    @Test func aDocumentIsAFileAndNoArchive() throws {
        let file = try file(
            "a.docx", package(Self.word + ".main+xml", [("word/_rels/document.xml.rels", relation("hyperlink", "http://example.org"))]))
        #expect(file.type == Self.word)
        #expect(file.endings == ["docx"])
        #expect(file.traits.isEmpty)
    }

    @Test func macrosAreFoundUnderAnyName() throws {
        let file = try file("a.docx", package("application/vnd.ms-word.document.macroEnabled.main+xml", [("word/vbaProject.bin", "x")]))
        #expect(file.endings == ["docm"])
        #expect(file.traits == [.macros, .disguised])
    }

    @Test func templatesAndObjectsFromElsewhereAreFound() throws {
        let bytes = package(
            Self.word + ".main+xml",
            [
                ("word/embeddings/oleObject1.bin", "x"),
                ("word/_rels/settings.xml.rels", relation("attachedTemplate", "http://example.org/t")),
            ])
        #expect(try file("a.docx", bytes).traits == [.embedded, .external])
    }

    @Test(
        arguments: [
            ([("content.xml", "<text:a xlink:href=\"http://example.org\"/><draw:image xlink:href=\"Pictures/a.png\"/>")], []),
            ([("Basic/Standard/Module1.xml", "x")], [.macros]),
            ([("content.xml", "<draw:image xlink:href=\"http://example.org/a.png\"/>")], [.external]),
            ([("Object 1/content.xml", "x")], [.embedded]),
            ([("META-INF/manifest.xml", "<manifest:encryption-data/>")], [.encrypted]),
        ] as [([(String, String)], Set<OpenedFile.Trait>)])
    func openDocuments(parts: [(String, String)], traits: Set<OpenedFile.Trait>) throws {
        let file = try file("a.odt", ZipFile([("mimetype", "application/vnd.oasis.opendocument.text")] + parts).bytes)
        #expect(file.type == "application/vnd.oasis.opendocument.text")
        #expect(file.traits == traits)
    }

    @Test func oldOfficeFilesAreLookedInto() throws {
        let document = try file(
            "a.doc",
            CompoundFixture.bytes(
                storages: ["Macros", "VBA"], streams: [("WordDocument", [0xEC, 0xA5] + [UInt8](repeating: 0, count: 9) + [1])]))
        #expect(document.type == "application/msword")
        #expect(document.traits == [.macros, .encrypted])
        let sheet = Bytes.little(0x809, 2) + Bytes.little(0, 2) + Bytes.little(0x85, 2) + Bytes.little(8, 2) + [0, 0, 0, 0, 0, 1, 0, 0]
        let workbook = try file("a.xls", CompoundFixture.bytes(storages: [], streams: [("Workbook", sheet)]))
        #expect(workbook.type == "application/vnd.ms-excel")
        #expect(workbook.traits == [.macros])
        let locked = try file("a.docx", CompoundFixture.bytes(storages: ["EncryptedPackage"], streams: []))
        #expect(locked.traits == [.encrypted])
    }

    @Test(
        arguments: [
            (
                "a.svg", "<?xml version=\"1.0\"?><!-- a --><svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"1\"/></svg>",
                "image/svg+xml", []
            ),
            ("a.svg", "<svg onload=\"x()\"/>", "image/svg+xml", [.script]),
            ("a.svg", "<svg><s:script>x</s:script></svg>", "image/svg+xml", [.script]),
            ("a.svg", "<svg><a xlink:href=\" java&#10;script:x\"/></svg>", "image/svg+xml", [.script]),
            ("a.svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "image/svg+xml", [.script]),
            ("a.html", "<!DOCTYPE html><p>Hi", "text/html", []),
            ("a.txt", "<!doctype html><SCRIPT>x</SCRIPT>", "text/html", [.script, .disguised]),
            ("a.csv", "a,b\n1,2\n", "text/csv", []),
            ("a.json", "{\"a\": 1}", "application/json", []),
            ("a.rtf", "{\\rtf1 {\\object\\objdata 00}}", "text/rtf", [.embedded]),
            ("a.rtf", "{\\rtf1 {\\*\\template http://example.org/t}}", "text/rtf", [.external]),
            ("a.jpg", "%PDF-1.4", "application/pdf", [.disguised, .damaged]),
            ("a.pdf", "not a PDF", "text/plain", [.disguised]),
        ] as [(String, String, String, Set<OpenedFile.Trait>)])
    func typesGoByContent(name: String, text: String, type: String, traits: Set<OpenedFile.Trait>) throws {
        let file = try file(name, Array(text.utf8))
        #expect(file.type == type)
        #expect(file.traits == traits)
    }
}
