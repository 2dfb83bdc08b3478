import Access
import Diagnostics
import Model
import Search

/// The indexes of the site in files of their own, sealed for whom they are.
struct SearchFiles: Sendable {
    private let site: Site
    private let gate: SiteGate
    private let common: Fingerprint
    private let guestKeys: Fingerprint

    /// - Parameters:
    ///   - common: fingerprint of what goes into every page, the members' keys among it.
    ///   - guestKeys: tells the keys of guests from any others.
    init(_ site: Site, gate: SiteGate, common: Fingerprint, guestKeys: Fingerprint) {
        self.site = site
        self.gate = gate
        self.common = common
        self.guestKeys = guestKeys
    }

    /// How many indexes there are.
    var count: Int { site.search.entries.count }

    /// The files of one index. Where its texts are as they were it is taken over as a whole.
    func files(of index: Int, in staging: Staging) -> [File] { files(of: site.search.entries[index], staging) }

    /// Seals a file of an index, and puts it into the next site.
    func place(_ file: File, in staging: Staging) throws(Failure) -> Staging.Placed {
        try staging.place(file.path, inputs: file.inputs) { () throws(Failure) in
            guard let made = file.made else {
                throw Failure("\(file.path) is gone", remedy: "Let nothing else write into the site, and run the build again.")
            }
            return try gate.made(made)
        }
    }

    struct File: Sendable {
        fileprivate let path: String
        fileprivate let inputs: Fingerprint
        /// Nil for what stands in the present site.
        fileprivate let made: MadeFile?
    }

    /// The table's fingerprint tells how many files there are, so that an index of which one is missing is not taken for whole.
    private func files(of entry: SearchPlan.Entry, _ staging: Staging) -> [File] {
        let inputs = SearchDocuments(site, entry).fingerprint(entry.audience == .members ? common : Self.joined(common, guestKeys))
        let kept = SearchIndex.Section.allCases.flatMap { section in
            section == .table ? [] : shards(section, of: entry, madeFrom: inputs, staging)
        }
        let table = site.search.path(entry, .table, 0)
        if staging.inputs(of: table) == Self.counted(inputs, kept.count) {
            return [File(path: table, inputs: Self.counted(inputs, kept.count), made: nil)]
                + kept.map { File(path: $0, inputs: inputs, made: nil) }
        }
        let made = site.index(entry)
        return made.map { file in
            File(path: file.path, inputs: file.path == table ? Self.counted(inputs, made.count - 1) : inputs, made: file)
        }
    }

    /// The paths of those that stand in the present site, up to the first that does not.
    private func shards(
        _ section: SearchIndex.Section, of entry: SearchPlan.Entry, madeFrom inputs: Fingerprint, _ staging: Staging
    ) -> [String] {
        var paths: [String] = []
        while true {
            let path = site.search.path(entry, section, paths.count)
            guard staging.inputs(of: path) == inputs else { return paths }
            paths.append(path)
        }
    }

    private static func joined(_ a: Fingerprint, _ b: Fingerprint) -> Fingerprint {
        var builder = Fingerprint.Builder()
        builder.add(a)
        builder.add(b)
        return builder.fingerprint
    }

    private static func counted(_ inputs: Fingerprint, _ count: Int) -> Fingerprint {
        var builder = Fingerprint.Builder()
        builder.add(inputs)
        builder.add(count)
        return builder.fingerprint
    }
}
