/// What says much the same as something published or waiting.
extension Checks {
    /// How many of them are told one by one, the most alike first: of a text that everybody sends, nobody reads more.
    private static let duplicateLimit = 5

    func checkDuplicates(_ matter: CheckedMatter, _ list: inout RemarkList) {
        guard matter.submission.isForReaders else { return }
        let near = matter.known.near(Sketch(of: matter.submission.body), except: matter.own)
        list.add(untold: max(0, near.count - Self.duplicateLimit))
        for (source, share) in near.prefix(Self.duplicateLimit) {
            switch source {
            case .published(let title, let place):
                list.add(.duplicatePublished, ["title": title, "place": place, "share": String(share)])
            case .submission(let number):
                list.add(.duplicateWaiting, ["number": String(number), "share": String(share)])
            }
        }
    }
}
