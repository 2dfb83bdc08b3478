import Quarantine
import Testing

struct ArchiveTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    @Test func textsAndFilesKeepTheirPaths() throws {
        let inner = ZipFile([("b.md", "# Inner")]).bytes
        let opened = try child.open(
            "all.zip",
            ZipFile([
                ("sub/a.md", Array("---\nkind: topic\n---\nHi".utf8)), ("sub/plan.pdf", PDFFile.plain), ("__MACOSX/sub/._a.md", [1]),
                ("sub/.DS_Store", [1]), ("Thumbs.db", [1]), ("inner.zip", inner),
                ("mail.eml", Bytes.crlf("From: a@example.org\nTo: b\n\nHi")),
                ("empty.md", []),
            ]).bytes)
        #expect(opened.form == .archive(name: "all.zip"))
        #expect(opened.names == ["sub/a.md", "sub/plan.pdf"])
        #expect(opened.reasons == ["empty.md: empty"])
        #expect(opened.inner.map(\.form).first == .archive(name: "inner.zip"))
        #expect(opened.inner.map(\.strings) == [["# Inner"], ["Hi"]])
    }

    @Test func tarsAreOpenedPackedOrNot() throws {
        let tar = TarFile.bytes([
            TarFile.Entry(name: "a.md", text: "# A"), TarFile.Entry(name: "link", kind: "2", target: "/etc/passwd"),
            TarFile.Entry(name: "hard", kind: "1", target: "a.md"), TarFile.Entry(name: "device", kind: "3"),
            TarFile.Entry(name: "../b.md", text: "# B"),
        ])
        for bytes in [tar, TarFile.gzipped(tar)] {
            let opened = try child.open("a.tar.gz", bytes)
            #expect(opened.strings == ["# A"])
            #expect(opened.reasons == ["link: no-file", "hard: no-file", "device: no-file", "../b.md: path-outside"])
        }
    }

    @Test func whatIsPackedButNoTarIsAFile() throws {
        let opened = try child.open("a.gz", TarFile.gzipped(Array("just a text".utf8)))
        #expect(opened.files.map(\.type) == ["application/gzip"])
    }

    @Test(arguments: [
        ("../a.md", "../a.md"), ("a/../../b.md", "a/../../b.md"), ("/a.md", "/a.md"), ("C:\\a.md", "C:/a.md"),
        ("\\\\host\\a.md", "//host/a.md"),
        ("a\\..\\..\\b.md", "a/../../b.md"), (".. /a.md", ".. /a.md"),
    ])
    func pathsThatLeadOutAreRefused(name: String, shown: String) throws {
        let opened = try child.open("a.zip", ZipFile([(name, "x")]).bytes)
        #expect(opened.texts.isEmpty)
        #expect(opened.reasons == ["\(shown): path-outside"])
    }

    @Test func pathsAreCleaned() throws {
        let long = String(repeating: "é", count: 300)
        let opened = try child.open(
            "a.zip", ZipFile([("./a//b\u{1}\nc.md", "x"), ("d\\e.md", "y"), (long + ".md", "z"), ("a\u{202E}dm.exe.md", "w")]).bytes)
        #expect(opened.names == ["a/b c.md", "d/e.md", String(repeating: "é", count: 98) + ".md", "adm.exe.md"])
    }

    @Test func twoFilesOfOnePathAreNotBothTaken() throws {
        let names = ["A.md", "a.MD", "e\u{301}.md", "\u{E9}.md", "x/y.md", "x", "z", "z/a.md"]
        let opened = try child.open("a.zip", ZipFile(names.map { ($0, "x") }).bytes)
        #expect(opened.names == ["A.md", "\u{E9}.md", "x/y.md", "z"])
        #expect(opened.reasons == ["a.MD: twice", "\u{E9}.md: twice", "x: twice", "z/a.md: twice"])
    }

    @Test(arguments: [
        ("отчёт.md", [0xAE, 0xE2, 0xE7, 0xF1, 0xE2]),  // CP866
        ("résumé.md", [0x72, 0x82, 0x73, 0x75, 0x6D, 0x82]),  // CP437
        ("特許庁の資料.md", [0x93, 0xC1, 0x8B, 0x96, 0x92, 0xA1, 0x82, 0xCC, 0x8E, 0x91, 0x97, 0xBF]),  // Shift JIS
        ("план.md", Array("план".utf8)),
    ])
    func namesAreReadInOldCodePages(name: String, bytes: [UInt8]) throws {
        var zip = ZipFile()
        zip.add(bytes + Array(".md".utf8), Array("x".utf8))
        #expect(try child.open("a.zip", zip.bytes).names == [name])
    }

    @Test func whatNeedsAPasswordIsNamed() throws {
        var zip = ZipFile([("open.md", "x")])
        zip.add(Array("locked.md".utf8), Array("y".utf8), flags: 1)
        let opened = try child.open("a.zip", zip.bytes)
        #expect(opened.strings == ["x"])
        #expect(opened.reasons == ["locked.md: encrypted"])
    }

    @Test func linksInZipsAreNoFiles() throws {
        var zip = ZipFile()
        zip.add(Array("link.md".utf8), Array("/etc/passwd".utf8), mode: 0o120777)
        #expect(try child.open("a.zip", zip.bytes).reasons == ["link.md: no-file"])
    }

    @Test func anEmptyArchiveIsSaidToBe() throws {
        #expect(try child.open("a.zip", ZipFile().bytes).reasons == ["a.zip: empty"])
    }
}
