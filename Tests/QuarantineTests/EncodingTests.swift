import Foundation
import Quarantine
import Testing

/// Encodings, with labels that are right, wrong and missing.
struct EncodingTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    /// Texts as bytes of an encoding, by the iconv of the machine that the tests run on.
    private static func bytes(_ text: String, in encoding: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
        process.arguments = ["-f", "UTF-8", "-t", encoding]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(text.utf8))
        try input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return [UInt8](data)
    }

    private static let texts = [
        ("GB18030", "这是一个关于知识产权的文本，𠀀也在里面"), ("GBK", "专利局的培训经验和数据"), ("BIG5", "這是一個關於智慧財產權的文本"),
        ("ISO-2022-JP", "これは知的財産に関する文書です"), ("SHIFT_JIS", "特許庁の研修について"), ("EUC-KR", "이것은 지식재산에 관한 글입니다"),
        ("KOI8-R", "Это текст о правах на изобретения"), ("WINDOWS-1251", "Это текст о правах на изобретения"),
        ("WINDOWS-1252", "Ceci est un texte à propos de l’été « déjà »"), ("WINDOWS-1256", "هذا نص عن حقوق الملكية الفكرية"),
        ("ISO-8859-6", "هذا نص عن حقوق الملكية الفكرية"), ("ISO-8859-2", "Zażółć gęślą jaźń, własność"),
        ("UTF-7", "Grüße, 日本語 und ☺"), ("UTF-16", "UTF-16 à propos"), ("UTF-8", "UTF-8 à propos, 日本"),
    ]

    private func mail(_ bytes: [UInt8], label: String?) throws -> String? {
        let type = label.map { "Content-Type: text/plain; charset=\($0)\r\n" } ?? ""
        let head = "From: a@example.org\r\nTo: b@example.net\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n\(type)\r\n"
        return try child.open("mail.eml", Array(head.utf8) + Array(Bytes.base64(bytes).utf8)).strings.first
    }

    @Test(arguments: texts)
    func aLabelIsFollowed(encoding: String, text: String) throws {
        #expect(try mail(Self.bytes(text, in: encoding), label: encoding.lowercased()) == text)
    }

    @Test(arguments: texts.filter { !["UTF-7"].contains($0.0) })
    func aMissingLabelIsGuessed(encoding: String, text: String) throws {
        let bytes = try Self.bytes(text, in: encoding)
        #expect(try mail(bytes, label: nil) == text)
        #expect(try mail(bytes, label: "x-unknown") == text)
        #expect(try child.open("text.md", bytes).strings == [text])
    }

    @Test(arguments: [
        ("KOI8-R", "us-ascii"), ("WINDOWS-1251", "iso-8859-1"), ("GBK", "us-ascii"), ("UTF-8", "iso-8859-1"), ("UTF-8", "windows-1251"),
        ("GBK", "utf-8"), ("GBK", "gb2312"),
    ])
    func aWrongLabelIsNotBelieved(encoding: String, label: String) throws {
        let text = try #require(Self.texts.first { $0.0 == encoding }?.1)
        #expect(try mail(Self.bytes(text, in: encoding), label: label) == text)
    }

    @Test func encodedWordsAreJoined() throws {
        let subjects = [
            ("=?utf-8?b?4oI=?= =?utf-8?b?rA==?=", "€"), ("=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=\n =?ISO-2022-JP?B?GyRCOGwbKEI=?=", "日本語"),
            ("Re: =?gb2312?B?1tDOxA==?= (=?iso-8859-1*fr?q?=E9t=E9_2026?=)", "Re: 中文 (été 2026)"), ("=?utf-8?q?no end", "=?utf-8?q?no end"),
            ("=?x-none?q?a=62c?=", "abc"), ("a\u{202E}b\tc", "ab c"),
        ]
        for (raw, expected) in subjects {
            #expect(try child.mail("From: a@example.org\nTo: b\nSubject: \(raw)\n\nHi").letter?.subject == expected)
        }
    }

    @Test func lineEndsBecomeOne() throws {
        #expect(try child.open("a.md", Array("a\r\nb\rc\n\r\nd".utf8)).strings == ["a\nb\nc\n\nd"])
    }

    @Test func whatIsNoTextIsRefused() throws {
        #expect(try child.open("a.md", [0x61, 0, 0x62]).reasons == ["a.md: encoding"])
        #expect(try child.open("a.md", []).reasons == ["a.md: empty"])
        #expect(try child.open("a.md", [UInt8](repeating: 0x61, count: QuarantineLimits.text + 1)).reasons == ["a.md: too-large"])
    }
}
