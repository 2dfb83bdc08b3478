import Access
import Diagnostics
import Files

/// Holds the manifest to the objects that are in the site, and to what the office has counted.
struct ManifestAudit {
    let folder: String
    let opener: Opener
    let office: String
    let keystore: Keystore

    /// An object, and the file that it is in.
    struct Object: Sendable {
        let path: String
        let entry: ManifestEntry
    }

    /// What is wrong, and the paths of the manifest's files; where its head cannot be used, only that.
    func findings(_ objects: [Object]) throws(Failure) -> (findings: [Finding], files: Set<String>) {
        do {
            let reader = try ManifestReader(opener) { [folder] in Self.read(folder + "/" + $0) }
            var findings = Self.compare(objects, try reader.entries())
            if try !ManifestCounter(office: office, keystore: keystore).isLast(reader) {
                findings.append(
                    .site(.siteManifest, Manifest.head, "this is manifest \(reader.counter), and not the last that the office has counted"))
            }
            return (findings, Set(reader.files))
        } catch let fault as ManifestReader.Malformed {
            return ([.site(.siteManifest, fault.path, "this is missing, damaged, or not signed by the office")], [Manifest.head])
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure("cannot read the manifest: \(error)")
        }
    }

    private static func compare(_ objects: [Object], _ entries: [ManifestEntry]) -> [Finding] {
        var unnamed = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
        var findings: [Finding] = []
        for object in objects {
            let named = unnamed.removeValue(forKey: object.entry.key)
            guard named != object.entry else { continue }
            let message =
                named == nil ? "the manifest does not name this" : "the manifest names another text of this: an earlier or a later one"
            findings.append(.site(.siteManifest, object.path, message))
        }
        // Of two entries for one object, at least one is of none.
        let strange = unnamed.count + entries.count - Set(entries.map(\.key)).count
        if strange > 0 {
            let what = strange == 1 ? "an object that is" : "\(strange) objects that are"
            findings.append(.site(.siteManifest, Manifest.head, "the manifest names \(what) not in the site"))
        }
        return findings
    }

    private static func read(_ path: String) -> [UInt8]? {
        do throws(Failure) {
            return try FileSystem.read(path, limit: 16_384)
        } catch {
            return nil  // told as a manifest that cannot be used
        }
    }
}
