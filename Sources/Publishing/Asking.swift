import Access
import Confinement
import Diagnostics

/// Requests to a served site, and what was wrong with the answers.
struct Asking {
    let address: SiteAddress
    let curl: Curl
    let scratch: ScratchFolder
    private(set) var faults: [ServedSite.Fault] = []
    private(set) var requests = 0

    init(address: SiteAddress, curl: Curl, scratch: ScratchFolder) {
        self.address = address
        self.curl = curl
        self.scratch = scratch
    }

    /// Who does not sign in, or not rightly, is asked to; whatever they ask for, and however.
    ///
    /// - Parameter files: of the site, from its root.
    mutating func strangers(_ files: [String]) throws(Failure) {
        let nothing = "nothing-has-this-name-\(Secrets.word)"
        let folders = ["", "assets/", "files/", "guests/", "server/", nothing + "/", nothing + ".html"]
        try keptOut(folders + files, Curl.Manner(), "whoever does not sign in")
        let wrong = Curl.Manner(account: ("audit-members", Secrets.word))
        try keptOut(["", "404.html"], wrong, "whoever signs in with a wrong password")
        // Other ways to say the same; a server may refuse them as it likes, but not answer.
        let variants = ["%69ndex.html", "./index.html", "/index.html", "index.html/", "index.html?", "..;/index.html", "%2e/index.html"]
        try neverAnswered(variants, Curl.Manner(), "whoever does not sign in")
        for method in ["HEAD", "POST", "OPTIONS", "PROPFIND"] {
            try neverAnswered(["", files.first ?? ""], Curl.Manner(method: method), "whoever does not sign in, by \(method),")
        }
    }

    /// Somebody who signs in reads their tree, and nothing outside it.
    ///
    /// - Parameters:
    ///   - own: the files of the tree, from the site's root.
    ///   - outside: others.
    ///   - others: the folders of other trees.
    ///   - isUploaded: whether the site is there; a server may know whom it lets into a tree from a file in it.
    /// - Returns: whether the tree is there.
    mutating func reader(
        _ tree: ServedSite.Tree, own: [String], outside: [String], others: [String], isUploaded: Bool
    ) throws(Failure) -> Bool {
        let manner = Curl.Manner(account: (tree.account.name, tree.account.password))
        let who = tree.folder.isEmpty ? "a member" : "a guest of \(tree.folder.split(separator: "/").last ?? "")"
        if !tree.folder.isEmpty {
            try keptOut(["", "guests/"] + outside + others, manner, who)
            try neverAnswered([tree.folder + "../../404.html", tree.folder + "%2e%2e/%2e%2e/404.html"], manner, who)
        }
        // What is not meant for any reader must not lie beside the site.
        let never = ["office/keystore.json", "content/forum.yaml", ".rostrum/state", ".git/HEAD", ".htaccess"]
        try neverAnswered(never.map { tree.folder + $0 }, manner, who)
        switch try ask([tree.folder], manner)[0] {
        case 401 where !isUploaded: return false
        case 401:
            let remedy = "bring the files of the office's folder htpasswd/ to the server"
            add(.list, tree.list, "the server refuses \(tree.account.name), and so has not the present list: \(remedy)")
            return true
        case 403, 404: return false
        default: break
        }
        for (path, status) in zip(own, try ask(own, manner)) where status != 200 {
            add(.closed, path, "\(who) gets \(Self.said(status))")
        }
        return true
    }

    /// Each must be answered by asking to sign in.
    private mutating func keptOut(_ paths: [String], _ manner: Curl.Manner, _ who: String) throws(Failure) {
        for (path, status) in zip(paths, try ask(paths, manner)) where status != 401 {
            add(.open, path, "\(who) gets \(Self.said(status)), and not 401")
        }
    }

    /// None may be answered with something to read.
    private mutating func neverAnswered(_ paths: [String], _ manner: Curl.Manner, _ who: String) throws(Failure) {
        for (path, status) in zip(paths, try ask(paths, manner)) where status.map({ (200..<300).contains($0) }) ?? false {
            add(.open, path, "\(who) gets \(Self.said(status))")
        }
    }

    private mutating func ask(_ paths: [String], _ manner: Curl.Manner) throws(Failure) -> [Int?] {
        requests += paths.count
        return try curl.run(paths.map { Curl.Request(address: address.page($0)) }, manner, in: scratch).map(\.status)
    }

    private mutating func add(_ kind: ServedSite.Fault.Kind, _ path: String, _ message: String) {
        faults.append(ServedSite.Fault(kind: kind, path: path, message: message))
    }

    private static func said(_ status: Int?) -> String { status.map { "status \($0)" } ?? "no answer" }
}

/// Words that nobody can have guessed.
private enum Secrets {
    static var word: String { (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined() }
}
