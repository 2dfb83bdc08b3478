import Quarantine

/// Makes texts and files of the parts of one mail.
struct MailReader {
    /// What the mail is called in refusals.
    let called: String
    /// How many mails and archives it is in.
    let depth: Int
    var contents = Contents()
    var nature: Set<Letter.Nature> = []
    /// What the mail itself says, in the order of its parts.
    private var said: [[UInt8]] = []
    private var saidInHTML = false
    var packed: Winmail?
    /// Parts without a name so far, which get a number.
    var unnamed = 0
    /// Files so far that stood within texts.
    var within = 0

    init(called: String, depth: Int) {
        self.called = called
        self.depth = depth
    }

    mutating func open(_ mail: Mail, with opener: inout Opener) -> Opened {
        nature = MailNature.of(mail)
        if let body = mail.body { read(body, with: &opener) }
        if mail.isCutOff { contents.refuse(called, .tooMany) }
        let letter = Letter(headers: mail.headers, nature: nature)
        return assembled().opened(as: .letter(letter))
    }

    /// The mail's own text first.
    func assembled() -> Contents {
        var all = Contents()
        var text = OwnText.joined(said)
        var isHTML = saidInHTML
        if text.isEmpty, let packed {
            (text, isHTML) = OwnText.packed(in: packed)
        }
        if !text.isEmpty { all.add(text: text, name: nil, called: called, fromHTML: isHTML) }
        all.add(contents)
        return all
    }

    private mutating func read(_ part: MailPart, with opener: inout Opener) {
        switch part.content {
        case .left(let reason): contents.refuse(part.name ?? called, reason)
        case .mail(let mail):
            let name = part.name.flatMap { FileName.attachment($0) } ?? mail.headers.text("subject")
            guard depth < QuarantineLimits.depth else { return contents.refuse(name.isEmpty ? called : name, .tooDeep) }
            let inner = opener.open(mail, called: name.isEmpty ? called : name, depth: depth + 1)
            contents.add(inner: nature.contains(.deliveryReport) ? inner.returned() : inner)
        case .parts(let parts): read(parts, of: part, with: &opener)
        case .bytes(let bytes): read(bytes, of: part, with: &opener)
        }
    }

    private mutating func read(_ parts: [MailPart], of part: MailPart, with opener: inout Opener) {
        // Without its boundary, nothing of it can be told apart.
        if parts.isEmpty { contents.refuse(part.name ?? called, .damaged) }
        switch part.type {
        case "multipart/alternative": readAlternatives(parts, with: &opener)
        case "multipart/signed":
            nature.insert(.signed)
            // The signature itself says nothing that could be verified here.
            for (index, inner) in parts.enumerated() where index == 0 || !Signatures.isSignature(inner) { read(inner, with: &opener) }
        case "multipart/encrypted":
            nature.insert(.encrypted)
            contents.refuse(called, .encrypted)
        default: for inner in parts { read(inner, with: &opener) }
        }
    }

    /// One text of several that say the same, and the files of all of them.
    private mutating func readAlternatives(_ parts: [MailPart], with opener: inout Opener) {
        let chosen = Alternatives.best(of: parts)
        for (index, part) in parts.enumerated() {
            if index == chosen {
                read(part, with: &opener)
            } else {
                for file in Alternatives.files(in: part) { read(file, with: &opener) }
            }
        }
    }

    private mutating func read(_ bytes: [UInt8], of part: MailPart, with opener: inout Opener) {
        if let hidden = Signatures.hidden(bytes, in: part) {
            if hidden == .encrypted { nature.insert(.encrypted) } else { nature.insert(.signed) }
            return contents.refuse(part.name ?? called, hidden)
        }
        switch part.type {
        // Some programs send what they do not know as text.
        case _ where FileSignature.isSealed(bytes):
            let name = contents.free(fileName(of: part))
            opener.add(bytes, name: name, called: name, to: &contents, depth: depth)
        case "text/plain" where !part.isAttached, "text/html" where !part.isAttached, "text/enriched" where !part.isAttached:
            say(part.type == "text/plain" ? takeFiles(out: bytes, of: part, with: &opener) : bytes, of: part)
        case "message/external-body": contents.refuse(part.name ?? called, .noFile)
        case "message/partial": contents.refuse(part.name ?? called, .damaged)
        default:
            if part.type == "text/calendar" { nature.insert(.calendar) }
            if bytes.isEmpty, part.name == nil { return }
            let name = contents.free(fileName(of: part))
            if Winmail.fits(bytes) { return readWinmail(bytes, name: name, with: &opener) }
            opener.add(decoded(bytes, of: part), name: name, called: name, type: part.type, to: &contents, depth: depth)
        }
    }

    /// A text with a label of its encoding is made UTF-8 by that; others, and what is no text, are looked at as files.
    private func decoded(_ bytes: [UInt8], of part: MailPart) -> [UInt8] {
        guard part.type.hasPrefix("text/"), let label = part.parameters["charset"], !bytes.contains(0),
            FileSignature.type(of: bytes).map({ $0.hasPrefix("text/") }) ?? true
        else { return bytes }
        return part.type == "text/plain" || part.type.hasPrefix("text/x-") || part.type == "text/markdown"
            ? TextDecoder.decode(bytes, label: label) : bytes
    }

    private mutating func say(_ bytes: [UInt8], of part: MailPart) {
        // Tags can be most of it, and an encoding can take four bytes for one; what is longer still is too long as a text.
        let most = (part.type == "text/plain" ? 4 : 16) * QuarantineLimits.text
        guard bytes.count <= most else { return contents.refuse(called, .tooLarge) }
        let text = OwnText.read(bytes, of: part)
        if let hidden = text.hidden {
            nature.insert(hidden == .encrypted ? .encrypted : .signed)
            contents.refuse(called, hidden)
        }
        if text.isSigned { nature.insert(.signed) }
        guard !Alternatives.isBlank(text.bytes) else { return }
        said.append(text.bytes)
        if part.type != "text/plain" { saidInHTML = true }
    }

    private mutating func fileName(of part: MailPart) -> String {
        if let name = part.name.flatMap({ FileName.attachment($0) }) { return name }
        return numberedPart(FileTypes.endings(of: part.type).first.map { "." + $0 } ?? "")
    }

    mutating func numberedPart(_ ending: String) -> String {
        unnamed += 1
        return "part-\(unnamed)\(ending)"
    }
}

extension Opened {
    /// The same mail as one that was sent back, which is no submission.
    fileprivate func returned() -> Opened {
        guard case .letter(let letter) = form else { return self }
        let marked = Letter(
            from: letter.from, subject: letter.subject, date: letter.date, messageID: letter.messageID, references: letter.references,
            nature: letter.nature.union([.deliveryReport]))
        return Opened(form: .letter(marked), texts: texts, files: files, refusals: refusals, inner: inner)
    }
}
