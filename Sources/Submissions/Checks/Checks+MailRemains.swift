/// What mail programs put below or around a text, which nobody means to publish.
extension Checks {
    func checkMailRemains(_ matter: CheckedMatter, _ list: inout RemarkList) {
        guard matter.submission.isForReaders else { return }
        for remains in MailRemains.all(in: matter.submission.body) {
            list.add(.mailRemains, ["text": remains.text], line: matter.submission.bodyLine + remains.line)
        }
    }
}
