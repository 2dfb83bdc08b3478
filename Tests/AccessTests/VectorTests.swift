import Testing

@testable import Access

/// The vectors of the sealed format, read as a reader's browser reads a site.
@Suite struct VectorTests {
    @Test func thereAreVectors() throws {
        #expect(try Vector.names.get().count > 150)
    }

    @Test(arguments: try Vector.names.get()) func vector(name: String) throws {
        let vector = try Vector(name)
        var text: [UInt8]?
        #expect(try outcome(vector, &text) == vector.expect)
        #expect(vector.sha256 == nil || text.map { Hexadecimal.text(Digest.sha256($0)) } == vector.sha256)
    }

    /// What comes of a vector, in the words of the README beside them, and the text that opened.
    private func outcome(_ vector: Vector, _ text: inout [UInt8]?) throws -> String {
        do {
            let opener = try KeyringReader { vector.files[$0] }.unlock(try Passphrase(vector.passphrase))
            let sealed = try sealed(vector)
            let place = try place(vector, sealed)
            text = try isText(opener.open(sealed, at: place), vector)
            if let part = vector.files["members"], opener.audience == .members, let page = text {
                text = nil
                let opened = try opener.open(part, at: Place(part: vector.path + "index.html"))
                text = try Part.members(opened, of: page, on: sealed)
            }
            return try vector.files[Manifest.head] == nil ? "opens" : fresh(vector, sealed, place, opener)
        } catch is Passphrase.Mistake {
            return "typo"
        } catch let refusal as KeyringReader.Refusal {
            return refusal == .unknownPassphrase ? "wrong passphrase" : "keyring refused"
        } catch NotOpened.unknownEpoch {
            return "no key"
        } catch is NotOpened {
            return "object refused"
        } catch is ManifestReader.Malformed {
            return "manifest refused"
        }
    }

    private func sealed(_ vector: Vector) throws -> [UInt8] {
        guard let template = vector.files["template"] else {
            return try #require(vector.files[["file", "search"].contains(vector.kind) ? vector.kind : "sealed"])
        }
        guard let sealed = PageAlphabet.decode(template[...]) else { throw NotOpened.malformed }
        return sealed
    }

    /// What opened, if a page is text with a title, and a file has name and type: an opener takes all bytes alike.
    private func isText(_ bytes: [UInt8], _ vector: Vector) throws -> [UInt8] {
        if vector.kind == "file" {
            let lines = bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
            guard lines.count == 3, lines[..<2].allSatisfy({ !$0.isEmpty && String(validating: $0, as: UTF8.self) != nil }) else {
                throw NotOpened.malformed
            }
        } else if vector.kind != "search" {
            guard bytes.contains(0x0A), String(validating: bytes, as: UTF8.self) != nil else { throw NotOpened.malformed }
        }
        return bytes
    }

    private func fresh(_ vector: Vector, _ sealed: [UInt8], _ place: Place, _ opener: Opener) throws -> String {
        let manifest = try ManifestReader(opener) { vector.files[$0] }
        guard manifest.counter >= vector.seen else { return "older manifest" }
        switch try manifest.verdict(on: sealed, at: place) {
        case .current: return "opens"
        case .other: return "other than the manifest's"
        case .absent: return "not in the manifest"
        }
    }

    /// Where the object lies, for the audience that its header names.
    private func place(_ vector: Vector, _ sealed: [UInt8]) throws -> Place {
        var audience = Audience.members
        if sealed.count > 5, sealed[5] == 1 {
            guard let discussion = DiscussionNumber.first(in: vector.path) else { throw NotOpened.malformed }
            audience = .guests(of: discussion)
        }
        return switch vector.kind {
        case "file": Place(file: vector.path, for: audience)
        case "search": Place(search: vector.path, for: audience)
        default: Place(page: vector.path + "index.html", for: audience)
        }
    }
}
