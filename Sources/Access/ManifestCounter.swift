package import Diagnostics
import Files
import FoundationEssentials

/// How often a site's set of objects was another one. Kept in the office, so that it only rises.
package struct ManifestCounter: Sendable {
    private static let fileName = "manifest.json"
    private static let limit = 4096

    private struct Text: Codable {
        let site: String
        let counter: Int
        let root: String
    }

    private let path: String
    private let site: String
    private let known: Text?

    /// - Parameter office: path of the folder.
    /// - Throws: where the file is there and cannot be used.
    package init(office: String, keystore: Keystore) throws(Failure) {
        path = office + "/" + Self.fileName
        site = keystore.site
        guard try FileSystem.look(path) != nil else {
            known = nil
            return
        }
        let damaged = Failure(
            "\(path) cannot be used: it is not what a build writes",
            remedy: "Put it back from a backup, with its counter at least as high as the last that was published; "
                + "where there is none, remove it, and readers may be told once that the forum is older than what they saw.")
        guard let bytes = try FileSystem.read(path, limit: Self.limit) else { throw damaged }
        let text: Text
        do {
            text = try JSONDecoder().decode(Text.self, from: Data(bytes))
        } catch {
            throw damaged
        }
        guard (1...Int(UInt32.max) - 1).contains(text.counter) else { throw damaged }
        known = text.site == site ? text : nil
    }

    /// Whether a manifest is the last one that the office has counted.
    package func isLast(_ manifest: ManifestReader) -> Bool {
        known?.counter == manifest.counter && known?.root == manifest.root
    }

    /// The counter for a manifest; written down before it is given out, so that no two manifests ever have the same one.
    ///
    /// - Parameter published: the counter of the site that stands, where its manifest is the office's; a restored office may know less.
    package func counter(for manifest: Manifest, published: Int?) throws(Failure) -> Int {
        let root = Hexadecimal.text(manifest.root)
        if let known, known.root == root, known.counter >= published ?? 0 { return known.counter }
        let text = Text(site: site, counter: max(known?.counter ?? 0, published ?? 0) + 1, root: root)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let bytes: [UInt8]
        do {
            bytes = Array(try encoder.encode(text)) + [UInt8(ascii: "\n")]
        } catch {
            throw Failure("cannot write \(path): \(error)")
        }
        try FileSystem.replace(path, bytes, mode: 0o600)
        return text.counter
    }
}
