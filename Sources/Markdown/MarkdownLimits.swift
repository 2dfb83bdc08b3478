/// What one text may cost (design.md, section 6), and what is sent at once.
package enum MarkdownLimits {
    /// Processor time of one text, in seconds.
    package static let seconds = 2
    /// Memory of one text, in bytes, above what the worker has at its start.
    package static let memory = 256 << 20
    /// Length of one text, in bytes.
    package static let bytes = 1 << 20
    /// Seconds after which a worker that says nothing is given up, although it uses no processor time.
    static let silence = 20
    /// Length of one answer, in bytes. The worst that a megabyte of honest nesting gives is 27 MB.
    static let answer = 64 << 20
    /// What a worker may keep between texts, in bytes, before it is replaced.
    static let heap = 64 << 20
    /// Texts and bytes sent at once: enough that waiting for each other costs nothing, little enough to share out evenly.
    static let batch = (texts: 64, bytes: 64 << 10)

    /// Runs of neighbouring texts, each to be sent at once.
    static func batches(_ texts: [MarkdownText]) -> [Range<Int>] {
        var batches: [Range<Int>] = []
        var start = 0
        var bytes = 0
        for (index, text) in texts.enumerated() {
            if index > start, index - start == batch.texts || bytes + text.body.count > batch.bytes {
                batches.append(start..<index)
                start = index
                bytes = 0
            }
            bytes += text.body.count
        }
        if start < texts.count { batches.append(start..<texts.count) }
        return batches
    }
}
