package import Diagnostics
import Files
import Foundation

/// The mails that the office has written: `office/outbox/`, a folder for each, by its number.
package struct Outbox: Sendable {
    let office: String
    private static let recordLimit = 4 << 20
    private static let mailLimit = 64 << 20

    /// - Parameter office: path of the folder.
    package init(office: String) {
        self.office = office
    }

    /// All of them, by their numbers.
    package func mails() throws(Failure) -> [OutgoingMail] {
        var mails: [OutgoingMail] = []
        for number in try numbers().sorted() { if let mail = try mail(number) { mails.append(mail) } }
        return mails
    }

    /// The number that the next mail gets.
    func next() throws(Failure) -> Int { (try numbers().max() ?? 0) + 1 }

    private func numbers() throws(Failure) -> [Int] {
        try FileSystem.entries(of: office + "/outbox").compactMap { $0.kind == .folder ? Int($0.name) : nil }.filter { $0 > 0 }
    }

    /// One of them; nil where there is none of that number.
    package func mail(_ number: Int) throws(Failure) -> OutgoingMail? {
        let path = folder(number) + "/record.json"
        guard try FileSystem.look(path) != nil else { return nil }
        guard let bytes = try FileSystem.read(path, limit: Self.recordLimit) else { throw Failure("\(path) is larger than any record") }
        do {
            return try JSONDecoder().decode(OutgoingMail.self, from: Data(bytes))
        } catch {
            throw Failure(
                "\(path) cannot be read: it was changed by something else than Rostrum", remedy: "Put it back from a backup of the office.")
        }
    }

    /// The mail of that number. Throws where there is none.
    package func require(_ number: Int) throws(Failure) -> OutgoingMail {
        guard let mail = try mail(number) else {
            throw Failure("there is no mail \(number) in the outbox", remedy: "See `rostrum outbox list --all` for those that there are.")
        }
        return mail
    }

    /// The bytes of `message.eml`, as it is sent.
    package func message(_ number: Int) throws(Failure) -> [UInt8] {
        let path = self.path(number)
        guard let bytes = try FileSystem.read(path, limit: Self.mailLimit) else { throw Failure("\(path) is larger than any mail") }
        return bytes
    }

    /// A file that goes with a mail.
    func file(_ file: OutgoingMail.File, of number: Int) throws(Failure) -> [UInt8] {
        let path = folder(number) + "/files/" + file.name
        guard let bytes = try FileSystem.read(path, limit: Self.mailLimit) else {
            throw Failure("\(path) is larger than any file of a mail")
        }
        return bytes
    }

    /// Where a mail lies on this machine.
    package func path(_ number: Int) -> String { folder(number) + "/message.eml" }

    private func folder(_ number: Int) -> String { office + OutgoingMail.folder(number).dropFirst(6) }
}
