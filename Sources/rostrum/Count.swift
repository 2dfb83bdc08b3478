/// Numbers with their nouns, as sentences have them.
enum Count {
    static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }
}
