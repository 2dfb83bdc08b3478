import Quarantine

/// Tells what a compound file is, and looks for macros, objects and passwords in it.
enum CompoundInspection {
    static func of(_ bytes: [UInt8]) -> FileInspection {
        guard let file = CompoundFile(bytes), !file.entries.isEmpty else { return FileInspection(traits: [.damaged]) }
        let names = Set(file.entries.filter { $0.kind != .none }.map(\.name))
        var inspection = FileInspection(type: type(names))
        if !names.isDisjoint(with: ["VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros"]) { inspection.traits.insert(.macros) }
        if !names.isDisjoint(with: ["EncryptedPackage", "EncryptedSummary"]) { inspection.traits.insert(.encrypted) }
        let holdsObjects = names.contains { name in
            ["\u{1}Ole10Native", "Package", "ObjectPool"].contains(name) || name.hasPrefix("MBD") || name.hasPrefix("__attach_version")
        }
        if holdsObjects { inspection.traits.insert(.embedded) }
        if let head = file.stream("WordDocument", atMost: 512), head.count > 11, head[11] & 1 != 0 { inspection.traits.insert(.encrypted) }
        for name in ["Workbook", "Book"] {
            if let stream = file.stream(name, atMost: 4 << 20) { inspection.traits.formUnion(traits(ofWorkbook: stream)) }
        }
        return inspection
    }

    private static func type(_ names: Set<String>) -> String? {
        if names.contains("EncryptedPackage") { return "application/vnd.ms-office" }
        if names.contains("WordDocument") { return "application/msword" }
        if names.contains("Workbook") || names.contains("Book") { return "application/vnd.ms-excel" }
        if names.contains("PowerPoint Document") { return "application/vnd.ms-powerpoint" }
        if names.contains("VisioDocument") { return "application/vnd.visio" }
        if names.contains(where: { $0.hasPrefix("__substg1.0_") || $0.hasPrefix("__nameid_version") }) {
            return "application/vnd.ms-outlook"
        }
        return nil
    }

    /// Records of a workbook, [MS-XLS]: that it is locked, and sheets of macros from before Visual Basic.
    private static func traits(ofWorkbook stream: [UInt8]) -> Set<OpenedFile.Trait> {
        var traits: Set<OpenedFile.Trait> = []
        var position = 0
        while position + 4 <= stream.count {
            let kind = Int(stream[position]) | Int(stream[position + 1]) << 8
            let length = Int(stream[position + 2]) | Int(stream[position + 3]) << 8
            if kind == 0x2F { traits.insert(.encrypted) }
            if kind == 0x85, length >= 6, position + 9 < stream.count, stream[position + 9] == 1 { traits.insert(.macros) }
            if kind == 0x0A { break }  // the end of what concerns all sheets
            position += 4 + length
        }
        return traits
    }
}
