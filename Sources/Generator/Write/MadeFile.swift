import Access

/// A file that the build makes, and that is neither a page nor open by name: a part of an index, the calendar's dates.
struct MadeFile: Sendable {
    /// From the site's root.
    let path: String
    let audience: Audience
    let place: @Sendable (Audience) -> Place
    /// What is sealed.
    let text: [UInt8]
    /// How much of it is name and type, which only what is sealed begins with.
    private let head: Int

    /// A file of an index.
    init(index bytes: [UInt8], at path: String, for audience: Audience) {
        self.path = path
        self.audience = audience
        place = { Place(search: path, for: $0) }
        text = bytes
        head = 0
    }

    /// A file that readers save under a name.
    init(_ bytes: [UInt8], named name: String, at path: String, for audience: Audience) {
        self.path = path
        self.audience = audience
        place = { Place(file: path, for: $0) }
        let before = Array("\(name)\n\(MediaType(path: name).name)\n".utf8)
        text = before + bytes
        head = before.count
    }

    /// What lies in a site where nothing is sealed.
    var plain: [UInt8] { Array(text[head...]) }
}
