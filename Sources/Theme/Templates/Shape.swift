/// What decides a template's output apart from its texts: which flags are on, which groups are there, how long lists are.
struct Shape {
    /// The same for two sets of values of one view exactly when their shapes are the same.
    private(set) var key: [UInt8] = []
    /// Texts and HTML in the order of the fields.
    private(set) var leaves: [Value] = []

    /// Makes room for another view, keeping the memory.
    mutating func take(_ fields: [Field]) {
        key.removeAll(keepingCapacity: true)
        leaves.removeAll(keepingCapacity: true)
        walk(fields)
    }

    private mutating func walk(_ fields: [Field]) {
        for field in fields {
            switch field.value {
            case .text, .html: leaves.append(field.value)
            case .flag(let on): key.append(on ? 1 : 0)
            case .group(nil): key.append(0)
            case .group(let inner?):
                key.append(1)
                walk(inner)
            case .list(let elements):
                count(elements.count)
                for element in elements { walk(element) }
            }
        }
    }

    /// Seven bits a byte, the low ones first; the last byte has its high bit clear.
    private mutating func count(_ number: Int) {
        var rest = number
        while rest >= 0x80 {
            key.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        key.append(UInt8(rest))
    }
}
