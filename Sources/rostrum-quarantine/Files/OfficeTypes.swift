/// Media types of Office Open XML files.
enum OfficeTypes {
    /// The type of a package by what its `[Content_Types].xml` says of its main part; nil for what is no document.
    static func type(ofPackage bytes: [UInt8]) -> String? {
        guard let types = ZipEntries.read(bytes, where: { $0 == "[Content_Types].xml" }, limit: 1 << 20).entries.first?.bytes else {
            return nil
        }
        let text = String(decoding: types, as: UTF8.self).lowercased()
        for (part, type) in mainParts where text.contains("\"" + part + "\"") || text.contains("'" + part + "'") { return type }
        return nil
    }

    private static let openXML = "application/vnd.openxmlformats-officedocument."
    private static let microsoft = "application/vnd.ms-"

    /// Content types of main parts, in lower case, with the media type of the whole.
    private static let mainParts: [(part: String, type: String)] =
        [
            "wordprocessingml.document", "wordprocessingml.template", "spreadsheetml.sheet", "spreadsheetml.template",
            "presentationml.presentation", "presentationml.template", "presentationml.slideshow",
        ].map {
            (openXML + $0 + ".main+xml", openXML + $0)
        }
        + [
            "word.document.macroenabled", "word.template.macroenabledtemplate", "excel.sheet.macroenabled", "excel.template.macroenabled",
            "excel.addin.macroenabled", "excel.sheet.binary.macroenabled", "powerpoint.presentation.macroenabled",
            "powerpoint.template.macroenabled", "powerpoint.slideshow.macroenabled",
        ].map {
            (
                microsoft + $0 + ($0.hasSuffix("binary.macroenabled") ? ".main" : ".main+xml"),
                microsoft + $0.replacing("enabledtemplate", with: "enabled") + ".12"
            )
        } + [
            ("application/vnd.ms-visio.drawing.main+xml", "application/vnd.ms-visio.drawing"),
            ("application/vnd.ms-package.xps-fixeddocumentsequence+xml", "application/vnd.ms-xpsdocument"),
        ]
}
