import Access
import Model
import Statistics

extension PageFacts {
    /// Adds everything that a page may say of it.
    func add(to builder: inout Fingerprint.Builder) {
        builder.add(regions.count)
        for (member, region) in regions.sorted(by: { $0.key < $1.key }) {
            builder.add(member)
            builder.add(region)
        }
        builder.add(office?.receipts.count ?? -1)
        for receipt in office?.receipts ?? [] {
            for text in [receipt.kind, receipt.discussion, receipt.room, receipt.language?.code] { builder.add(text ?? "") }
            builder.add(receipt.rounds.count)
            for round in receipt.rounds {
                builder.add(round.received.seconds)
                builder.add(round.decision?.time.seconds ?? -1)
                builder.add(round.decision?.verdict.rawValue ?? "")
            }
        }
    }
}
