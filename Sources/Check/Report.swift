import Diagnostics
import Documents

/// Collects findings, and looks up their places in the files.
struct Report {
    /// A place in a file.
    enum Place {
        /// The file as a whole.
        case file
        case value([DocumentLocator.Step])
        case key([DocumentLocator.Step])
        /// A text in or below a line of the file, from 1.
        case text(line: Int, String)
    }

    private let read: (String) -> [UInt8]?
    private var lists: [String: FindingList] = [:]
    /// The file that was looked into last; findings come file by file.
    private var locator: (path: String, locator: DocumentLocator)?

    init(read: @escaping (String) -> [UInt8]?) {
        self.read = read
    }

    var findings: [Finding] {
        Finding.ordered(lists.flatMap { $0.value.findings(of: $0.key) })
    }

    /// Whether further findings in that file are only counted, so that what explains them need not be worked out.
    func isFull(_ path: String) -> Bool {
        lists[path]?.isFull == true
    }

    mutating func add(_ kind: FindingKind, _ path: String, _ place: Place, _ message: String, hint: String? = nil) {
        var list = lists[path] ?? FindingList()
        let location = list.isFull ? nil : locate(path, place)
        list.add(kind, message, at: location, hint: hint)
        lists[path] = list
    }

    private mutating func locate(_ path: String, _ place: Place) -> Location {
        if case .file = place { return Location(file: path) }
        if locator?.path != path {
            guard let bytes = read(path) else { return Location(file: path) }
            locator = (path, DocumentLocator(path: path, bytes: bytes))
        }
        guard let locator = locator?.locator else { return Location(file: path) }
        return switch place {
        case .file: Location(file: path)
        case .value(let steps): locator.location(of: steps)
        case .key(let steps): locator.location(ofKey: steps)
        case .text(let line, let text): locator.location(line: line, of: text)
        }
    }
}
