/// The host that the forum names itself by: in identifiers of its mails, and to relays.
enum MailHost {
    /// The part of an address behind the `@`, in lower case; `localhost` where that is none that every program takes.
    static func name(of address: String) -> String {
        let host = address.split(separator: "@").last.map { $0.lowercased() } ?? ""
        let isPlain = host.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || "-.".utf8.contains($0) }
        return isPlain && !host.isEmpty ? host : "localhost"
    }
}
