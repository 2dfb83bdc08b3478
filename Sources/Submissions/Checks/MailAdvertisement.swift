/// A line by which a mail program, a telephone or a virus scanner speaks of itself.
enum MailAdvertisement {
    /// How many words such a line has at most, without addresses.
    private static let wordLimit = 10
    /// As above, of a virus scanner.
    private static let scannerLimit = 30

    /// Whether a line is one. It begins as a sentence does: a line of prose that says the same is the end of one.
    static func isOne(_ line: MailLine) -> Bool {
        guard line.written.unicodeScalars.first(where: { $0.isLetterOrDigit })?.properties.isLowercase != true else { return false }
        let words = words(in: line.text)
        guard let first = words.first, words.count <= scannerLimit else { return false }
        if words.contains(where: { $0.contains("avast") }) { return words.contains { word in viruses.contains { word.contains($0) } } }
        guard words.count <= wordLimit else { return false }
        let sentence = words.joined(separator: " ")
        guard starts[first.first ?? " "]?.contains(where: { sentence.hasPrefix($0) }) == true else { return false }
        return words.dropFirst().contains { word in products.contains(word) } || attached.contains { sentence.contains($0) }
    }

    /// Without addresses on the web, which stand behind a name without a space too, and without the signs around words.
    private static func words(in text: String) -> [String] {
        var words: [String] = []
        for part in text.split(whereSeparator: { " <>()\"".contains($0) }) where !part.contains("://") {
            let word = part.drop { ".-«»“”".contains($0) }
            let end = word.lastIndex { !".-«»“”。!".contains($0) }
            if let end { words.append(String(word[...end])) }
        }
        return words
    }

    private static let viruses = ["virus", "вирус", "فيروس", "病毒"]

    /// What such a line begins with, by its first character.
    private static let starts = Dictionary(grouping: beginnings.map { MailLine.folded($0.unicodeScalars) }) { $0.first ?? " " }

    private static let beginnings = [
        "Sent from", "Sent via", "Sent using", "Get Outlook for", "Download Outlook for", "Envoyé de mon", "Envoyé de mes", "Envoyé depuis",
        "Envoyé à partir", "Envoyé via", "Envoyé avec", "Obtenir Outlook pour", "Obtenez Outlook pour", "Télécharger Outlook pour",
        "Téléchargez Outlook pour", "Provenance : Courrier", "Enviado desde", "Enviado con", "Enviado mediante", "Obtener Outlook para",
        "Obtén Outlook para", "Descargar Outlook para", "Отправлено с", "Отправлено из", "Отправлено через", "Получить Outlook для",
        "Получите Outlook для", "Скачать Outlook для", "Загрузить Outlook для", "أرسلت من", "أرسل من", "أُرسلت باستخدام", "مرسل من",
        "مرسلة من",
        "تم الإرسال من", "تم الإرسال بواسطة", "الحصول على Outlook", "احصل على Outlook", "تنزيل Outlook", "发自我的", "发自", "从我的", "来自我的",
        "发送自", "通过我的", "获取 Outlook", "获取Outlook", "获取适用于", "下载 Outlook", "下载适用于",
    ]

    /// What it names: one of these must be there, so that "sent from our office" is none.
    private static let products = Set(
        [
            "iPhone", "iPad", "iOS", "Android", "Outlook", "Mail", "Gmail", "Yahoo", "Samsung", "Galaxy", "Huawei", "Xiaomi", "Redmi",
            "Windows", "BlackBerry", "Proton", "ProtonMail", "Thunderbird", "smartphone", "phone", "mobile", "téléphone", "portable",
            "Courrier",
            "móvil", "teléfono", "celular", "Correo", "Mail.ru", "Яндекс", "Яндекс.Почты", "Почты", "телефона", "смартфона", "айфона",
            "iPhone'а",
            "آيفون", "الآيفون", "هاتفي", "جهاز", "جهازي", "الهاتف",
        ].map { MailLine.folded($0.unicodeScalars) })

    /// The same where words are not set apart, as in Chinese.
    private static let attached = ["iphone", "ipad", "outlook", "android", "手机", "邮箱", "邮件应用", "小米", "华为"]
}
