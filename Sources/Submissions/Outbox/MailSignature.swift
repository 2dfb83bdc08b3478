import Model
import Theme

/// What stands below every mail of the forum.
enum MailSignature {
    /// The forum's name, the address to write to, and where it is.
    static func text(_ forum: Forum, _ strings: Strings) -> String {
        let title = forum.title.title(in: strings.language, else: forum.defaultLanguage).text
        let address = (forum.contact ?? forum.submissionsAddress).map {
            strings.text(of: MailString.contact, ["address": PlainLines.isolated($0, in: strings.language)])
        }
        return ([title] + [address].compactMap { $0 } + [forum.baseURL]).joined(separator: "\n")
    }
}
