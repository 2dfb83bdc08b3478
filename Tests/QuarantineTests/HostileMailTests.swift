import Quarantine
import SeededNumbers
import Testing

/// Mails that nobody's program writes: each is answered, and soon.
@Suite(.serialized)
struct HostileMailTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    private let head = "From: A <a@example.org>\nTo: b@example.net\nMIME-Version: 1.0\n"

    private func multipart(_ number: Int) -> String {
        "Content-Type: multipart/mixed; boundary=\"b\(number)\"\n\n--b\(number)\n"
    }

    @Test func thousandsOfPartsAreCutOffAndSaidToBe() throws {
        let parts = (0..<4_000).map { "--b0\nContent-Type: text/plain; name=\($0).md\n\nx\n" }.joined()
        let opened = try child.mail(head + "Content-Type: multipart/mixed; boundary=\"b0\"\n\n" + parts + "--b0--\n")
        #expect(opened.texts.count == QuarantineLimits.parts - 1)  // the whole is a part too
        #expect(opened.reasons == ["mail.eml: too-many"])
    }

    @Test func partsAThousandDeepAreRefused() throws {
        let opened = try child.mail(head + (0..<1_000).map(multipart).joined() + "Content-Type: text/plain\n\ndeep\n")
        #expect(opened.reasons == ["mail.eml: too-deep"])
    }

    @Test func mailsInMailsEndAtTheDepth() throws {
        var opened = try child.mail(head + String(repeating: "Content-Type: message/rfc822\n\nSubject: x\n", count: 500) + "\nHi\n")
        var depth = 0
        while let inner = opened.inner.first {
            opened = inner
            depth += 1
        }
        #expect(depth == QuarantineLimits.depth)
        #expect(opened.reasons == ["x: too-deep"])
    }

    @Test func lineEndsOfEveryKindAreRead() throws {
        let text = head + "Subject: s\n\none\ntwo\n"
        for end in ["\r", "\n", "\r\n"] {
            let opened = try child.open("mail.eml", Array(text.replacing("\n", with: end).utf8))
            #expect(opened.letter?.subject == "s")
            #expect(opened.strings == ["one\ntwo\n"], "\(end.utf8.map { $0 })")
        }
    }

    @Test func zerosAreLeftOut() throws {
        let opened = try child.mail(head + "Subject: n\u{0}ul\n\none\u{0} two\n")
        #expect(opened.letter?.subject == "nul")
        #expect(opened.strings == ["one two\n"])
    }

    @Test func headersMayNotEnd() throws {
        let opened = try child.mail(head + "Subject: no end")
        #expect(opened.letter?.subject == "no end")
        #expect(opened.texts.isEmpty)
    }

    @Test func boundariesAreNotMistaken() throws {
        let opened = try child.mail(
            head
                + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b \nContent-Type: text/plain\n\none\n--bb\nno boundary\n--b--\n--b\n\nafter\n"
        )
        #expect(opened.strings == ["one\n--bb\nno boundary"])
        let without = try child.mail(head + "Content-Type: multipart/mixed\n\n--b\n\none\n--b--\n")
        #expect(without.reasons == ["mail.eml: damaged"])
    }

    @Test func hugeHeadersAreShortened() throws {
        let opened = try child.mail(
            head + "Subject: " + String(repeating: "a", count: 5_000_000) + "\nX: " + String(repeating: "b", count: 5_000_000) + "\n\nHi")
        #expect((1_900...2_000).contains(opened.letter?.subject.count ?? 0))
        #expect(opened.strings == ["Hi"])
    }

    /// Mails as long as a mail may be, of which the parser would need more memory than there is.
    @Test func millionsOfPartsAndHeaderLinesAreCutOffAndSaidToBe() throws {
        let clock = ContinuousClock()
        let limit = QuarantineLimits.bytes - 1_000
        let part = "Content-Type: message/rfc822\n\n"
        let floods: [(text: String, first: String)] = [
            (head + multipart(0) + "\nfirst\n" + String(repeating: "--b0\n\n", count: limit / 6), "first"),
            (head + String(repeating: "X: y\n", count: limit / 5) + "\nHi\n", "Hi\n"),
            (head + multipart(0) + "\nfirst\n--b0\n" + String(repeating: "X: y\n", count: limit / 5) + "\nHi\n--b0--\n", "first"),
            (head + multipart(0) + "\nfirst\n--b0\n" + part + String(repeating: "X: y\n", count: limit / 5) + "\nHi\n--b0--\n", "first"),
        ]
        for (index, flood) in floods.enumerated() {
            var opened: Opened?
            let time = try clock.measure { opened = try child.open("mail.eml", Array(flood.text.utf8)) }
            #expect(opened?.strings.first == flood.first, "\(index)")
            #expect(opened?.reasons.contains("mail.eml: too-many") == true, "\(index)")
            #expect(time < .seconds(QuarantineLimits.seconds), "\(index)")
        }
    }

    /// Lines that look like boundaries, and headers of some length, are anybody's.
    @Test func whatOnlyLooksLikeManyIsWhole() throws {
        let rows = String(repeating: "-- a comment\n--\nX: y\n", count: 30_000)
        let opened = try child.mail(
            head + String(repeating: "X: y\n", count: 900)
                + "Content-Type: multipart/mixed; boundary=\"b0\"\n\n--b0\n\n\(rows)end\n--b0--\n")
        #expect(opened.strings == [rows + "end"])
        #expect(opened.refusals.isEmpty)
    }

    /// Whatever becomes of them, it comes in time, and the next mail is read.
    @Test(arguments: 0..<8)
    func costlyMailsEndSoon(number: Int) throws {
        let text =
            switch number {
            case 0: head + multipart(0) + String(repeating: "--b0\n\n", count: 2_000_000)
            case 1: head + String(repeating: "X: y\n", count: 2_000_000) + "\nHi"
            case 2: "To: b\nFrom: " + String(repeating: "a@b, ", count: 2_000_000) + "\n\nHi"
            case 3: "To: b\nFrom: " + String(repeating: "(", count: 2_000_000) + "\n\nHi"
            case 4: head + "Content-Type: text/plain" + String(repeating: "; a*0=b", count: 1_000_000) + "\n\nHi"
            case 5: head + "Content-Type: text/html\n\n" + String(repeating: "<a href=\"", count: 500_000)
            case 6: head + "Content-Type: text/html\n\n" + String(repeating: "<blockquote><ul>", count: 200_000) + "x"
            default: head + (0..<90).map(multipart).joined() + "\n" + String(repeating: "-- x\n", count: 500_000)
            }
        let clock = ContinuousClock()
        var result: Result<Opened, Quarantine.Fault>?
        let time = try clock.measure { result = try child.result("mail.eml", Array(text.utf8)) }
        if case .failure(let fault) = result { #expect(fault == .tooLarge || fault == .tooSlow) }
        #expect(time < .seconds(2 * QuarantineLimits.seconds + 2))
        #expect(try child.mail(head + "\nHi").strings == ["Hi"])
    }

    @Test func nothingIsTooStrangeToBeAnswered() throws {
        var seed = Seeded(7)
        let samples: [[UInt8]] = [
            Bytes.crlf(
                head + multipart(0)
                    + "Content-Type: text/html; charset=gbk\n\n<p>x</p>\n--b0\nContent-Type: application/ms-tnef\n\nx\n--b0--\n"),
            ZipFile([("a.md", "# A"), ("b/c.txt", "x")]).bytes, PDFFile.hiddenScript, Pictures.gif, Pictures.jpeg, Pictures.webp,
            CompoundFixture.bytes(storages: ["VBA"], streams: [("Workbook", [9, 8])]),
            TarFile.bytes([TarFile.Entry(name: "a.md", text: "x")]),
        ]
        for round in 0..<400 {
            var bytes = samples[round % samples.count]
            for _ in 0..<(1 + round % 5) { bytes[Int(seed.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: seed.next()) }
            if round % 7 == 0 { bytes.removeLast(Int(seed.next() % UInt64(bytes.count))) }
            let result = try child.result(["a.eml", "a.zip", "a"][round % 3], bytes)
            #expect((try? result.get()) != nil, "round \(round)")
        }
    }
}
