import SeededNumbers
import Testing

@testable import Access

/// What is mutated, and what must hold of each mutated input.
enum FuzzTarget: Int, CaseIterable {
    case keyringHead, keyringFile, slotContents, object, sealedText, header, table, signedTable, piece, part, manifest, signedShard

    /// Whether a reader does with one mutated input what it should.
    func holds(_ site: FuzzSite, _ mutator: inout Mutator) throws -> Bool {
        switch self {
        case .keyringHead: try keyringHead(site, &mutator)
        case .keyringFile: try keyringFile(site, &mutator)
        case .slotContents: slotContents(site, &mutator)
        case .object: try object(site, &mutator)
        case .sealedText: try sealedText(site, &mutator)
        case .header: try header(site, &mutator)
        case .table: try table(site, &mutator)
        case .signedTable: try signedTable(site, &mutator)
        case .piece: piece(&mutator)
        case .part: try part(site, &mutator)
        case .manifest: try manifest(site, &mutator)
        case .signedShard: try signedShard(site, &mutator)
        }
    }

    /// Another head is refused or says something else.
    private func keyringHead(_ site: FuzzSite, _ mutator: inout Mutator) throws -> Bool {
        let script = site.files["keyring/head.js"] ?? []
        let head = KeyringHead(script: mutator.changed(script))
        return head == nil || head != KeyringHead(script: script)
    }

    /// Another file may have another's entry changed, but never gives this holder anything else.
    private func keyringFile(_ site: FuzzSite, _ mutator: inout Mutator) throws -> Bool {
        var files = site.files
        files[site.shard] = mutator.changed(files[site.shard] ?? [])
        do {
            return try KeyringReader { files[$0] }.contents(for: site.secret) == site.contents
        } catch {
            return true
        }
    }

    /// What is read of contents is what would be written for them.
    private func slotContents(_ site: FuzzSite, _ mutator: inout Mutator) -> Bool {
        let guest = SlotContents(
            audience: .guests(of: "2026-014"), key: .init(epoch: 2, generation: 1, secret: site.secret),
            previous: .init(epoch: 1, generation: 3, secret: site.secret), verification: nil, firstPage: "en/2026-014/")
        var bytes = mutator.changed((Bool.random(using: &mutator.random) ? guest : site.contents).bytes)
        bytes = Array((bytes + [UInt8](repeating: 0, count: SlotContents.count)).prefix(SlotContents.count))
        guard let contents = SlotContents(bytes) else { return true }
        return SlotContents(contents.bytes) == contents && contents.bytes.count == SlotContents.count
    }

    private func object(_ site: FuzzSite, _ mutator: inout Mutator) throws -> Bool {
        let (place, _, sealed) = site.objects[Int.random(in: site.objects.indices, using: &mutator.random)]
        return isRefused(mutator.changed(sealed.bytes), place, site)
    }

    /// Packed texts that are mutated before they are sealed: what opens is within its limits.
    private func sealedText(_ site: FuzzSite, _ mutator: inout Mutator) throws -> Bool {
        let (place, text, _) = site.objects[Int.random(in: site.objects.indices, using: &mutator.random)]
        var packed = mutator.changed(Packing.pack(text, with: Deflater(level: 1)))
        // Else the padding would seldom fit.
        if Bool.random(using: &mutator.random) { packed += [UInt8](repeating: 0, count: Padding.padded(packed.count) - packed.count) }
        do {
            let opened = try site.opener.open(site.seal(packed, at: place), at: place)
            return opened.count <= Packing.limit && packed.count == Padding.padded(5 + Int(Format.number(packed, at: 1)))
        } catch is NotOpened {
            return true
        }
    }

    /// Headers alone: refused, or read as they are written.
    private func header(_ site: FuzzSite, _ mutator: inout Mutator) throws -> Bool {
        let bytes = mutator.changed(Array(site.objects[0].sealed.bytes.prefix(Header.count)))
        do {
            let header = try Header(bytes[...])
            let flags: [UInt8] = [Format.version, header.kind.code, header.audience, header.flags, 0]
            return bytes.prefix(8).elementsEqual(Header.magic + flags) && bytes.count >= Header.count
        } catch {
            return true
        }
    }

    private func table(_ site: FuzzSite, _ mutator: inout Mutator) throws -> Bool {
        let (place, preface, bytes) = site.long
        return isRefused(mutator.changed(preface) + bytes.dropFirst(preface.count), place, site)
    }

    /// Tables that are mutated and signed again: never a text, as the chunks are those of another table.
    private func signedTable(_ site: FuzzSite, _ mutator: inout Mutator) throws -> Bool {
        let (place, preface, bytes) = site.long
        let table = mutator.changed(Array(preface[Header.count..<preface.count - Signer.signatureCount]))
        return isRefused(try site.preface(table, at: place) + bytes.dropFirst(preface.count), place, site)
    }

    private func piece(_ mutator: inout Mutator) -> Bool {
        let bytes = mutator.changed([0, 0, 0, 0, 12] + Array("hello, world".utf8) + [0, 0, 0])
        do {
            return try Packing.piece(bytes).count <= bytes.count - Packing.headCount
        } catch {
            return true
        }
    }

    /// Parts that are mutated before they are sealed: refused, or made of lines that are there.
    private func part(_ site: FuzzSite, _ mutator: inout Mutator) throws -> Bool {
        let (_, text, sealed) = site.objects[1]
        let (before, after) = (FuzzSite.title + "<p>Between</p>\n", "<p>After</p>")
        let members = Array(before.utf8) + text.dropFirst(FuzzSite.title.utf8.count) + Array(after.utf8)
        let part = Part.text(from: text, to: members, on: sealed)
        // The first line would be refused at once.
        let changed = part.prefix(65) + mutator.changed(Array(part.dropFirst(65)))
        do {
            return try Part.members(Array(changed), of: text, on: sealed.bytes).count <= text.count + changed.count
        } catch {
            return true
        }
    }

    private func manifest(_ site: FuzzSite, _ mutator: inout Mutator) throws -> Bool {
        let (place, _, sealed) = site.objects[0]
        let path = [Manifest.head, try #require(site.shardPath(sealed.entry))].randomElement(using: &mutator.random) ?? ""
        var files = site.manifest
        files[path] = mutator.changed(files[path] ?? [])
        do {
            _ = try ManifestReader(site.opener) { files[$0] }.verdict(on: sealed.bytes, at: place)
            return false
        } catch {
            return true
        }
    }

    /// Heads and shards that are mutated and signed again: the reader behind the signature says something of each.
    private func signedShard(_ site: FuzzSite, _ mutator: inout Mutator) throws -> Bool {
        let (place, _, sealed) = site.objects[0]
        var entries: [UInt8] = []
        for object in site.objects.map(\.sealed.entry).sorted() { object.append(to: &entries) }
        entries = mutator.changed(entries)
        var head = ManifestHead(epoch: 1, counter: 7, bits: 0, root: ManifestTree.leaf(entries, number: 0, site: site.site)).bytes
        if Int.random(in: 0..<4, using: &mutator.random) == 0 { head = mutator.changed(head) }
        let signed = head + (try site.sealer.signer.sign(ManifestHead.signedText(head, site: site.site)))
        let files = [Manifest.head: signed, "manifest/7/0.bin": entries]
        do {
            let reader = try ManifestReader(site.opener) { files[$0] }
            return try reader.verdict(on: sealed.bytes, at: place) == .current ? entries.count.isMultiple(of: 24) : true
        } catch {
            return true
        }
    }

    private func isRefused(_ bytes: [UInt8], _ place: Place, _ site: FuzzSite) -> Bool {
        do {
            _ = try site.opener.open(bytes, at: place)
            return false
        } catch {
            return true
        }
    }
}

extension FuzzSite {
    /// Seals and signs whatever is packed.
    func seal(_ packed: [UInt8], at place: Place) throws -> [UInt8] {
        let keys = try sealer.keys(for: place)
        let encoded = keys.encode(place, flags: Header.signed)
        let tag = keys.tag(encoded, packed)
        var bytes: [UInt8] = []
        Header(place, flags: Header.signed, keys: keys, tag: tag).append(to: &bytes)
        bytes += try sealer.signer.sign(encoded + tag)
        try keys.encrypt(packed, tag: tag, place: encoded, to: &bytes)
        return bytes
    }

    /// Header, table and signature of an object in several chunks, of whatever table.
    func preface(_ table: [UInt8], at place: Place) throws -> [UInt8] {
        let keys = try sealer.keys(for: place)
        let chunks = table.count < 4 ? 0 : Int(Format.number(table, at: 0))
        let flags = Header.signed | Header.chunked
        let encoded = keys.encode(place, flags: flags, chunk: chunks, chunks: chunks)
        let tag = keys.tag(encoded, table)
        var bytes: [UInt8] = []
        Header(place, flags: flags, keys: keys, tag: tag).append(to: &bytes)
        return bytes + table + (try sealer.signer.sign(encoded + tag))
    }

    /// The file of the manifest that names an object.
    func shardPath(_ entry: ManifestEntry) -> String? {
        let bits = manifest[Manifest.head].map { Int($0[12]) } ?? 0
        return manifest.keys.first { $0 == "manifest/7/\(entry.shard(bits)).bin" }
    }
}
