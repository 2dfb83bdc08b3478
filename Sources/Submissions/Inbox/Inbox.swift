package import Diagnostics
import Files
import Foundation

/// The submissions of an office: `office/inbox/`, a folder for each, by its number.
package struct Inbox: Sendable {
    let office: String
    /// Larger than any record becomes: `Record.namesLimit` keeps them small.
    private static let recordLimit = 16 << 20
    private static let textLimit = 4 << 20

    /// - Parameter office: path of the folder.
    package init(office: String) {
        self.office = office
    }

    /// All of them, by their numbers.
    package func records() throws(Failure) -> [Record] {
        var records: [Record] = []
        for entry in try FileSystem.entries(of: office + "/inbox") where entry.kind == .folder {
            guard let number = Int(entry.name), number > 0 else { continue }
            if let record = try record(number) { records.append(record) }
        }
        return records.sorted { $0.number < $1.number }
    }

    /// Those in one of some states. Records of others are not taken apart, so that a build need not wait for thousands of them.
    func records(in states: Set<SubmissionState>) throws(Failure) -> [Record] {
        let marks = states.map { [UInt8]("\"\($0.rawValue)\"".utf8) }
        var records: [Record] = []
        for entry in try FileSystem.entries(of: office + "/inbox") where entry.kind == .folder {
            guard let number = Int(entry.name), number > 0,
                let bytes = try bytes(number), marks.contains(where: { bytes.firstRange(of: $0) != nil })
            else { continue }
            let record = try decode(bytes, number)
            if states.contains(record.state) { records.append(record) }
        }
        return records.sorted { $0.number < $1.number }
    }

    /// One of them; nil where there is none of that number.
    package func record(_ number: Int) throws(Failure) -> Record? {
        try bytes(number).map { (bytes) throws(Failure) in try decode(bytes, number) }
    }

    private func bytes(_ number: Int) throws(Failure) -> [UInt8]? {
        let path = office + "/inbox/\(number)/record.json"
        guard try FileSystem.look(path) != nil else { return nil }
        guard let bytes = try FileSystem.read(path, limit: Self.recordLimit) else { throw Failure("\(path) is larger than any record") }
        return bytes
    }

    private func decode(_ bytes: [UInt8], _ number: Int) throws(Failure) -> Record {
        do {
            return try JSONDecoder().decode(Record.self, from: Data(bytes))
        } catch {
            throw Failure(
                "\(office)/inbox/\(number)/record.json cannot be read: it was changed by something else than Rostrum",
                remedy: "Put it back from a backup of the office.")
        }
    }

    /// The submission of that number. Throws where there is none.
    package func require(_ number: Int) throws(Failure) -> Record {
        guard let record = try record(number) else {
            throw Failure("there is no submission \(number)", remedy: "See `rostrum inbox list --all` for those that there are.")
        }
        return record
    }

    /// A text of a submission.
    package func text(_ revision: Record.Revision, of number: Int) throws(Failure) -> [UInt8] {
        let path = office + "/inbox/\(number)/" + revision.file
        guard let bytes = try FileSystem.read(path, limit: Self.textLimit) else { throw Failure("\(path) is larger than any text") }
        return bytes
    }

    /// A file that came with a submission.
    package func file(_ file: Record.StoredFile, of number: Int) throws(Failure) -> [UInt8] {
        let path = office + "/inbox/\(number)/files/" + file.stored
        guard let bytes = try FileSystem.read(path, limit: 1 << 30) else { throw Failure("\(path) is larger than any attachment") }
        return bytes
    }
}

extension Inbox {
    /// Where what was set aside lies.
    package var unreadable: String { office + "/inbox/unreadable" }

    /// What was set aside and nobody has dealt with, in the order of the times.
    package func setAside() throws(Failure) -> [SetAside] {
        var found: [SetAside] = []
        let folder = unreadable
        for entry in try FileSystem.entries(of: folder) where entry.kind == .folder {
            guard let bytes = try FileSystem.read(folder + "/" + entry.name + "/reason.json", limit: 1 << 16) else { continue }
            do {
                found.append(try JSONDecoder().decode(SetAside.self, from: Data(bytes)))
            } catch {
                throw Failure("\(folder)/\(entry.name)/reason.json cannot be read", remedy: "Put it back from a backup of the office.")
            }
        }
        return found.filter { $0.dismissedBy == nil }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    }
}
