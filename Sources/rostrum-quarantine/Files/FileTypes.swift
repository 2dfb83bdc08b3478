/// File name endings that go with media types.
enum FileTypes {
    /// Endings of a type, the usual one first; empty for one that is not in the table.
    static func endings(of type: String) -> [String] { table[type] ?? [] }

    /// Whether the ending is one of a type in the table.
    static func isKnown(_ ending: String) -> Bool { types[ending] != nil }

    /// The type of a text whose format cannot be told by its content, by its name's ending.
    static func textual(_ ending: String) -> String? {
        guard let type = types[ending], told.contains(type) else { return nil }
        return type
    }

    /// What participants seal for the office, and the office for them.
    static let sealedSubmission = "application/vnd.rostrum.submission"
    static let returnedText = "application/vnd.rostrum.returned-text"

    private static let types: [String: String] = {
        var types: [String: String] = [:]
        for (type, endings) in table.sorted(by: { $0.key < $1.key }) {
            for ending in endings where types[ending] == nil { types[ending] = type }
        }
        return types
    }()

    /// Texts that only their names tell from others.
    private static let told: Set = [
        "text/csv", "text/tab-separated-values", "application/json", "application/yaml", "text/css", "text/javascript", "application/x-tex",
        "application/x-subrip", "application/sql", "text/x-python", "text/x-shellscript", "application/x-bat", "application/x-powershell",
        "text/vbscript", "application/x-mswinurl",
    ]

    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    private static let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    private static let slides = "application/vnd.openxmlformats-officedocument.presentationml"
    private static let open = "application/vnd.oasis.opendocument"

    private static let table: [String: [String]] = [
        "application/pdf": ["pdf"], "application/postscript": ["ps", "eps"], "text/rtf": ["rtf", "doc"], "image/vnd.djvu": ["djvu", "djv"],
        "application/epub+zip": ["epub"], "text/plain": ["txt", "md", "markdown", "text", "log"],
        "image/png": ["png"], "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"], "image/gif": ["gif"], "image/webp": ["webp"],
        "image/svg+xml": ["svg"], "image/tiff": ["tif", "tiff"], "image/bmp": ["bmp"], "image/heic": ["heic", "heif"],
        "image/heif": ["heif", "heic"], "image/avif": ["avif"], "image/vnd.microsoft.icon": ["ico"], "image/x-icon": ["ico"],
        "image/wmf": ["wmf"], "image/emf": ["emf"], "image/vnd.adobe.photoshop": ["psd"],
        "text/html": ["html", "htm", "xhtml"], "text/xml": ["xml", "xsl", "xsd", "rdf"], "application/xml": ["xml"],
        "text/csv": ["csv"], "text/tab-separated-values": ["tsv"], "application/json": ["json"], "application/yaml": ["yaml", "yml"],
        "text/css": ["css"], "text/javascript": ["js", "mjs", "jse"], "application/x-tex": ["tex"], "application/x-subrip": ["srt"],
        "application/sql": ["sql"], "text/x-python": ["py"], "text/x-shellscript": ["sh"], "application/x-bat": ["bat", "cmd"],
        "application/x-powershell": ["ps1"], "text/vbscript": ["vbs", "vbe"], "application/x-mswinurl": ["url"],
        "text/calendar": ["ics"], "text/vcard": ["vcf"], "message/rfc822": ["eml"], "application/mbox": ["mbox"],
        "application/zip": ["zip"], "application/gzip": ["gz", "tgz"], "application/x-7z-compressed": ["7z"], "application/x-tar": ["tar"],
        "application/x-rar": ["rar"], "application/vnd.rar": ["rar"], "application/x-bzip2": ["bz2"], "application/x-xz": ["xz"],
        "application/zstd": ["zst"], "application/java-archive": ["jar"], "application/vnd.android.package-archive": ["apk"],
        "application/vnd.ms-cab-compressed": ["cab"], "application/x-iso9660-image": ["iso"],
        "audio/mpeg": ["mp3"], "audio/x-wav": ["wav"], "audio/ogg": ["ogg", "oga", "opus"], "audio/x-m4a": ["m4a"], "audio/flac": ["flac"],
        "audio/amr": ["amr"], "video/mp4": ["mp4", "m4v"], "video/quicktime": ["mov"], "video/webm": ["webm"], "video/x-msvideo": ["avi"],
        "video/x-matroska": ["mkv"], "video/3gpp": ["3gp"],
        "application/vnd.microsoft.portable-executable": ["exe", "dll", "scr"], "application/x-msi": ["msi"],
        "application/x-dosexec": ["exe", "dll", "scr", "com"], "application/x-ms-shortcut": ["lnk"], "application/x-executable": ["elf"],
        "application/x-sharedlib": ["so"],
        "application/pgp-keys": ["asc", "pgp"], "application/pgp-signature": ["asc", "sig"], "application/pkcs7-signature": ["p7s"],
        "application/pkcs7-mime": ["p7m", "p7c"],
        "application/msword": ["doc", "dot"], "application/vnd.ms-excel": ["xls", "xlt", "xla"],
        "application/vnd.ms-powerpoint": ["ppt", "pps", "pot"], "application/vnd.ms-outlook": ["msg"], "application/vnd.visio": ["vsd"],
        "application/vnd.ms-tnef": ["dat"],
        // What needs a password looks the same, whichever of them it is.
        "application/vnd.ms-office": ["docx", "xlsx", "pptx", "docm", "xlsm", "pptm", "dotx", "xltx", "potx", "ppsx", "xlsb"],
        word + ".document": ["docx"], word + ".template": ["dotx"], sheet + ".sheet": ["xlsx"], sheet + ".template": ["xltx"],
        slides + ".presentation": ["pptx"], slides + ".template": ["potx"], slides + ".slideshow": ["ppsx"],
        "application/vnd.ms-word.document.macroenabled.12": ["docm"], "application/vnd.ms-word.template.macroenabled.12": ["dotm"],
        "application/vnd.ms-excel.sheet.macroenabled.12": ["xlsm"], "application/vnd.ms-excel.template.macroenabled.12": ["xltm"],
        "application/vnd.ms-excel.addin.macroenabled.12": ["xlam"], "application/vnd.ms-excel.sheet.binary.macroenabled.12": ["xlsb"],
        "application/vnd.ms-powerpoint.presentation.macroenabled.12": ["pptm"],
        "application/vnd.ms-powerpoint.template.macroenabled.12": ["potm"],
        "application/vnd.ms-powerpoint.slideshow.macroenabled.12": ["ppsm"], "application/vnd.ms-visio.drawing": ["vsdx"],
        "application/vnd.ms-visio.drawing.main+xml": ["vsdx"],
        open + ".text": ["odt"], open + ".text-template": ["ott"], open + ".text-master": ["odm"], open + ".spreadsheet": ["ods"],
        open + ".spreadsheet-template": ["ots"], open + ".presentation": ["odp"], open + ".presentation-template": ["otp"],
        open + ".graphics": ["odg"], open + ".graphics-template": ["otg"], open + ".chart": ["odc"], open + ".formula": ["odf"],
        sealedSubmission: ["rostrum"], returnedText: ["rostrum"],
        open + ".image": ["odi"], open + ".database": ["odb"], open + ".base": ["odb"],
    ]
}
