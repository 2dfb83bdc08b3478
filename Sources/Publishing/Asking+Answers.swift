import Access
import Confinement
import Diagnostics
import Files

/// What is right of the answers, and the asking itself.
extension Asking {
    /// Each must be answered by asking to sign in, and with nothing else.
    mutating func keptOut(_ paths: [String], _ manner: Curl.Manner, _ who: String) throws(Failure) {
        let answers = try ask(paths.map { address.page($0) }, manner, keeping: true)
        for (path, answer) in zip(paths, answers) {
            if answer.status != 401 {
                add(.open, path, "\(who) gets \(Self.said(answer.status)), and not 401")
            } else if answer.isTooLong || isFile(path, answer) {
                add(.open, path, "\(who) gets status 401, but what is there with it")
            }
        }
    }

    /// None may be answered with something to read; a server that drops what looks like an attack does right.
    mutating func neverAnswered(_ paths: [String], _ manner: Curl.Manner, _ who: String) throws(Failure) {
        var manner = manner
        manner.needsAnswer = false
        for (path, status) in zip(paths, try ask(paths, manner)) where status.map({ (200..<300).contains($0) }) ?? false {
            add(.open, path, "\(who) gets \(Self.said(status))")
        }
    }

    /// None may be answered with the site's file, whatever the status.
    mutating func neverServed(_ ways: [(path: String, address: String)], _ manner: Curl.Manner, _ who: String) throws(Failure) {
        for (way, answer) in zip(ways, try ask(ways.map(\.address), manner, keeping: true)) where isFile(way.path, answer) {
            add(.open, way.path, "\(who) gets it at \(way.address)")
        }
    }

    mutating func ask(_ paths: [String], _ manner: Curl.Manner) throws(Failure) -> [Int?] {
        try ask(paths.map { address.page($0) }, manner, keeping: false).map(\.status)
    }

    private func isFile(_ path: String, _ answer: Answered) -> Bool { answer.hash != nil && answer.hash == hashes[path] }

    /// What came of a request: `hash` of a body that is there, and whether it is longer than any request to sign in.
    private typealias Answered = (status: Int?, hash: String?, isTooLong: Bool)

    /// - Parameter keeping: whether the bodies count.
    private mutating func ask(_ addresses: [String], _ manner: Curl.Manner, keeping: Bool) throws(Failure) -> [Answered] {
        requests += addresses.count
        let folder = scratch.path + "/answers"
        try FileSystem.remove(folder)
        try FileSystem.makeFolder(folder, mode: 0o700)
        let asked = addresses.enumerated().map { Curl.Request(address: $1, output: keeping ? "\(folder)/\($0)" : nil) }
        var answered: [Answered] = []
        for (index, answer) in try curl.run(asked, manner, in: scratch).enumerated() {
            let path = "\(folder)/\(index)"
            var hash: String?
            if keeping, try FileSystem.look(path)?.kind == .file { hash = try Digest.sha256Hex(of: try OpenFile(path)) }
            answered.append((answer.status, hash, answer.isTooLong))
        }
        return answered
    }

    static func said(_ status: Int?) -> String { status.map { "status \($0)" } ?? "no answer" }
}
