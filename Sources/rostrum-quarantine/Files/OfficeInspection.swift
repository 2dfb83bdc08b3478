import Quarantine

/// Looks for macros, objects and links to elsewhere in office files that are zips.
enum OfficeInspection {
    /// Parts that are read, and how much of each.
    private static let limit = 2 << 20

    /// Office Open XML.
    static func traits(ofPackage bytes: [UInt8]) -> Set<OpenedFile.Trait> {
        let package = ZipEntries.read(
            bytes, where: { $0 == "[Content_Types].xml" || $0.lowercased().hasSuffix(".rels") || isMainText($0) }, limit: limit)
        var traits: Set<OpenedFile.Trait> = package.isDamaged ? [.damaged] : []
        for path in package.paths.map({ $0.lowercased() }) {
            if path.hasSuffix("vbaproject.bin") || path.contains("/macrosheets/") || path.hasSuffix("vbadata.xml") {
                traits.insert(.macros)
            }
            if path.contains("/embeddings/") || path.contains("/activex/") || path.contains("oleobject") { traits.insert(.embedded) }
            if path.contains("/externallinks/") { traits.insert(.external) }
        }
        for (path, part) in package.entries {
            let text = String(decoding: part, as: UTF8.self)
            if path == "[Content_Types].xml" {
                let types = text.lowercased()
                if ["macroenabled", "vbaproject", "macrosheet"].contains(where: types.contains) { traits.insert(.macros) }
                if ["oleobject", "activex"].contains(where: types.contains) { traits.insert(.embedded) }
            } else if path.lowercased().hasSuffix(".rels") {
                if reachesOut(part) { traits.insert(.external) }
            } else if ByteSearch.contains(["DDEAUTO", "INCLUDEPICTURE", "INCLUDETEXT", ">DDE ", "> DDE "], in: part) {
                traits.insert(.external)
            }
        }
        return traits
    }

    /// OpenDocument.
    static func traits(ofOpenDocument bytes: [UInt8]) -> Set<OpenedFile.Trait> {
        let wanted: Set = ["META-INF/manifest.xml", "content.xml", "styles.xml"]
        let document = ZipEntries.read(bytes, where: wanted.contains, limit: 8 * limit)
        var traits: Set<OpenedFile.Trait> = document.isDamaged ? [.damaged] : []
        for path in document.paths {
            if path.hasPrefix("Basic/") || path.hasPrefix("Scripts/") { traits.insert(.macros) }
            if path.hasPrefix("Object ") || path.hasPrefix("ObjectReplacements/") { traits.insert(.embedded) }
        }
        for (path, part) in document.entries {
            if path == "META-INF/manifest.xml" {
                if ByteSearch.contains(["encryption-data"], in: part) { traits.insert(.encrypted) }
                if ByteSearch.contains(["\"Basic/", "\"Scripts/"], in: part) { traits.insert(.macros) }
            } else {
                if ByteSearch.contains(["<script:event-listener", "<office:script "], in: part) { traits.insert(.macros) }
                if loads(part) { traits.insert(.external) }
            }
        }
        if traits.contains(.encrypted) { traits.remove(.damaged) }
        return traits
    }

    private static func isMainText(_ path: String) -> Bool {
        let path = path.lowercased()
        return path == "word/document.xml" || path.hasPrefix("word/header") || path.hasPrefix("word/footer")
    }

    /// Whether a relation leads out of the package to anything but a page that somebody may follow a link to.
    private static func reachesOut(_ relations: [UInt8]) -> Bool {
        var tokens = HTMLTokenizer(TextDecoder.decode(relations, label: nil))
        while let token = tokens.next() {
            guard case .open(let name, let attributes) = token, name.hasSuffix("relationship") else { continue }
            func value(_ name: String) -> String {
                attributes.first { $0.name == name }.map {
                    String(decoding: CharacterReferences.resolve($0.value), as: UTF8.self).lowercased()
                } ?? ""
            }
            if value("targetmode") == "external", !value("type").hasSuffix("/hyperlink") { return true }
        }
        return false
    }

    /// Whether a picture, object, section or table of a document comes from elsewhere.
    private static func loads(_ content: [UInt8]) -> Bool {
        var tokens = HTMLTokenizer(content)
        while let token = tokens.next() {
            guard case .open(let name, let attributes) = token, name != "text:a", name != "draw:a", name != "form:button" else { continue }
            if name == "office:dde-source" || name == "text:dde-connection-decl" { return true }
            for attribute in attributes where attribute.name == "xlink:href" {
                let target = String(decoding: attribute.value.prefix(20), as: UTF8.self).lowercased()
                if target.contains("://") || target.hasPrefix("file:") || target.hasPrefix("../") || target.hasPrefix("/") { return true }
            }
        }
        return false
    }
}
