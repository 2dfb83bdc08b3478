/// The type of an attachment or picture, by the ending of its name.
struct MediaType: Sendable, Hashable {
    /// As in `image/png`.
    let name: String
    /// Whether it is a picture, which stands in its text and not in a list below it.
    let isPicture: Bool
    /// Whether pages may show it; everything else is only ever saved.
    let isShown: Bool

    /// - Parameter path: a file's path or name.
    init(path: String) {
        let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() ?? ""
        if let name = Self.pictures[ending] {
            self.init(name, isPicture: true, isShown: true)
        } else {
            // What a browser could run has no type of its own here: opened from a page, it would be part of the forum.
            self.init(Self.documents[ending] ?? "application/octet-stream", isPicture: ending == "svg", isShown: false)
        }
    }

    private init(_ name: String, isPicture: Bool, isShown: Bool) {
        self.name = name
        self.isPicture = isPicture
        self.isShown = isShown
    }

    /// The ending by which a server knows what pages may show; nil for all that is only saved.
    var shownEnding: String? { isShown ? name.split(separator: "/").last.map(String.init) : nil }

    /// Every type that pages may show.
    static let shown = Set(pictures.values).sorted()

    private static let pictures = ["png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp"]

    /// IANA's names.
    private static let documents = [
        "pdf": "application/pdf", "csv": "text/csv", "txt": "text/plain", "ics": "text/calendar",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odp": "application/vnd.oasis.opendocument.presentation", "zip": "application/zip",
    ]
}
