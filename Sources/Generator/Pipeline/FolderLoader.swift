import Access
import ContentStore
import Diagnostics
import Files
import Glibc
import Markdown
import Model

/// Loads folders and has their bodies rendered; belongs to one thread, with a worker process of its own.
struct FolderLoader {
    private let loader: ContentLoader
    private let child: MarkdownChild

    init(loader: ContentLoader, command: [String]) {
        self.loader = loader
        child = MarkdownChild(command: command)
    }

    /// The folder's record, nil where something is missing that it cannot be without, and what is wrong in it.
    func load(_ folder: ContentFolder) throws(Failure) -> Outcome {
        let loaded = try loader.load(folder)
        var findings = loaded.findings
        var faulty = loaded.faulty
        let requests = loaded.bodies.map { MarkdownText(body: $0.bytes, prefix: $0.part.prefix, headings: $0.part.headingLevel) }
        let results = try child.render(requests)
        var texts: [(path: String, text: RenderedText)] = []
        for (body, result) in zip(loaded.bodies, results) {
            switch result {
            case .success(let text): texts.append((body.path, text))
            case .failure(let fault):
                findings.append(fault.finding(in: body.path))
                faulty.append(body.path)
            }
        }
        let record = loaded.item.map { FolderRecord(path: folder.path, item: $0, texts: texts) }
        return Outcome(record: record, findings: findings, faulty: faulty)
    }

    struct Outcome: Sendable {
        let record: FolderRecord?
        let findings: [Finding]
        /// See `LoadedFolder.faulty`; texts that could not be rendered are among them.
        let faulty: [String]
    }
}

extension ContentFolder {
    /// Fingerprint of the names and stamps of the folder's files.
    var stamps: Fingerprint {
        var writer = ByteWriter(reserving: files.count * 48)
        for file in files {
            writer.write(file.name)
            file.stamp.write(to: &writer)
        }
        return Fingerprint(writer.bytes)
    }
}

/// Tells files that changed so lately that a further change could leave their stamps as they are: a file system's clock
/// advances in steps of up to 10 ms. What is younger than that is not remembered, and is read anew by the next build.
struct YoungFiles {
    private let since: Int

    init() {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        since = now.tv_sec * 1_000_000_000 + now.tv_nsec - 100_000_000
    }

    func contains(_ stamp: FileStamp) -> Bool {
        stamp.modified >= since || stamp.changed >= since
    }

    func contains(_ folder: ContentFolder) -> Bool {
        contains(folder.stamp) || folder.files.contains { contains($0.stamp) }
    }
}
