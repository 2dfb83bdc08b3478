package import Access
import Confinement
package import Diagnostics
import Files

/// A site whose server decides who may read what, asked from outside: does it let in those whom it should, and nobody else?
///
/// It takes nobody's word for it, as settings that a server does not heed say nothing: every path is asked for, without signing in,
/// with a wrong password, as a member and as a guest of each discussion, with accounts of the office's own (`LoginList.probe`).
package struct ServedSite: Sendable {
    /// A folder of the site, from its root, with the account that may read it; the root, which is the members', first.
    package struct Tree: Sendable {
        /// Ending in `/`; empty for the root.
        package let folder: String
        package let account: LoginList.Account
        /// The name of the list that the account is on.
        package let list: String

        package init(folder: String, list: LoginList) {
            self.folder = folder
            account = list.probe
            self.list = list.name
        }
    }

    /// Something that is not as it must be.
    package struct Fault: Sendable, Equatable {
        package enum Kind: String, Sendable {
            /// Answered to somebody who may not read it, or otherwise than by asking for name and password.
            case open
            /// Not answered to somebody who may read it.
            case closed
            /// The server has not the present list of those who may sign in.
            case list
        }

        package let kind: Kind
        /// From the site's root, as it was asked for; of a list, its name.
        package let path: String
        /// A sentence's end: who asked, and what was answered.
        package let message: String
    }

    /// What came of asking.
    package struct Report: Sendable {
        package let faults: [Fault]
        /// How many requests were made.
        package let requests: Int
        /// Whether the site is there at all; before it is, only who is kept out can be seen.
        package let isUploaded: Bool
    }

    private let address: SiteAddress
    private let curl: Curl

    package init(_ address: SiteAddress) throws(Failure) {
        try address.requirePrivate()
        guard !address.text.contains("@") else {
            throw Failure(
                "\(address.text) has a name in it, with which nobody would be asked for as a stranger",
                remedy: "Give the address as readers have it.")
        }
        self.address = address
        curl = try Curl()
    }

    /// Whether whoever does not sign in is kept out, seen on a few paths of each kind. Sends no password.
    ///
    /// - Parameter files: the site's.
    package func keepsStrangersOut(_ files: [FinishedSite.File]) throws(Failure) -> [Fault] {
        var asking = Asking(address: address, curl: curl, scratch: try ScratchFolder(), files: files)
        try asking.strangers(Self.sample(Self.asked(files), 8))
        return asking.faults
    }

    /// - Parameters:
    ///   - files: the site's.
    ///   - trees: the members' first.
    package func audit(_ files: [FinishedSite.File], trees: [Tree], progress: PublishingProgress) throws(Failure) -> Report {
        var asking = Asking(address: address, curl: curl, scratch: try ScratchFolder(), files: files)
        let files = Self.asked(files)
        let steps = trees.count + 1
        try asking.strangers(files)
        progress.step("asking", 1, of: steps)
        var isUploaded = true
        for (index, tree) in trees.enumerated() {
            let others = trees.filter { !$0.folder.isEmpty && $0.folder != tree.folder }.map(\.folder)
            let (own, outside) =
                tree.folder.isEmpty
                ? (files, []) : (files.filter { $0.hasPrefix(tree.folder) }, files.filter { !$0.hasPrefix(tree.folder) })
            let isThere = try asking.reader(tree, own: own, outside: Self.sample(outside, 64), others: others, isUploaded: isUploaded)
            isUploaded = isUploaded && isThere
            progress.step("asking", index + 2, of: steps)
        }
        try asking.strangersAfterwards(Self.sample(files, 8))
        return Report(faults: asking.faults, requests: asking.requests, isUploaded: isUploaded)
    }

    /// Servers keep their own settings to themselves.
    private static func asked(_ files: [FinishedSite.File]) -> [String] {
        files.map(\.path).filter { !$0.hasPrefix(".") && !$0.contains("/.") }
    }

    /// At most `count` files of each of the site's top folders and each tree, evenly spread.
    private static func sample(_ files: [String], _ count: Int) -> [String] {
        let groups = Dictionary(grouping: files) { $0.split(separator: "/").dropLast().prefix($0.hasPrefix("guests/") ? 2 : 1) }
        return groups.values.flatMap { group in
            let step = max(1, (group.count + count - 1) / count)
            return stride(from: 0, to: group.count, by: step).map { group[$0] }
        }.sorted()
    }
}
