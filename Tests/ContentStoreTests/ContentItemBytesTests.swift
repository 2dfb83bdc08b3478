import ContentStore
import Files
import FixtureForum
import Testing

@Suite struct ContentItemBytesTests {
    private func items() throws -> [ContentItem] {
        try TemporaryForum("forum").check().folders.compactMap(\.item)
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let items = try items()
        #expect(items.count >= 10)
        for item in items {
            var writer = ByteWriter()
            item.write(to: &writer)
            var reader = ByteReader(writer.bytes)
            #expect(try ContentItem(from: &reader) == item)
            #expect(reader.isAtEnd)
        }
    }

    @Test func anythingElseIsRefused() throws {
        for item in try items() {
            var writer = ByteWriter()
            item.write(to: &writer)
            for end in 0..<writer.bytes.count {
                var reader = ByteReader(writer.bytes[..<end])
                #expect(throws: ByteReader.Malformed.self) { try ContentItem(from: &reader) }
            }
        }
    }

    @Test func theSameValueGivesTheSameBytes() throws {
        let bytes = try (0..<2).map { _ in
            var writer = ByteWriter()
            for item in try items() { item.write(to: &writer) }
            return writer.bytes
        }
        #expect(bytes[0] == bytes[1])
    }
}
