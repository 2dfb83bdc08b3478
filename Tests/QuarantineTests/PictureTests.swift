import Quarantine
import Testing

/// Pictures are written anew, without anything but what can be seen.
struct PictureTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    private static let png = Pictures.png(
        width: 12, height: 8,
        chunks: [
            ("tEXt", Array("Comment\u{0}PLANTED-TEXT".utf8)),
            ("iTXt", Array("XML:com.adobe.xmp\u{0}\u{0}\u{0}\u{0}\u{0}<x>PLANTED-XMP</x>".utf8)),
            ("eXIf", Array("MM\u{0}*\u{0}\u{0}\u{0}\u{8}PLANTED-EXIF".utf8)), ("tIME", [7, 0xEA, 11, 27, 8, 0, 0]),
        ])

    @Test(arguments: [
        ("a.png", png, "image/png"), ("a.jpeg", Pictures.jpeg, "image/jpeg"), ("a.webp", Pictures.webp, "image/webp"),
        ("a.gif", Pictures.gif, "image/gif"), ("b.webp", Pictures.animatedWebP, "image/webp"),
    ])
    func nothingThatWasPlantedIsLeft(name: String, bytes: [UInt8], type: String) throws {
        #expect(Bytes.contains(bytes, "PLANTED") || Bytes.contains(bytes, "EXIF"))
        let opened = try child.open(name, bytes)
        let file = try #require(opened.files.first)
        #expect(file.type == type)
        #expect(file.traits == [.rewritten])
        for word in ["PLANTED", "Exif", "EXIF", "XMP", "http", "ICC", "iCCP", "tEXt", "iTXt", "eXIf", "tIME", "GPS", "JFXX"] {
            #expect(!Bytes.contains(file.bytes, word), "\(word)")
        }
        #expect(try child.open(name, bytes) == opened)
        #expect(try Child().open(name, bytes) == opened)
    }

    @Test func noLabelKeepsAPictureAsItCame() throws {
        for type in ["message/delivery-status", "text/rfc822-headers", "text/plain; name=a.md", "message/x", "application/octet-stream"] {
            let opened = try child.mail(
                """
                From: a@example.org
                To: b@example.net
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: \(type)
                Content-Disposition: attachment
                Content-Transfer-Encoding: base64

                \(Bytes.base64(Pictures.jpeg))
                --b--

                """)
            #expect(opened.files.map(\.type) == ["image/jpeg"], "\(type)")
            #expect(opened.files.first.map { Bytes.contains($0.bytes, "PLANTED") } == false, "\(type)")
        }
    }

    @Test func orientationIsAppliedAndNotKept() throws {
        let jpeg = try #require(try child.open("a.jpg", Pictures.jpeg).files.first).bytes
        let frame = try #require(jpeg.indices.first { jpeg[$0...].starts(with: [0xFF, 0xC0]) })
        #expect(Array(jpeg[(frame + 5)..<(frame + 9)]) == [0, 12, 0, 8])
    }

    @Test func animationsAreKeptWhole() throws {
        let gif = try #require(try child.open("a.gif", Pictures.gif).files.first).bytes
        #expect(gif.indices.count { gif[$0...].starts(with: [0x21, 0xF9, 4]) } == 3)
        let webp = try #require(try child.open("a.webp", Pictures.animatedWebP).files.first).bytes
        #expect(webp.indices.count { webp[$0...].starts(with: "ANMF".utf8) } == 3)
    }

    @Test func thePixelLimitHolds() throws {
        let opened = try child.open("a.png", Pictures.png(width: 50_000, height: 2_001))
        #expect(opened.reasons == ["a.png: picture"])
    }

    @Test func whatIsNoPictureIsRefused() throws {
        #expect(try child.open("a.png", Array(Self.png.prefix(60))).reasons == ["a.png: picture"])
        #expect(try child.open("a.jpg", Array(Pictures.jpeg.dropLast(200))).reasons == ["a.jpg: picture"])
        #expect(try child.open("a.gif", Array("GIF89a, says who?".utf8)).reasons == ["a.gif: picture"])
    }

    @Test func anAnimatedPNGWouldLoseItsFrames() throws {
        let png = Pictures.png(width: 12, height: 8, chunks: [("acTL", Bytes.big(2, 4) + Bytes.big(0, 4))])
        #expect(try child.open("a.png", png).reasons == ["a.png: picture"])
    }
}
