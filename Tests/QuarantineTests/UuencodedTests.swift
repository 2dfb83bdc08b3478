import Quarantine
import Testing

/// Files that stand within the text of a mail.
struct UuencodedTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    private func mail(_ text: String) throws -> Opened {
        try child.mail("From: A <a@example.org>\nTo: b@example.net\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + text)
    }

    /// - Parameter zero: what stands for 0: a blank, or `.
    private func encoded(_ bytes: [UInt8], _ name: String, zero: Character = "`", losingBlanks: Bool = false) -> String {
        let digit = { (value: Int) in value == 0 ? zero : Character(Unicode.Scalar(UInt8(value + 0x20))) }
        var lines = ["begin 644 \(name)"]
        for start in stride(from: 0, to: bytes.count, by: 45) {
            let piece = bytes[start..<min(start + 45, bytes.count)].map { Int($0) }
            var line = String(digit(piece.count))
            for place in stride(from: 0, to: piece.count, by: 3) {
                let at = { (index: Int) in index < piece.count ? piece[index] : 0 }
                let value = at(place) << 16 | at(place + 1) << 8 | at(place + 2)
                for shift in [18, 12, 6, 0] { line.append(digit(value >> shift & 0x3F)) }
            }
            while losingBlanks, line.last == " " { line.removeLast() }
            lines.append(line)
        }
        lines += [losingBlanks ? "" : String(zero), "end"]
        return lines.joined(separator: "\n") + "\n"
    }

    @Test(arguments: [("`", false), (" ", false), (" ", true)] as [(Character, Bool)])
    func filesAreTakenOutOfTheText(zero: Character, losingBlanks: Bool) throws {
        let sheet = Array("a,b\n1,2\n".utf8) + [UInt8](repeating: 0x30, count: 200)
        let opened = try mail(
            "Before.\n\n" + encoded(PDFFile.plain, "plan é.pdf", zero: zero, losingBlanks: losingBlanks) + "Between.\n"
                + encoded(sheet, "C:\\a.csv", zero: zero, losingBlanks: losingBlanks) + "\nAfter.\n")
        #expect(opened.strings == ["Before.\n\nBetween.\n\nAfter.\n"])
        #expect(opened.files.map(\.name) == ["plan é.pdf", "a.csv"])
        #expect(opened.files.map(\.bytes) == [PDFFile.plain, sheet])
        #expect(opened.refusals.isEmpty)
    }

    @Test func aFileIsWhatItWouldBeAsAnAttachment() throws {
        let packed = ZipFile([("text.md", "# Text")]).bytes
        let opened = try mail(
            encoded(packed, "all.zip") + encoded(Array("# Note".utf8), "note.md") + encoded(Array("more".utf8), "note.md"))
        #expect(opened.inner.map(\.strings) == [["# Text"]])
        #expect(opened.names == ["note.md", "note-2.md"])
    }

    @Test(arguments: [
        "begin 644 plan.pdf\n", "begin 644 plan.pdf\nend\n", "begin 644 plan.pdf\n`\nend\n", "begin 644 a\n%2&5L;&\\\n`\n",
        "begin 644 a\n%2&5L;&\\\nend\n", "begin 644 a\n%2&5L;&\\lower\n`\nend\n", "begin 999 a\n%2&5L;&\\\n`\nend\n",
        "begin 644 \n%2&5L;&\\\n`\nend\n", "> begin 644 a\n> %2&5L;&\\\n> `\n> end\n", "we begin 644 a\n%2&5L;&\\\n`\nend\n",
        "begin 644 a\nM2&5L;&\\\n#``\\`\n`\nend\n",
        "begin with this.\n", "The line `begin 644 a` starts one.\n",
    ])
    func whatOnlyLooksLikeOneStays(text: String) throws {
        let opened = try mail(text)
        #expect(opened.strings == [text])
        #expect(opened.files.isEmpty)
    }

    @Test func aLongFileIsNoLongText() throws {
        let bytes = PDFFile.plain + [UInt8](repeating: 0xA5, count: 6 << 20)
        let opened = try mail("Hi\n" + encoded(bytes, "a.bin"))
        #expect(opened.strings == ["Hi\n"])
        let isSame = opened.files.map(\.bytes) == [bytes]
        #expect(isSame)
    }

    @Test func thousandsOfThemAreCutOff() throws {
        let opened = try mail(
            String(repeating: "begin 644 a\n%2&5L;&\\\n`\nend\n", count: 3_000) + String(repeating: "begin 644 a\n", count: 20_000))
        #expect(opened.texts.count == 1 + QuarantineLimits.parts)
        #expect(opened.strings[0].hasPrefix("begin 644 a\n%2&5L"))
    }
}
