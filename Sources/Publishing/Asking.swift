import Access
import Confinement
import Diagnostics

/// Requests to a served site, and what was wrong with the answers.
struct Asking {
    let address: SiteAddress
    let curl: Curl
    let scratch: ScratchFolder
    /// The SHA-256 of each file of the site that has something in it, by its path.
    let hashes: [String: String]
    private(set) var faults: [ServedSite.Fault] = []
    var requests = 0

    init(address: SiteAddress, curl: Curl, scratch: ScratchFolder, files: [FinishedSite.File]) {
        self.address = address
        hashes = Dictionary(files.filter { $0.size > 0 }.map { ($0.path, $0.hash) }) { first, _ in first }
        self.curl = curl
        self.scratch = scratch
    }

    /// Who does not sign in, or not rightly, is asked to; whatever they ask for, and however.
    ///
    /// - Parameter files: of the site, from its root.
    mutating func strangers(_ files: [String]) throws(Failure) {
        let nothing = "nothing-has-this-name-\(Secrets.word)"
        let folders = ["", "assets/", "files/", "guests/", "search/", "server/", nothing + "/", nothing + ".html"]
        try keptOut(folders + files, Curl.Manner(), "whoever does not sign in")
        let wrong = Curl.Manner(account: ("audit-members", Secrets.word))
        try keptOut(["", "404.html"], wrong, "whoever signs in with a wrong password")
        // Other ways to say the same; a server may refuse them as it likes, but not answer.
        let variants = ["%69ndex.html", "./index.html", "/index.html", "index.html/", "index.html?", "..;/index.html", "%2e/index.html"]
        try neverAnswered(variants, Curl.Manner(), "whoever does not sign in")
        for method in ["HEAD", "POST", "OPTIONS", "PROPFIND"] {
            try neverAnswered(["", files.first ?? ""], Curl.Manner(method: method), "whoever does not sign in, by \(method),")
        }
        for headers in Self.others {
            let manner = Curl.Manner(headers: headers)
            try neverAnswered(["", files.first ?? ""], manner, "whoever does not sign in, with \"\(headers[0])\",")
        }
        try neverServed()
    }

    /// What a server might let somebody in for who does not sign in.
    private static let others = [
        ["User-Agent: Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"],
        [
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Accept: text/html,*/*;q=0.8",
            "Accept-Language: en-US,en;q=0.5", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document",
        ],
        ["Range: bytes=0-99"], ["X-Forwarded-For: 127.0.0.1"],
    ]

    /// Nobody gets by other ways to what is the site's, as through settings for another host's name that serve the same folder. What else
    /// there is at such an address is not the forum's, so that only its own files count.
    private mutating func neverServed() throws(Failure) {
        let style = hashes.keys.filter { $0.hasPrefix("assets/") }.min()
        let files = ["index.html", "404.html", style].compactMap { $0 }
        let ways = files.flatMap { path in address.otherWays(to: path).map { (path: path, address: $0) } }
        var manner = Curl.Manner(limit: 1 << 20, needsAnswer: false)
        try neverServed(ways, manner, "whoever does not sign in")
        manner.headers = ["Host: another-name.invalid"]
        let own = files.map { (path: $0, address: address.text + $0) }
        try neverServed(own, manner, "whoever does not sign in, with another host's name,")
        manner.headers = []
        for family in Curl.Family.allCases {
            manner.family = family
            try neverServed(own, manner, "whoever does not sign in, by \(family.rawValue),")
        }
    }

    /// Caches between server and readers give away nothing that somebody has signed in for.
    mutating func strangersAfterwards(_ files: [String]) throws(Failure) {
        try keptOut(files, Curl.Manner(), "whoever does not sign in, after readers who did,")
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

    mutating func add(_ kind: ServedSite.Fault.Kind, _ path: String, _ message: String) {
        faults.append(ServedSite.Fault(kind: kind, path: path, message: message))
    }
}

/// Words that nobody can have guessed.
private enum Secrets {
    static var word: String { (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined() }
}
