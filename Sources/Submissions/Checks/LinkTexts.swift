import Foundation

/// Tells link texts that do not say where they lead (WCAG 2.2, success criterion 2.4.4).
enum LinkTexts {
    /// Longer texts are read whole by nobody and are never in the table.
    private static let limit = 60

    /// Whether a text is empty, one of those that could stand at any link, or an address other than the one it leads to.
    static func isUnclear(_ text: String, leadingTo destination: String) -> Bool {
        let words = plain(text)
        if words.isEmpty || unclear.contains(words) { return true }
        guard let shown = host(text), let meant = host(destination) else { return false }
        return shown != meant
    }

    /// In lower case, without signs at either end, with single spaces.
    private static func plain(_ text: String) -> String {
        guard text.utf8.count <= limit * 4 else { return text }
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "-" }
        return words.joined(separator: " ").replacing("’", with: "'")
    }

    /// The host of an address, or of what looks like one; without `www.`.
    private static func host(_ text: String) -> String? {
        var rest = Substring(text.lowercased())
        guard rest.hasPrefix("http://") || rest.hasPrefix("https://") || rest.hasPrefix("www.") else { return nil }
        if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        return String(rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" && !$0.isWhitespace })
    }

    private static let unclear: Set<String> = [
        // en
        "here", "click here", "click", "this", "this link", "this page", "link", "read more", "more", "learn more", "see here", "see more",
        "more information", "details", "download", "go", "website", "web site", "page", "document", "file", "click on this link",
        // fr
        "ici", "cliquez ici", "cliquer ici", "clic ici", "lien", "ce lien", "cette page", "lire la suite", "en savoir plus", "plus",
        "plus d'informations", "plus d'information", "voir ici", "voir plus", "télécharger", "détails", "site", "site web", "fichier",
        "suite",
        // es
        "aquí", "aqui", "haga clic aquí", "haz clic aquí", "clic aquí", "pulse aquí", "pinche aquí", "enlace", "este enlace", "esta página",
        "leer más", "más", "más información", "ver aquí", "ver más", "descargar", "detalles", "sitio web", "página", "documento", "archivo",
        // ru
        "здесь", "тут", "нажмите здесь", "нажмите сюда", "сюда", "ссылка", "по ссылке", "по этой ссылке", "эта страница", "подробнее",
        "читать далее", "далее", "узнать больше", "больше", "скачать", "сайт", "страница", "документ", "файл", "см здесь",
        // ar
        "هنا", "اضغط هنا", "انقر هنا", "من هنا", "الرابط", "رابط", "هذا الرابط", "هذه الصفحة", "المزيد", "اقرأ المزيد", "للمزيد",
        "مزيد من المعلومات", "لمزيد من المعلومات", "تحميل", "تنزيل", "الموقع", "الصفحة", "الملف", "الوثيقة",
        // zh
        "这里", "此处", "点击这里", "点击此处", "点此", "请点击这里", "请点击此处", "链接", "此链接", "该链接", "本页", "更多", "阅读更多", "了解更多",
        "更多信息", "查看更多", "详情", "下载", "网站", "页面", "文件",
    ]
}
