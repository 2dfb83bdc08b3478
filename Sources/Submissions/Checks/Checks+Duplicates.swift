/// What says much the same as something published or waiting.
extension Checks {
    func checkDuplicates(_ matter: CheckedMatter, _ list: inout RemarkList) {
        guard matter.submission.isForReaders else { return }
        for (source, share) in matter.known.near(Sketch(of: matter.submission.body), except: matter.own) {
            switch source {
            case .published(let title, let place):
                list.add(.duplicatePublished, ["title": title, "place": place, "share": String(share)])
            case .submission(let number):
                list.add(.duplicateWaiting, ["number": String(number), "share": String(share)])
            }
        }
    }
}
