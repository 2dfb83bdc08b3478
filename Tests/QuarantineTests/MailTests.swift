import Quarantine
import Testing

/// The forms that a mail can have.
struct MailTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    private let head = "From: A <a@example.org>\nTo: b@example.net\nMIME-Version: 1.0\n"

    private func parts(_ type: String, _ parts: [String]) -> String {
        head + "Content-Type: \(type); boundary=\"b\"\n\n" + parts.map { "--b\n\($0)\n" }.joined() + "--b--\n"
    }

    @Test func theSenderIsNamedWhereItDiffers() throws {
        let opened = try child.mail("From: \"B, A\" <a@example.org>, c@example.org\nSender: S <s@example.org>\nSubject: x\n\nHi")
        #expect(opened.letter?.from.map(\.address) == ["a@example.org", "c@example.org", "s@example.org"])
        #expect(opened.letter?.from.first?.name == "B, A")
    }

    @Test func referencesAreThoseOfBothHeadersOnce() throws {
        let opened = try child.mail(head + "In-Reply-To: <b@x>\nReferences: <a@x>\n <b@x> junk <c@x>\nMessage-ID: d@x\n\nHi")
        #expect(opened.letter?.references == ["b@x", "a@x", "c@x"])
        #expect(opened.letter?.messageID == "d@x")
    }

    @Test func linesThatFlowAreJoined() throws {
        let opened = try child.mail(
            head + "Content-Type: text/plain; format=flowed; delsp=yes\n\nA para \ngraph.\n> quo \n> ted\nnot quoted\n From\n-- \nsig\n")
        #expect(opened.strings == ["A paragraph.\n> quoted\nnot quoted\nFrom\n-- \nsig\n"])
    }

    @Test func clearSignaturesLeaveTheTextReadable() throws {
        let pgp = try child.mail(
            parts(
                "multipart/signed; protocol=\"application/pgp-signature\"",
                ["Content-Type: text/plain\n\nHello", "Content-Type: application/pgp-signature; name=signature.asc\n\n-----BEGIN"]))
        #expect(pgp.strings == ["Hello"])
        #expect(pgp.letter?.nature == [.signed])
        #expect(pgp.files.isEmpty && pgp.refusals.isEmpty)
        let armoured = try child.mail(
            head
                + "\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n- ---\nkind: topic\n- ---\nText\n-----BEGIN PGP SIGNATURE-----\n\nabc\n"
        )
        #expect(armoured.strings == ["---\nkind: topic\n---\nText\n"])
        #expect(armoured.letter?.nature == [.signed])
    }

    @Test func whatCannotBeReadIsSaidWithWhy() throws {
        let sealed = try child.mail(parts("multipart/encrypted", ["Content-Type: application/pgp-encrypted\n\nVersion: 1"]))
        #expect(sealed.letter?.nature == [.encrypted])
        #expect(sealed.reasons == ["mail.eml: encrypted"])
        let opaque = try child.mail(
            head + "Content-Type: application/x-pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHAqCA\n")
        #expect(opaque.reasons == ["smime.p7m: hidden-by-signature"])
        let enveloped = try child.mail(head + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nx\n")
        #expect(enveloped.reasons == ["smime.p7m: encrypted"])
        #expect(try child.mail(head + "\n-----BEGIN PGP MESSAGE-----\n\nx\n").reasons == ["mail.eml: encrypted"])
        #expect(try child.mail(parts("multipart/mixed", ["Content-Type: message/external-body; name=a\n\n\n"])).reasons == ["a: no-file"])
    }

    @Test func namesOfFilesAreDecodedAndMadeSafe() throws {
        let opened = try child.mail(
            parts(
                "multipart/mixed",
                [
                    "Content-Disposition: attachment; filename*0*=UTF-8''%D0%9F%D0%BB%D0%B0; filename*1*=%D0%BD.md\n\n1",
                    "Content-Type: text/plain; name=\"=?windows-1251?B?z+vg7S5tZA==?=\"\n\n2",
                    "Content-Disposition: attachment; filename=\"../../etc/x.md\"\n\n3",
                    "Content-Disposition: attachment; filename=\"C:\\\\Docs\\\\y.md\"\n\n4",
                    "Content-Disposition: attachment; filename=\"raw é.md\"\n\n5",
                    "Content-Type: application/octet-stream\nContent-Disposition: attachment\n\n\u{1}\u{2}\u{3}\u{4}",
                ]))
        #expect(opened.names == ["План.md", "План-2.md", "x.md", "y.md", "raw é.md", "part-1"])
    }

    @Test func anAlternativeThatIsBlankIsNotTaken() throws {
        let opened = try child.mail(
            parts("multipart/alternative", ["Content-Type: text/plain\n\n \u{A0}\n", "Content-Type: text/html\n\n<p>Hi &amp; you</p>"]))
        #expect(opened.strings == ["Hi & you\n"])
        #expect(opened.texts.map(\.fromHTML) == [true])
    }

    @Test func mailsInMailsAreOpenedWhateverTheirEncoding() throws {
        let inner = "From: x@example.org\nSubject: Inner\n\nhi\n"
        let opened = try child.mail(
            parts(
                "multipart/mixed",
                [
                    "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + Bytes.base64(Array(inner.utf8)),
                    "Content-Type: message/rfc822\n\n" + inner,
                    "Content-Type: application/octet-stream; name=forwarded.eml\n\n" + inner,
                ]))
        #expect(opened.inner.map { $0.letter?.subject } == ["Inner", "Inner", "Inner"])
        #expect(opened.inner.allSatisfy { $0.strings.first?.hasPrefix("hi\n") == true })
    }

    @Test func frontMatterStaysUsable() throws {
        let opened = try child.mail(
            head
                + "Content-Type: text/plain; charset=utf-8\n\n\n \n\u{A0}---\n\u{A0}kind: topic\nauthor:\n\u{A0} name: A\n\u{A0}---\n\n\u{A0}Text\n"
        )
        #expect(opened.strings == ["---\nkind: topic\nauthor:\n  name: A\n---\n\n\u{A0}Text\n"])
        #expect(try child.mail(head + "\n\nText\n\n---\n\nmore\n").strings == ["\nText\n\n---\n\nmore\n"])
    }

    @Test func everyTransferEncodingIsUndone() throws {
        for (encoding, body) in [
            ("base64", "SGVsbG8="), ("quoted-printable", "Hel=\nl=6F"), ("x-uuencode", "begin 644 a\n%2&5L;&\\\n`\nend"), ("8bit", "Hello"),
        ] {
            let opened = try child.mail(head + "Content-Transfer-Encoding: \(encoding)\n\n\(body)\n")
            #expect(opened.strings.first?.trimmingSuffix { $0 == "\n" } == "Hello", "\(encoding)")
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ isBlank: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isBlank(last) { text.removeLast() }
        return text
    }
}
