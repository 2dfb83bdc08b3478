package import Diagnostics
package import Model

/// Opens what was sealed for an audience whose keys are at hand.
package struct Opener: Sendable {
    /// Whose keys these are.
    package let audience: Audience
    /// The page to begin with where the one at hand is not for this audience: a canonical path.
    package let firstPage: String
    let site: String
    private let keys: [SlotContents.Key]
    private let own: [ObjectKeys]
    let verification: VerificationKey?
    /// The office's own, which knows each signature that it would have made; nil for readers.
    private let signer: Signer?

    init(_ contents: SlotContents, site: String, signer: Signer? = nil) {
        audience = contents.audience
        firstPage = contents.firstPage
        self.site = site
        keys = [contents.key] + (contents.previous.map { [$0] } ?? [])
        own = keys.map { ObjectKeys($0, audience: contents.audience, site: site) }
        verification = contents.verification
        self.signer = signer
    }

    /// What members open in the site of an office, or the guests of one of its discussions at a time.
    package init(_ audience: Audience, of keystore: Keystore, at now: Instant) throws(Failure) {
        let key = keystore.key(of: audience, at: now)
        let signer = try Signer(keystore.signingKey)
        let contents = SlotContents(audience: audience, key: key, previous: nil, verification: signer.verificationKey, firstPage: "")
        self.init(contents, site: keystore.site, signer: signer)
    }

    /// The text that was sealed at `place`.
    ///
    /// - Throws: also `tooLarge` for what would be more than 4 GB; in several chunks, it is held in memory as a whole.
    package func open(_ sealed: [UInt8], at place: Place) throws(NotOpened) -> [UInt8] {
        var text: [UInt8] = []
        try open(sealed.count, at: place) { (range) throws(NotOpened) in
            sealed[range.clamped(to: 0..<sealed.count)]
        } deliver: { piece in
            text += piece
        }
        return text
    }

    /// Opens an object piece by piece.
    ///
    /// - Parameters:
    ///   - count: the object's length in bytes.
    ///   - read: gives bytes of it; fewer than asked for where it has become shorter.
    ///   - deliver: takes the text in order. What it took is worth nothing when this throws afterwards.
    package func open(
        _ count: Int, at place: Place, read: (Range<Int>) throws(NotOpened) -> ArraySlice<UInt8>, deliver: ([UInt8]) -> Void
    ) throws(NotOpened) {
        let header = try Header(try read(0..<min(Header.count, count)))
        guard header.kind == place.kind, header.audience == place.audience.code else { throw .otherPlace }
        guard let keys = keys(for: place, header) else { throw .unknownEpoch(header.epoch) }
        guard verification == nil || header.flags & Header.signed != 0 else { throw .notSigned }
        if header.flags & Header.chunked != 0 {
            try openLong(LongLayout(count, header, read), header, keys, place, read, deliver)
        } else {
            let start = Header.count + header.signatureCount
            guard count >= start + Sealed.tagCount, count <= Packing.limit * 2 else { throw .malformed }
            let encoded = keys.encode(place, flags: header.flags)
            guard let packed = keys.decrypt(try read(start..<count), tag: header.tag, place: encoded) else { throw .notAuthentic }
            try verify(try read(Header.count..<start), encoded + header.tag)
            deliver(try Packing.unpack(packed))
        }
    }

    /// Whether what lies at `place` is ciphertext under this audience's own keys, whatever its header says of whom it is for: what
    /// somebody learns who holds these keys and keeps to no rule.
    ///
    /// - Parameter read: as for `open`.
    package func decrypts(
        _ count: Int, at place: Place, read: (Range<Int>) throws(NotOpened) -> ArraySlice<UInt8>
    ) throws(NotOpened) -> Bool {
        let header = try Header(try read(0..<min(Header.count, count)))
        var (range, tag, chunks) = (min(Header.count + header.signatureCount, count)..<count, header.tag, 1)
        if header.flags & Header.chunked != 0 {
            let layout = try LongLayout(count, header, read)
            (range, tag, chunks) = (layout.chunks[0].range, layout.chunks[0].tag, layout.chunks.count)
        }
        let ciphertext = try read(range)
        return own.contains { keys in
            keys.decrypt(ciphertext, tag: tag, place: keys.encode(place, flags: header.flags, chunk: 0, chunks: chunks)) != nil
        }
    }

    private func openLong(
        _ layout: LongLayout, _ header: Header, _ keys: ObjectKeys, _ place: Place,
        _ read: (Range<Int>) throws(NotOpened) -> ArraySlice<UInt8>, _ deliver: ([UInt8]) -> Void
    ) throws(NotOpened) {
        let chunks = layout.chunks.count
        let whole = keys.encode(place, flags: header.flags, chunk: chunks, chunks: chunks)
        guard keys.tag(whole, layout.table) == header.tag else { throw .notAuthentic }
        try verify(layout.signature, whole + header.tag)
        var ended = false
        var count = 0
        for (chunk, line) in layout.chunks.enumerated() {
            let encoded = keys.encode(place, flags: header.flags, chunk: chunk, chunks: chunks)
            guard let packed = keys.decrypt(try read(line.range), tag: line.tag, place: encoded) else { throw .notAuthentic }
            let piece = try Packing.piece(packed)
            guard !ended || piece.isEmpty else { throw .malformed }
            ended = piece.count < LongObject.pieceCount
            count += piece.count
            guard place.kind == .file || count <= Packing.limit else { throw .tooLarge }
            deliver(piece)
        }
        guard LongObject.lengths(count) == layout.chunks.map({ $0.range.count - Sealed.tagCount }) else { throw .malformed }
    }

    /// Ed25519 gives one signature for a key and a text (RFC 8032, section 5.1.6), and takes half the time to make it that it takes to
    /// verify it. So the office makes it again: what is not the same it has not made, even where it would verify.
    private func verify(_ signature: ArraySlice<UInt8>, _ bytes: [UInt8]) throws(NotOpened) {
        if let signer {
            do throws(Failure) {
                guard try signer.sign(bytes).elementsEqual(signature) else { throw Failure("another signature") }
            } catch {
                throw .notSigned
            }
            return
        }
        guard let verification else { return }
        guard verification.verifies(signature, of: bytes) else { throw .notSigned }
    }

    /// The keys that such an object at such a place is sealed with; members derive those of a discussion's guests.
    private func keys(for place: Place, _ header: Header) -> ObjectKeys? {
        let found = own.first { $0.audience == place.audience && $0.epoch == header.epoch && $0.generation == header.generation }
        if let found { return found }
        guard case .guests(let discussion) = place.audience, audience == .members,
            DiscussionNumber.first(in: place.path) == discussion,
            let master = keys.first(where: { $0.epoch == header.epoch })
        else { return nil }
        let key = DiscussionSecret.derive(master.secret, site: site, discussion: discussion, generation: header.generation)
        return ObjectKeys(key, audience: place.audience, site: site, epoch: header.epoch, generation: header.generation)
    }
}

extension Header {
    var signatureCount: Int { flags & Header.signed == 0 ? 0 : Signer.signatureCount }
}

/// What stands between the header of an object in several chunks and its ciphertexts.
private struct LongLayout {
    let table: [UInt8]
    let signature: ArraySlice<UInt8>
    let chunks: [(range: Range<Int>, tag: [UInt8])]

    init(_ count: Int, _ header: Header, _ read: (Range<Int>) throws(NotOpened) -> ArraySlice<UInt8>) throws(NotOpened) {
        let first = try read(Header.count..<min(Header.count + 4, count))
        guard first.count == 4 else { throw .malformed }
        let number = Int(Format.number(first, at: 0))
        guard (2...LongObject.chunkLimit).contains(number) else { throw .malformed }
        let end = Header.count + 4 + number * LongObject.lineCount
        guard end + header.signatureCount < count else { throw .malformed }
        table = Array(try read(Header.count..<end))
        signature = try read(end..<end + header.signatureCount)
        guard table.count == end - Header.count, signature.count == header.signatureCount else { throw .malformed }
        var at = end + header.signatureCount
        var chunks: [(range: Range<Int>, tag: [UInt8])] = []
        for chunk in 0..<number {
            let line = table[(4 + chunk * LongObject.lineCount)...].prefix(LongObject.lineCount)
            let length = Int(Format.number(line, at: 0))
            let full = LongObject.chunkCount + Sealed.tagCount
            guard length == full || chunk == number - 1 && length < full && length > Packing.headCount + Sealed.tagCount else {
                throw .malformed
            }
            chunks.append((at..<at + length, Array(line.dropFirst(4))))
            at += length
        }
        guard at == count else { throw .malformed }
        self.chunks = chunks
    }
}
