import Access
import ContentStore
import Diagnostics
import Files
import Model
import Theme

/// The stamps of all that a build reads.
struct Sources {
    let stamps: Fingerprint
    /// What the office has on record of the last build. A build may write it, so it is not among the stamps.
    let record: Fingerprint
    /// Whether a file changed so lately that its stamp does not tell a further change.
    let young: Bool
    fileprivate let office: String

    init(_ listing: ContentListing, settings: Build.Settings, keystore: Keystore) throws(Failure) {
        var builder = Fingerprint.Builder()
        builder.add(listing.stamps)
        builder.add(keystore.fingerprint)
        let recent = YoungFiles()
        var young = listing.forum.map(recent.contains) ?? false || listing.folders.contains(where: recent.contains)
        // The fingerprint is of the keys alone; a passphrase that was issued changes the keyring too.
        if let stamp = try FileSystem.look(settings.office + "/keystore.json")?.stamp {
            Self.add(stamp, to: &builder)
            young = young || recent.contains(stamp)
        }
        let hasYoungTheme = try Self.addThemes(settings, recent, to: &builder)
        young = young || hasYoungTheme
        for path in PreviewLibrary.paths {
            if let stamp = try FileSystem.look(path)?.stamp { Self.add(stamp, to: &builder) }
        }
        settings.facts.add(to: &builder)
        stamps = builder.fingerprint
        office = settings.office
        record = try ManifestCounter.fingerprint(office: office)
        self.young = young
    }

    /// Adds the stamps of all that lies in the folders of themes.
    ///
    /// - Returns: whether one of them is young.
    static func addThemes(
        _ settings: Build.Settings, _ recent: YoungFiles, to builder: inout Fingerprint.Builder
    ) throws(Failure) -> Bool {
        var young = false
        for folder in settings.themes {
            builder.add(folder)
            try walk(ThemeFiles.path(of: folder, settings.root)) { path, stamp in
                builder.add(path)
                add(stamp, to: &builder)
                young = young || recent.contains(stamp)
            }
        }
        return young
    }

    private static func add(_ stamp: FileStamp, to builder: inout Fingerprint.Builder) {
        var writer = ByteWriter()
        stamp.write(to: &writer)
        builder.add(writer.bytes)
    }

    private static func walk(_ folder: String, _ visit: (String, FileStamp) -> Void) throws(Failure) {
        for entry in try FileSystem.entries(of: folder) {
            let path = folder + "/" + entry.name
            guard let found = try FileSystem.look(path) else { continue }
            visit(path, found.stamp)
            if found.kind == .folder { try walk(path, visit) }
        }
    }
}

/// What tells that a build would change nothing: what the last one read, and until when its result holds.
struct LastBuild {
    private let stamps: Fingerprint
    private let record: Fingerprint
    private let from: Instant
    private let until: Instant?
    let totals: Totals
    let findings: [Finding]
    /// The names of the lists for a server's login that it wrote into the office.
    let lists: [String]

    /// Nil where the sources are too young to be told from a further change.
    init?(_ sources: Sources, at now: Instant, until: Instant?, findings: [Finding], totals: Totals, lists: [String]) throws(Failure) {
        guard !sources.young else { return nil }
        stamps = sources.stamps
        record = try ManifestCounter.fingerprint(office: sources.office)
        from = now
        self.until = until
        self.findings = findings
        self.totals = totals
        self.lists = lists
    }

    /// What the cache remembers; nil where it is missing.
    init?(_ cache: Cache) throws(Failure) {
        guard let payload = try cache.read(.state) else { return nil }
        do throws(ByteReader.Malformed) {
            var reader = ByteReader(payload)
            stamps = try reader.fingerprint()
            record = try reader.fingerprint()
            from = Instant(seconds: try reader.int())
            until = try reader.optional { (reader) throws(ByteReader.Malformed) in Instant(seconds: try reader.int()) }
            totals = try Totals(from: &reader)
            findings = try reader.list { (reader) throws(ByteReader.Malformed) in try Finding(from: &reader) }
            lists = try reader.list { (reader) throws(ByteReader.Malformed) in try reader.string() }
        } catch {
            return nil  // counts as missing
        }
    }

    func covers(_ sources: Sources, at now: Instant) -> Bool {
        guard sources.stamps == stamps, sources.record == record, now >= from else { return false }
        return until.map { now < $0 } ?? true
    }

    func save(_ cache: Cache) throws(Failure) {
        var writer = Cache.writer()
        writer.write(stamps)
        writer.write(record)
        writer.write(from.seconds)
        writer.write(until) { $0.write($1.seconds) }
        totals.write(to: &writer)
        writer.write(list: findings) { $1.write(to: &$0) }
        writer.write(list: lists) { $0.write($1) }
        try cache.write(.state, writer)
    }
}

extension Finding {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(kind.rawValue)
        writer.write(message)
        writer.write(hint) { $0.write($1) }
        writer.write(location) { writer, location in
            writer.write(location.file)
            for value in [location.line, location.column, location.length] { writer.write(value) }
            writer.write(location.excerpt) { $0.write($1) }
        }
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        guard let kind = FindingKind(rawValue: try reader.string()) else { throw ByteReader.Malformed() }
        let message = try reader.string()
        let hint = try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.string() }
        let location = try reader.optional { (reader) throws(ByteReader.Malformed) in
            let file = try reader.string()
            let line = try reader.int()
            let column = try reader.int()
            let length = try reader.int()
            let excerpt = try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.string() }
            return Location(file: file, line: line, column: column, length: length, excerpt: excerpt)
        }
        self.init(kind, message, at: location, hint: hint)
    }
}
