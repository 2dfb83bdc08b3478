import Access
import ContentStore
import Files
import Markdown
import Model

/// One folder of the content, loaded and rendered: all that later stages know of it. A class, as it goes from list to list.
final class FolderRecord: Sendable {
    /// Path from the forum's root.
    let path: String
    let item: ContentItem
    /// Rendered bodies by the path of their files.
    let texts: [(path: String, text: RenderedText)]
    /// Of everything above.
    let digest: Fingerprint
    /// The record as the cache keeps it, without path and stamps.
    let bytes: ArraySlice<UInt8>

    init(path: String, item: ContentItem, texts: [(path: String, text: RenderedText)]) {
        self.path = path
        self.item = item
        self.texts = texts
        var writer = ByteWriter()
        item.write(to: &writer)
        writer.write(list: texts) { writer, entry in
            writer.write(entry.path)
            entry.text.write(to: &writer)
        }
        bytes = writer.bytes[...]
        digest = Fingerprint(bytes)
    }

    /// Reads a record of the cache.
    init(path: String, bytes: ArraySlice<UInt8>, digest: Fingerprint) throws(ByteReader.Malformed) {
        var reader = ByteReader(bytes)
        self.path = path
        self.digest = digest
        self.bytes = bytes
        item = try ContentItem(from: &reader)
        texts = try reader.list { (reader) throws(ByteReader.Malformed) in
            (path: try reader.string(), text: try RenderedText(from: &reader))
        }
    }
}
