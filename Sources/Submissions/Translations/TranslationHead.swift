import Diagnostics
import Model

/// What the front matter of a translation says of its original.
struct TranslationHead {
    let of: Language
    let source: String
    var by: String?
    let machine: Bool

    func written(_ manuscript: Manuscript) -> [UInt8] {
        var head = FrontMatterText()
        head.add("title", manuscript.title)
        head.add("questions", each: manuscript.questions ?? [])
        head.add("translation-of", plain: of.code)
        head.add("source", plain: "sha256:" + source)
        head.add("translated-by", by)
        head.add("machine", plain: machine ? "true" : nil)
        return head.document(manuscript.body)
    }

    /// In place of an earlier translation, whose further keys and comments stay.
    func written(over bytes: [UInt8], _ path: String, _ manuscript: Manuscript) throws(Failure) -> [UInt8] {
        var file = try EditedFile(path: path, bytes: bytes)
        if let title = manuscript.title { try file.set("title", .text(title)) }
        if let questions = manuscript.questions {
            try file.set("questions", questions.isEmpty ? nil : .lines(questions), below: ["title"])
        }
        try file.set("translation-of", .plain(of.code))
        try file.set("source", .plain("sha256:" + source), below: ["translation-of"])
        try file.set("translated-by", by.map { .text($0) }, below: ["source"])
        try file.set("machine", machine ? .plain("true") : nil, below: ["translated-by", "source"])
        try file.setBody(manuscript.body)
        return file.bytes
    }
}
