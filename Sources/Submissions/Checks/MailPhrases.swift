/// The words by which mail programs are known: those of Outlook, Gmail, Apple Mail, Thunderbird and others, in six languages.
enum MailPhrases {
    /// A field in the head of a mail.
    enum Field { case from, sent, date, to, subject }

    static let fields: [String: Field] = {
        var fields: [String: Field] = [:]
        for (field, names) in names { for name in names { fields[MailLine.folded(name.unicodeScalars)] = field } }
        return fields
    }()

    private static let names: [(Field, [String])] = [
        (.from, ["From", "De", "От", "От кого", "Отправитель", "من", "المرسل", "发件人", "寄件者", "寄件人"]),
        (
            .sent,
            [
                "Sent", "Envoyé", "Envoyé le", "Date d'envoi", "Enviado", "Enviado el", "Enviada", "Отправлено", "Дата отправки",
                "تم الإرسال", "تاريخ الإرسال",
                "أرسلت", "مرسلة", "وقت الإرسال", "发送时间", "寄件日期", "已发送", "发送日期", "发送",
            ]
        ),
        (.date, ["Date", "Fecha", "Дата", "التاريخ", "日期", "时间"]),
        (.to, ["To", "À", "Pour", "Para", "Кому", "Получатель", "إلى", "المستلم", "收件人", "至"]),
        (.subject, ["Subject", "Objet", "Sujet", "Asunto", "Тема", "الموضوع", "主题", "主旨"]),
    ]

    /// What stands between dashes.
    static let original = folded([
        "Original Message", "Original Appointment", "Forwarded Message", "Forwarded by", "Reply Message", "Message d'origine",
        "Message original",
        "Message transféré", "Rendez-vous d'origine", "Mensaje original", "Mensaje reenviado", "Исходное сообщение", "Исходное письмо",
        "Пересылаемое сообщение", "Пересланное сообщение", "Перенаправленное сообщение", "Переадресованное сообщение", "الرسالة الأصلية",
        "رسالة أصلية", "رسالة معاد توجيهها", "الرسالة المعاد توجيهها", "رسالة معاد إرسالها", "الرسالة المحولة", "رسالة محولة", "原始邮件",
        "邮件原件", "原始消息",
        "转发的邮件", "转发邮件", "转发邮件信息", "转发的消息", "回复的原邮件", "回复的邮件",
    ])

    /// What Apple Mail writes above a mail that it forwards.
    static let forwarding = folded([
        "Begin forwarded message", "Début du message transféré", "Début du message réexpédié", "Inicio del mensaje reenviado",
        "Начало переадресованного сообщения", "Начало пересылаемого сообщения", "بداية الرسالة المعاد توجيهها",
        "بدء الرسالة المعاد توجيهها",
        "بدء الرسالة المحولة", "以下是转发的邮件", "下面是被转发的邮件", "开始转发的邮件", "开始转发的信息",
    ])

    /// What the line above a quotation ends with.
    static let verbs = folded([
        " wrote", " writes", " a écrit", " écrit", " escribió", " escribe", " написал", " написала", " написал(а)", " написал (а)",
        " пишет", " писал",
        " писал(а)", "写道", "寫道", "写到",
    ])

    static let arabicVerbs = folded(["كتب", "كتبت", "كتب/كتبت", "كتابة", "تمت"])

    private static func folded(_ phrases: [String]) -> Set<String> {
        Set(phrases.map { phrase in (phrase.first == " " ? " " : "") + MailLine.folded(phrase.unicodeScalars) })
    }
}
