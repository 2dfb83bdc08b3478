import Markdown
import Model

/// Mail addresses, telephone numbers and other personal data, wherever in the text they stand.
extension Checks {
    func checkPersonalData(_ text: CheckedText, _ list: inout RemarkList) {
        var found = Found(list: list)
        let own = Set([content.forum.contact, content.forum.submissionsAddress].compactMap { $0?.lowercased() })
        for piece in text.pieces {
            for range in MailAddresses.ranges(in: piece.scalars) {
                let address = piece.text(range)
                if !own.contains(address.lowercased()) { found.add(.mailAddress, "address", address, piece.line(at: range.lowerBound)) }
            }
            for number in PersonalNumbers.all(in: piece) {
                found.add(number.kind, "number", number.text, piece.line(at: number.start))
            }
        }
        for link in text.outline.links where link.leads == .direct && !link.isBare {
            check(link, at: text.line(link.line), own, &found)
        }
        list = found.list
    }

    /// An address or number that only the link's destination says.
    private func check(_ link: TextOutline.Link, at line: Int, _ own: Set<String>, _ found: inout Found) {
        let parts = link.destination.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return }
        let value = String(parts[1].prefix { $0 != "?" })
        if parts[0].lowercased() == "tel" {
            found.add(.telephone, "number", value, line)
        } else if !own.contains(value.lowercased()) {
            found.add(.mailAddress, "address", value, line)
        }
    }

    /// What was found, each thing once: a signature under every second paragraph is one remark.
    private struct Found {
        var list: RemarkList
        private var seen: [RemarkKind: Set<String>] = [:]

        init(list: RemarkList) { self.list = list }

        mutating func add(_ kind: RemarkKind, _ name: String, _ value: String, _ line: Int?) {
            guard seen[kind, default: []].insert(value.lowercased()).inserted else { return }
            list.add(kind, [name: value], line: line)
        }
    }
}
