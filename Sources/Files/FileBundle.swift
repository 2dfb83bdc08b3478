/// Several files in one string of bytes: what is sealed in a submission, or in a text that is returned. `Access/SUBMISSIONS.md`, section 1.
///
/// It is here because two targets read it that may not know of each other: `Access`, which seals, and the program that opens what comes
/// from outside.
package struct FileBundle: Sendable, Hashable {
    /// The first of them is the text; of a returned text, the second is the answer.
    package let files: [File]

    /// A file of a bundle.
    package struct File: Sendable, Hashable {
        /// 1 to 200 bytes of UTF-8, without control characters, `/` and `\`.
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// What a bundle is of.
    package enum Kind: Sendable {
        case submission, returnedText

        /// The names that its files begin with.
        package var firstNames: [String] { self == .submission ? [FileBundle.text] : [FileBundle.text, FileBundle.answer] }
    }

    /// Why bytes are no bundle, or files do not make one.
    package enum Refusal: Error, Sendable, Hashable {
        /// Another beginning, a length that leads past the end, or something after the last file.
        case malformed
        case tooLong
        /// None, or more than `fileLimit`.
        case count
        /// A name that is none, or two that are the same.
        case name
        /// The first ones are not called what they should be.
        case firstName
    }

    /// The name of the text with its fields.
    package static let text = "submission.md"
    /// The name of what a moderator says to a returned text.
    package static let answer = "answer.txt"
    /// The most bytes that a bundle has.
    package static let byteLimit = 24_000_000
    /// The most files that a bundle has.
    package static let fileLimit = 100
    private static let nameLimit = 200
    private static let beginning = [UInt8]("ROSBUNDL".utf8)

    /// A bundle of these files, which are told by `Refusal` to be none that a reader would take.
    package init(_ files: [File], of kind: Kind) throws(Refusal) {
        guard (1...Self.fileLimit).contains(files.count) else { throw .count }
        guard files.allSatisfy({ Self.isName(Array($0.name.utf8)) }) else { throw .name }
        // Two names may look the same and be two.
        guard Set(files.map { Array($0.name.utf8) }).count == files.count else { throw .name }
        let first = files.prefix(kind.firstNames.count).map { Array($0.name.utf8) }
        guard first == kind.firstNames.map({ Array($0.utf8) }) else { throw .firstName }
        self.files = files
        guard count <= Self.byteLimit else { throw .tooLong }
    }

    /// What bytes from outside say.
    package init(_ bytes: [UInt8], of kind: Kind) throws(Refusal) {
        guard bytes.count <= Self.byteLimit else { throw .tooLong }
        guard bytes.starts(with: Self.beginning) else { throw .malformed }
        var rest = bytes.dropFirst(Self.beginning.count)
        var files: [File] = []
        while !rest.isEmpty {
            guard files.count < Self.fileLimit else { throw .count }
            let name = Array(try Self.field(&rest))
            let content = Array(try Self.field(&rest))
            guard Self.isName(name) else { throw .name }
            files.append(File(name: String(decoding: name, as: UTF8.self), bytes: content))
        }
        try self.init(files, of: kind)
    }

    /// The bytes of all of them.
    package var bytes: [UInt8] {
        var bytes = Self.beginning
        bytes.reserveCapacity(count)
        for file in files {
            for field in [Array(file.name.utf8), file.bytes] {
                // No field is longer than the whole.
                let length = UInt32(truncatingIfNeeded: field.count)
                for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: length >> shift)) }
                bytes += field
            }
        }
        return bytes
    }

    private var count: Int { files.reduce(Self.beginning.count) { $0 + 8 + $1.name.utf8.count + $1.bytes.count } }

    private static func field(_ rest: inout ArraySlice<UInt8>) throws(Refusal) -> ArraySlice<UInt8> {
        guard rest.count >= 4 else { throw .malformed }
        let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(4)
        guard length <= rest.count else { throw .malformed }
        defer { rest = rest.dropFirst(length) }
        return rest.prefix(length)
    }

    private static func isName(_ name: [UInt8]) -> Bool {
        guard (1...nameLimit).contains(name.count), let text = String(validating: name, as: UTF8.self) else { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "/" && $0 != "\\" }
    }
}
