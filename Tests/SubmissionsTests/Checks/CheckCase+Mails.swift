import Submissions

private let sample = Sample()

/// Each line that mail programs write, as they do, then what is much like it.
extension CheckCase {
    static let mails: [CheckCase] = heads + introductions + advertisements

    private static func remains(_ first: String, _ below: String = "") -> CheckCase {
        CheckCase(.mailRemains, ["text": first], sample.adding(first + below), not: sample, sample.adding("> " + first))
    }

    private static let heads: [CheckCase] = [
        remains(
            "-----Original Message-----", "\nFrom: Forum <a@b.example>\nSent: Monday, 16 November 2026 10:02\nTo: Ana\nSubject: x\n\nText."),
        remains("-----Message d'origine-----"), remains("-----Mensaje original-----"), remains("-----Исходное сообщение-----"),
        remains("‏-----الرسالة الأصلية-----".replacing("\u{200F}", with: "")), remains("------------------ 原始邮件 ------------------"),
        remains("---------- Forwarded message ---------"), remains("-------- Перенаправленное сообщение --------"),
        remains("—– Original Message —–"), remains("Begin forwarded message:"), remains("Début du message réexpédié :"),
        remains("From: Forum <a@b.example>", "  \nSent: Monday, 16 November 2026 10:02\nTo: Ana\nSubject: x\n\nText."),
        remains("**De :** Forum", "\\\n**Envoyé :** lundi 16 novembre 2026 10:02\\\n**À :** Ana\\\n**Objet :** x\n\nTexte."),
        remains("De : Forum Envoyé : lundi 16 novembre 2026 10:02 À : Ana Objet : x"),
        remains("De: Forum", "\nEnviado el: lunes, 16 de noviembre de 2026 10:02\nPara: Ana\nAsunto: x"),
        remains("От: Forum", "\nОтправлено: 16 ноября 2026 г. 10:02\nКому: Ana\nТема: x"),
        remains("من: Forum", "\nتم الإرسال: 16 نوفمبر 2026\nإلى: Ana\nالموضوع: x"),
        remains("发件人: Forum", "\n发送时间: 2026年11月16日 10:02\n收件人: Ana\n主题: x"),
        remains("From: Forum <a@b.example>", "\nDate: Mon, 16 Nov 2026\nTo: Ana\nSubject: x"),
        CheckCase(
            .mailRemains, ["text": "From: Forum"], sample.adding("From: Forum\nSent: Monday\nTo: Ana\nSubject: x"),
            not: sample.adding("From: the Director\nDate: 3 May 2026\nTo: all examiners\nSubject: fees\n\nHe asked for less paper."),
            sample.adding("From: small offices. We heard much. To: large offices, nothing."),
            sample.adding("---\n\nThe original message was: be brief."),
            sample.adding("- Original message\n- Answer"), sample.adding("```\n-----Original Message-----\n```"),
            sample.adding("## Original message\n\nThe office had sent: a letter, to: everybody.")),
    ]

    private static let introductions: [CheckCase] = [
        remains("On Mon, 16 Nov 2026 at 10:02, Forum <a@b.example> wrote:", "\n\n> The discussion is open."),
        remains("On 16 Nov 2026, at 10:02, Forum <a@b.example> wrote:"), remains("On 11/16/26 10:02 AM, Forum wrote:", "\n> Text."),
        remains("Le lun. 16 nov. 2026 à 10:02, Forum", "\n<a@b.example> a écrit :\n\n> Le débat est ouvert."),
        remains("El lun, 16 nov 2026 a las 10:02, Forum (<a@b.example>) escribió:"),
        remains("пн, 16 нояб. 2026 г. в 10:02, Forum <a@b.example>:"), remains("16.11.2026 10:02, Forum пишет:", "\n> Текст."),
        remains("16 нояб. 2026 г., в 10:02, Forum <a@b.example> написал(а):"),
        remains("في الاثنين، ١٦ نوفمبر ٢٠٢٦ في ١٠:٠٢ ص تمت كتابة ما يلي بواسطة Forum <a@b.example>:"),
        remains("في ١٦ نوفمبر ٢٠٢٦، الساعة ١٠:٠٢، كتب/كتبت Forum <a@b.example>:"),
        remains("Forum <a@b.example> 于2026年11月16日周一 10:02写道：", "\n\n> 讨论已开始。"), remains("2026年11月16日 10:02，Forum <a@b.example> 写道："),
        CheckCase(
            .mailRemains, nil, sample.adding("On 16 Nov 2026 at 10:02, Forum <a@b.example> wrote:\n\n> Text.\n\nSent from my iPhone"),
            not: sample.adding("On 16 November 2026 the Director wrote:\n\n> Be brief."),
            sample.adding("In its letter of 3 May 2026 to a@b.example the office wrote:\n\n> Be brief."),
            sample.adding("Le 16 novembre 2026, le directeur a écrit :\n\n> Soyez brefs."),
            sample.adding("The session opens at 10:02, on 16 November 2026:"),
            sample.adding("Write to <a@b.example>:\n\n- by 16 November 2026, 10:02")),
    ]

    private static let advertisements: [CheckCase] = [
        remains("Sent from my iPhone"), remains("Sent from Mail for Windows"), remains("Sent from my Samsung Galaxy smartphone."),
        remains("Get Outlook for iOS<https://aka.ms/o0ukef>"), remains("[Get Outlook for Android](https://aka.ms/AAb9ysg)"),
        remains("Envoyé de mon iPhone"), remains("Obtenir Outlook pour iOS"), remains("Télécharger Outlook pour Android"),
        remains("Enviado desde mi iPhone"), remains("Obtener Outlook para iOS"), remains("Отправлено с iPhone"),
        remains("Скачать Outlook для iOS"),
        remains("أُرسلت من الـ iPhone"), remains("الحصول على Outlook لـ iOS"), remains("发自我的 iPhone"), remains("发自我的手机"),
        remains("获取适用于 iOS 的 Outlook"), remains("Garanti sans virus. www.avast.com"),
        CheckCase(
            .mailRemains, ["text": "Sent from my iPhone"], sample.adding("-- \nSent from my iPhone"),
            not: sample.adding("Sent from our office, the letters arrived late."),
            sample.adding("Many were\nSent from my phone\nand lost."),
            sample.adding("Sent from my iPhone was the whole answer that most of the applicants gave us that year."),
            sample.adding("Half of the answers that we had were\nsent from a mobile phone."),
            sample.adding("Get outlooks for three years."), sample.adding("Envoyé depuis le bureau de Genève")),
    ]
}
