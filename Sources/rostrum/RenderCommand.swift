import Access
import ArgumentParser
import Check
import ContentStore
import Diagnostics
import Documents
import Files
import Foundation
import Generator
import Markdown
import Model

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Print the HTML that a page would embed for one Markdown file.",
        discussion: """
            A file of a forum is rendered as on its page, in its own language. Anywhere else, links that lead nowhere stay as they \
            are written, and so do the levels of headings. Name - for standard input.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The Markdown file.", valueName: "file"), transform: NamedPath.parse)
    var file: String

    /// The largest text that is taken, in bytes.
    private static let limit = 1_000_000

    func run() throws {
        if let place = try ForumPlace(file: file) {
            let settings = try common.settings(theme: nil, root: place.root, office: office(of: place.root))
            let rendered = try Build(settings).fragment(place.path)
            try common.report(rendered.findings)
            guard let html = rendered.html else {
                throw Failure(
                    "\(place.path) is no text of the forum in \(place.root)", remedy: "See what `rostrum check` says of its folder.")
            }
            return try Console.result(html)
        }
        let bytes = try read()
        var findings: [Finding] = []
        guard let document = Document.bodyOfAnyFile(path: file, bytes: bytes, findings: &findings) else {
            return try common.report(findings)
        }
        let child = MarkdownChild(command: ProgramPath.markdownWorker)
        switch try child.render([MarkdownText(body: document.body, prefix: "", headings: nil)]).first {
        case .success(let text): try Console.result(text.asWritten())
        case .failure(let fault): try common.report([fault.finding(in: file)])
        case nil: break
        }
    }

    /// Keys give files their names; whoever may not enter the office, wherever it is, gets stand-ins.
    private func office(of root: String) -> String {
        do {
            return try Office.folder(root: root)
        } catch {
            return root + "/office"
        }
    }

    private func read() throws(Failure) -> [UInt8] {
        guard file != "-" else { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        guard let bytes = try FileSystem.read(file, limit: Self.limit) else {
            throw Failure("\(file) is larger than \(Self.limit) bytes", remedy: "Divide the text.")
        }
        return bytes
    }
}
