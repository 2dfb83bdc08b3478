import Files
import Quarantine

/// Takes something from outside apart, by what it is, and all that is in it in its turn.
struct Opener {
    private var budget = Budget()

    static func open(name: String, _ bytes: [UInt8]) -> Opened {
        var opener = Opener()
        let shown = FileName.attachment(name)
        switch Substance(name: name, bytes) {
        case .mail: return opener.mail(bytes, called: shown ?? "mail", depth: 0)
        case .outlookMail: return opener.outlookMail(bytes, called: shown ?? "mail", depth: 0)
        case .mailbox: return opener.mailbox(bytes, called: shown ?? "mailbox", depth: 0)
        case .archive(let format): return opener.archive(bytes, as: format, called: shown ?? "archive", depth: 0)
        case .text, .file:
            var contents = Contents()
            opener.add(bytes, name: shown, called: shown ?? "file", to: &contents, depth: 0)
            return contents.opened(as: .file)
        }
    }

    /// Takes apart what the program has unsealed: its files are treated as those of an archive, which packs nothing.
    ///
    /// Only the program says that something is a bundle. What looks like one in a mail or an archive, and in a bundle itself, is a file.
    static func open(bundle bytes: [UInt8], name: String) -> Opened {
        var opener = Opener()
        let called = FileName.attachment(name) ?? "submission"
        do throws(FileBundle.Refusal) {
            return opener.files(of: try FileBundle(bytes, of: .submission))
        } catch {
            return opener.refused(called, error == .tooLong ? .tooLarge : .damaged)
        }
    }

    private mutating func files(of bundle: FileBundle) -> Opened {
        var contents = Contents()
        for file in bundle.files {
            let name = contents.free(FileName.attachment(file.name) ?? "file")
            guard spend(bytes: file.bytes.count) else {
                contents.refuse(name, .tooLarge)
                continue
            }
            add(file.bytes, name: name, called: name, to: &contents, depth: 0)
        }
        return contents.opened(as: .bundle(number: 0))
    }

    /// Adds an attachment or an entry of an archive to where it was found, whatever it is.
    ///
    /// - Parameters:
    ///   - name: fit to be a name, and free where it goes; nil where it has none.
    ///   - called: what it is called in a refusal.
    ///   - type: the media type that it was sent with; believed only of reports.
    ///   - depth: how many mails and archives it is in.
    mutating func add(
        _ bytes: [UInt8], name: String?, called: String, type: String? = nil, to contents: inout Contents, depth: Int
    ) {
        guard budget.takePart() else { return contents.refuse(called, .tooMany) }
        guard !bytes.isEmpty else { return contents.refuse(called, .empty) }
        switch Substance(name: name ?? "", bytes).sent(as: type) {
        case .mail:
            guard depth < QuarantineLimits.depth else { return contents.refuse(called, .tooDeep) }
            contents.add(inner: mail(bytes, called: called, depth: depth + 1))
        case .outlookMail:
            guard depth < QuarantineLimits.depth else { return contents.refuse(called, .tooDeep) }
            contents.add(inner: outlookMail(bytes, called: called, depth: depth + 1))
        case .mailbox:
            guard depth < QuarantineLimits.depth else { return contents.refuse(called, .tooDeep) }
            contents.add(inner: mailbox(bytes, called: called, depth: depth + 1))
        case .archive(let format):
            guard depth < QuarantineLimits.depth else { return contents.refuse(called, .tooDeep) }
            contents.add(inner: archive(bytes, as: format, called: called, depth: depth + 1))
        case .text:
            // No encoding takes more than four bytes where UTF-8 takes one.
            guard bytes.count <= 4 * QuarantineLimits.text else { return contents.refuse(called, .tooLarge) }
            guard let text = TextDecoder.decodeFile(bytes) else { return contents.refuse(called, .encoding) }
            contents.add(text: TextDecoder.normalise(text), name: name, called: called)
        case .file(let type):
            FileOpener.add(
                bytes, name: name ?? contents.free(called), type: type, to: &contents, timeForPictures: budget.timeForPictures)
        }
    }

    private mutating func mail(_ bytes: [UInt8], called: String, depth: Int) -> Opened {
        guard let mail = MailParser.parse(MailSignature.prepared(bytes)) else { return refused(called, bytes.isEmpty ? .empty : .damaged) }
        return open(mail, called: called, depth: depth)
    }

    private mutating func outlookMail(_ bytes: [UInt8], called: String, depth: Int) -> Opened {
        guard var message = MessageFile(bytes) else { return refused(called, .damaged) }
        return open(message.mail(), called: called, depth: depth)
    }

    /// Opens the mails of a mailbox file, which is taken for an archive of them.
    private mutating func mailbox(_ bytes: [UInt8], called: String, depth: Int) -> Opened {
        var contents = Contents()
        guard depth < QuarantineLimits.depth else { return refused(called, .tooDeep) }
        for (index, mail) in Mailbox.mails(in: bytes, atMost: QuarantineLimits.parts + 1).enumerated() {
            guard index < QuarantineLimits.parts, budget.takePart() else {
                contents.refuse(called, .tooMany)
                break
            }
            contents.add(inner: self.mail(mail, called: "\(called), mail \(index + 1)", depth: depth + 1))
        }
        return contents.opened(as: .archive(name: FileName.printable(called)))
    }

    private func refused(_ called: String, _ reason: Opened.Refusal.Reason) -> Opened {
        var contents = Contents()
        contents.refuse(called, reason)
        return contents.opened(as: .file)
    }

    /// Opens a mail that is in another one.
    mutating func open(_ mail: Mail, called: String, depth: Int) -> Opened {
        var reader = MailReader(called: called, depth: depth)
        return reader.open(mail, with: &self)
    }

    private mutating func archive(_ bytes: [UInt8], as format: ArchiveStream.Format, called: String, depth: Int) -> Opened {
        var reader = ArchiveReader(called: called, depth: depth, format: format)
        return reader.open(bytes, with: &self)
    }

    /// Bytes that may still be unpacked from archives.
    var bytesLeft: Int { budget.bytes }

    /// Whether that many bytes more may be kept of archives.
    mutating func spend(bytes count: Int) -> Bool { budget.take(bytes: count) }

    /// Whether the work of unpacking that many bytes, kept or not, may go on.
    mutating func spend(work count: Int) -> Bool { budget.take(work: count) }
}
