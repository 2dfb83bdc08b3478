package import Diagnostics

/// One publication to a target: what has to be sent and removed, and the doing of it.
///
/// Sent again after an interruption it does what is left, because each time it looks at what the target has.
package struct Publication: Sendable {
    /// One thing that is done at the target.
    package enum Step: Sendable, Equatable {
        case send(FinishedSite.File)
        case remove(String)
    }

    /// All of them, in their order.
    package var steps: [Step] { sends.map(Step.send) + removals.map(Step.remove) }
    /// How many files are there already.
    package var kept: Int { site.files.count - sends.count }
    /// How many files and folders stand at the target that are not the forum's; nil unless this is the first publication there.
    package let others: Int?

    private let site: FinishedSite
    private let target: any Target
    private let record: PublicationRecord
    private let sends: [FinishedSite.File]
    private let removals: [String]

    /// Looks at the target; changes nothing.
    ///
    /// - Parameter takeOver: whether files may be replaced that no publication from this office has put there.
    package init(_ site: FinishedSite, to place: PublishingPlace, takeOver: Bool) throws(Failure) {
        self.site = site
        target = try place.target(for: site)
        record = try PublicationRecord(office: site.office, target: target.name)
        let standing = try target.compare(site)
        let (sends, put) = (site.files.filter { standing[$0.path] != .same }, record.put)
        let foreign = sends.filter { standing[$0.path] == .other && put[$0.path] == nil }.map(\.path)
        guard takeOver || foreign.isEmpty else { throw Self.refusal(foreign) }
        let paths = Set(site.files.map(\.path))
        self.sends = sends
        removals = try target.standing(put.filter { !paths.contains($0.key) }).sorted(by: >)
        others = record.isEmpty ? try target.others(than: site) : nil
    }

    /// Sends and removes. A half of it leaves a site that opens.
    package func run(progress: PublishingProgress) throws(Failure) {
        var record = record
        try record.begin(sends)
        let total = sends.count + removals.count
        var done = 0
        for turn in UploadTurn.allCases {
            let files = sends.filter { $0.turn == turn }
            if files.isEmpty { continue }
            try target.send(files, of: site)
            done += files.count
            progress.step("publishing", done, of: total)
        }
        if !removals.isEmpty { try target.remove(removals, of: site) }
        progress.step("publishing", total, of: total)
        try target.end()
        try record.finish(site.files, changed: total > 0)
    }

    private static func refusal(_ foreign: [String]) -> Failure {
        let shown = foreign.prefix(3).joined(separator: ", ") + (foreign.count > 3 ? " and \(foreign.count - 3) more" : "")
        return Failure(
            "the target has files that no publication from this office put there, and the site would replace them: \(shown)",
            remedy: "Name an empty folder; or, where these may be replaced, add --take-over.")
    }
}
