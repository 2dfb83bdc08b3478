/// Addresses of links in HTML.
enum LinkAddress {
    /// The address as it may stand in `[text](address)`; nil for one that leads to anything but the web or a mailbox.
    static func safe(_ raw: ArraySlice<UInt8>) -> String? {
        let address = CharacterReferences.resolve(raw).filter { $0 > 0x20 && $0 != 0x7F }
        guard address.count <= 2_000 else { return nil }
        let lower = String(decoding: address.prefix(10), as: UTF8.self).lowercased()
        guard ["http://", "https://", "mailto:"].contains(where: lower.hasPrefix) else { return nil }
        var safe = ""
        for scalar in String(decoding: address, as: UTF8.self).unicodeScalars {
            if scalar.value < 0x80, "()<>\"\\[]`".unicodeScalars.contains(scalar) {
                safe += "%" + String(scalar.value, radix: 16, uppercase: true)
            } else if !OneLine.isControl(scalar) {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// Whether a link's text is its address.
    static func isSaid(_ address: String, by label: [UInt8]) -> Bool {
        func bare(_ text: String) -> Substring {
            var rest = text.lowercased()[...]
            for scheme in ["mailto:", "https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
            while rest.last == "/" { rest.removeLast() }
            return rest
        }
        return bare(String(decoding: label, as: UTF8.self)) == bare(address)
    }
}
