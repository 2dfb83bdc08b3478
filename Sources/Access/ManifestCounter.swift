package import Diagnostics
import Files
import FoundationEssentials

/// How often a site's set of objects was another one, and the keys that the last set was sealed with. Kept in the office, so that the
/// counter only rises.
package struct ManifestCounter: Sendable {
    private static let fileName = "manifest.json"
    /// Room for the keys of some ten thousand discussions.
    private static let limit = 2 << 20

    private struct Text: Codable {
        let site: String
        let counter: Int
        let root: String
        /// Missing where an earlier version of the program wrote it.
        let keys: BuiltKeys?
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
        guard (1...Int(UInt32.max) - 1).contains(text.counter), text.keys?.isValid ?? true else { throw damaged }
        known = text.site == site ? text : nil
    }

    /// Tells what the office has on record from anything else that it might have, nothing too.
    package static func fingerprint(office: String) throws(Failure) -> Fingerprint {
        let path = office + "/" + fileName
        return Fingerprint(try FileSystem.look(path) == nil ? [] : try FileSystem.read(path, limit: limit) ?? [])
    }

    /// Whether a manifest is the last one that the office has counted.
    package func isLast(_ manifest: ManifestReader) -> Bool {
        known?.counter == manifest.counter && known?.root == manifest.root
    }

    /// Which keys the last build sealed with.
    package var keys: BuiltKeys { known?.keys ?? .none }

    /// The counter for a manifest; written down before it is given out, so that no two manifests ever have the same one.
    ///
    /// - Parameters:
    ///   - published: the counter of the site that stands, where its manifest is the office's; a restored office may know less.
    ///   - sealed: which keys its objects are sealed with, by the audiences' names.
    package func counter(for manifest: Manifest, published: Int?, sealed: [String: KeyNumber]) throws(Failure) -> Int {
        let (root, keys) = (Hexadecimal.text(manifest.root), keys.built(with: sealed))
        let counted = known.flatMap { $0.root == root && $0.counter >= published ?? 0 ? $0.counter : nil }
        if let counted, known?.keys == keys { return counted }
        let counter = counted ?? max(known?.counter ?? 0, published ?? 0) + 1
        try write(Text(site: site, counter: counter, root: root, keys: keys))
        return counter
    }

    /// Puts back what was on record when this was read, where what was counted since has not been given out.
    package func restore() throws(Failure) {
        if let known { try write(known) } else { try FileSystem.remove(path) }
    }

    private func write(_ text: Text) throws(Failure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let bytes: [UInt8]
        do {
            bytes = Array(try encoder.encode(text)) + [UInt8(ascii: "\n")]
        } catch {
            throw Failure("cannot write \(path): \(error)")
        }
        try FileSystem.replace(path, bytes, mode: 0o600)
    }
}
