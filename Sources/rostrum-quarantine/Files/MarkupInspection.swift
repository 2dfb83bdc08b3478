import Quarantine

/// Looks for script in HTML and SVG.
enum MarkupInspection {
    static func traits(of bytes: [UInt8]) -> Set<OpenedFile.Trait> {
        var tokens = HTMLTokenizer(TextDecoder.decode(bytes, label: nil))
        var traits: Set<OpenedFile.Trait> = []
        while let token = tokens.next() {
            switch token {
            case .open(let name, let attributes):
                let local = String(name.split(separator: ":").last ?? "")
                if local == "script" || local == "handler" || local == "listener" { traits.insert(.script) }
                if ["iframe", "object", "embed", "applet", "foreignobject"].contains(local) { traits.insert(.embedded) }
                if attributes.contains(where: runs) { traits.insert(.script) }
                if local == "form" || local == "meta" && attributes.contains(where: { $0.name == "http-equiv" && says($0, "refresh") }) {
                    traits.insert(.actions)
                }
            // Entities of its own can stand for anything.
            case .declaration(let text): if ByteSearch.first("<!ENTITY", in: text) != nil { traits.insert(.script) }
            case .text, .close, .raw: break
            }
        }
        return traits
    }

    private static func runs(_ attribute: HTMLTokenizer.Attribute) -> Bool {
        if attribute.name.hasPrefix("on"), attribute.name.count > 2 { return true }
        return ["javascript:", "vbscript:", "data:text/html", "data:image/svg"].contains { says(attribute, $0) }
    }

    /// Whether a value begins so, whatever blanks and controls stand between, as browsers overlook them.
    private static func says(_ attribute: HTMLTokenizer.Attribute, _ word: String) -> Bool {
        let value = CharacterReferences.resolve(attribute.value.prefix(4_096)).filter { $0 > 0x20 }
        // Values of animations are lists.
        return String(decoding: value, as: UTF8.self).lowercased().split(separator: ";").contains { $0.hasPrefix(word) }
    }
}
