import Files
import Markdown
import Testing

@Suite("Between processes and in caches")
struct CodingTests {
    private let text = "# A\n\n[b](c 'd') ![e](f \"g\") [h](javascript:i)\n\nlong *text* 漢\n"

    @Test func whatIsReadIsWhatWasWritten() throws {
        for headings in [nil, 3] {
            let before = MarkdownText(body: [UInt8](text.utf8), prefix: "p-", headings: headings)
            var writer = ByteWriter()
            before.write(to: &writer)
            let result = MarkdownRenderer.render(before)
            result.write(to: &writer)
            var reader = ByteReader(writer.bytes)
            #expect(try MarkdownText(from: &reader) == before)
            #expect(try RenderedText(from: &reader) == result)
            #expect(reader.isAtEnd)
            #expect(result.unsafe.count == 1 && result.holes.count == 2)
        }
    }

    @Test func damageIsNoticedOrHarmless() {
        var writer = ByteWriter()
        rendered(text).write(to: &writer)
        let bytes = writer.bytes
        for count in 0..<bytes.count {
            var reader = ByteReader(Array(bytes[..<count]))
            #expect(throws: ByteReader.Malformed.self) { try RenderedText(from: &reader) }
        }
        var refused = 0
        for index in bytes.indices {
            for flip: UInt8 in [0x01, 0x80, 0xFF] {
                var damaged = bytes
                damaged[index] ^= flip
                var reader = ByteReader(damaged)
                do {
                    _ = try RenderedText(from: &reader).asWritten()  // what is accepted can be used
                } catch {
                    refused += 1
                }
            }
        }
        #expect(refused > 0)
    }
}
