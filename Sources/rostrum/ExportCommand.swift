import Access
import ArgumentParser
import Diagnostics
import Files
import Generator
import Model
import Publishing

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Take the forum along: as a sealed copy that opens from a folder, or as a book.",
        discussion: """
            --zip packs the finished site/ so that it is read without a server, from a folder or a stick: unpack it, open index.html, and enter \
            the passphrase. It stays sealed, search and attachments included. Nobody can take it back: a passphrase that opens it today opens \
            it for ever. With --discussion it holds that one alone.

            --epub writes a book of the forum, or of one discussion, in one language: for tablets, and for archives. It is NOT sealed: \
            whoever has the file can read it.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Write a sealed copy that opens from a folder.", valueName: "file"), transform: NamedPath.parse)
    var zip: String?

    @Option(help: ArgumentHelp("Write a book, in clear.", valueName: "file"), transform: NamedPath.parse)
    var epub: String?

    @Option(help: ArgumentHelp("Of this discussion alone.", valueName: "number"))
    var discussion: String?

    @Option(help: ArgumentHelp("The book's language, if not the forum's own.", valueName: "code"), transform: Language.parse)
    var language: Language?

    @Option(help: ArgumentHelp("A theme in themes/ whose files go before those of wipo.", valueName: "name"))
    var theme: String?

    @Flag(help: "Take the place of a file that is there.")
    var replace = false

    func validate() throws {
        guard (zip == nil) != (epub == nil) else { throw ValidationError("Give either --zip or --epub.") }
        guard zip == nil || language == nil else { throw ValidationError("The copy is in all languages: leave --language out.") }
    }

    func run() throws {
        if let zip { try copy(to: zip) }
        if let epub { try writeBook(to: epub) }
    }

    private func copy(to path: String) throws {
        guard try ForumFile.gate(common) == .sealed else {
            throw Failure(
                "nothing in this forum's site is sealed, as its server keeps strangers out: a copy would be open to whoever has it",
                remedy: "Where that is what you want, make a book with --epub.")
        }
        guard try FileSystem.look(common.root + "/site/index.html") != nil else {
            throw Failure("there is no finished site in \(common.root)/site", remedy: "Run `rostrum build` first.")
        }
        try requireFree(path)
        let lock = try Build.lock(common.root)
        defer { withExtendedLifetime(lock) {} }
        let build = Build(try common.settings(theme: theme))
        let (one, findings) = try discussion.map { (id) throws(Failure) in try build.copy(of: id) } ?? (nil, [])
        try common.report(findings)
        let report = try build.audit(holding: lock)
        try common.report(report.findings, unchanged: " in the site, and nothing was written")
        let progress: PublishingProgress = common.quiet ? .silent : .terminal
        let site = try FinishedSite(root: common.root, office: try common.office(), gate: .sealed, progress: progress)
        let copy = try OfflineCopy(site, at: path) { path in
            switch one?.content(of: path) {
            case .other(let page): .other(page)
            case .nothing: .nothing
            case .same, nil: .same
            }
        }
        try copy.write(progress: progress)
        try common.say(
            "\(path): \(Count.files(copy.count)), sealed. Unpack it, and open index.html in the folder \(OfflineCopy.folder).",
            json: "{\"zip\":\(FindingWriter.quote(path)),\"files\":\(copy.count),\"sealed\":true}")
    }

    private func writeBook(to path: String) throws {
        try common.place(path, for: .book)
        try requireFree(path)
        if let language { try ForumFile.load(common).forum?.require(language) }
        let extent = discussion.map(Book.Extent.discussion) ?? .forum
        let (made, findings) = try Build(try common.settings(theme: theme)).book(extent, in: language)
        try common.report(findings)
        guard let book = made else { throw ContentHasErrors(summary: nil) }
        let ending = EndingSignals()
        defer { ending.letGo() }
        try FileSystem.replace(path, mode: 0o600) { (file) throws(Failure) in try book.write(to: file) }
        try common.say(
            "\(path), in the language \(book.language): discussions: \(book.discussions), entries of the library: \(book.entries).",
            json: "{\"epub\":\(FindingWriter.quote(path)),\"language\":\"\(book.language)\",\"discussions\":\(book.discussions),"
                + "\"entries\":\(book.entries),\"leftOut\":[\(book.leftOut.map(FindingWriter.quote).joined(separator: ","))],\"sealed\":false}"
        )
        if common.format == .text, !common.quiet, !book.leftOut.isEmpty {
            Console.note(
                "Not in it, but described by their texts, as programs for books show PNG, JPEG and GIF up to 16 MB alone: "
                    + book.leftOut.joined(separator: ", "))
        }
        if common.format == .text { Console.note("ATTENTION: this book is NOT sealed. Whoever has the file can read it.") }
    }

    private func requireFree(_ path: String) throws(Failure) {
        guard let obstacle = try NamedPath.obstacle(path), !replace || obstacle != "a file" else { return }
        let other = obstacle == "a file" ? ", or let it be replaced with --replace" : ""
        throw Failure("there is already \(obstacle) \(path)", remedy: "Name another file\(other).")
    }
}
