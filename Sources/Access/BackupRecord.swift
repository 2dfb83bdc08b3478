package import Diagnostics
import Files
import FoundationEssentials
package import Model

/// When the office was last backed up: one line in `office/last-backup`.
package enum BackupRecord {
    static let fileName = "last-backup"
    /// Seconds after which a build says that there should be another backup: a week.
    private static let patience = 7 * 86_400

    /// What to say of an office that has not been backed up for a week; nil where it has been, and for one that is younger.
    package static func reminder(office: String, keystore: Keystore, at now: Instant) throws(Failure) -> String? {
        if let last = try last(office) {
            let days = (now.seconds - last.seconds) / 86_400
            guard now.seconds - last.seconds >= patience else { return nil }
            return "The office was last backed up \(days) days ago"
        }
        guard let first = keystore.slots.map(\.issued).min(), now.seconds - first.seconds >= patience else { return nil }
        return "The office has never been backed up"
    }

    /// Nil where there is no record, or none that can be read: then there is a reminder, which does no harm.
    private static func last(_ office: String) throws(Failure) -> Instant? {
        let path = office + "/" + fileName
        guard try FileSystem.look(path)?.kind == .file, let bytes = try FileSystem.read(path, limit: 100) else { return nil }
        return Instant(iso: String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
    }

    static func bytes(_ now: Instant) -> [UInt8] {
        Array((Date(timeIntervalSince1970: Double(now.seconds)).formatted(.iso8601) + "\n").utf8)
    }
}
