import Check
import Diagnostics
import Foundation
import Markdown
import Model

/// Links and pictures: they must lead somewhere, and say where.
extension Checks {
    func checkLinks(_ matter: CheckedMatter, _ text: CheckedText, _ list: inout RemarkList) {
        let files = AttachedNames(matter.files)
        let place = LinkedPlace(matter.submission, content)
        let anchors = Set(text.outline.headings.map(\.anchor))
        for link in text.outline.links {
            let line = text.line(link.line)
            switch link.leads {
            case .unsafe: list.add(.unsafeLink, ["link": link.destination], line: line)
            case .relative: check(link.destination, place, files, anchors, at: line, &list)
            case .outside: checkForumAddress(link.destination, at: line, &list)
            case .direct: break
            }
            if !link.isBare, LinkTexts.isUnclear(link.text, leadingTo: link.destination) {
                list.add(.unclearLink, ["text": link.text.isEmpty ? link.destination : link.text], line: line)
            }
        }
        for image in text.outline.images { check(image, place, files, at: text.line(image.line), &list) }
    }

    /// A path or an anchor.
    private func check(
        _ destination: String, _ place: LinkedPlace, _ files: AttachedNames, _ anchors: Set<String>, at line: Int, _ list: inout RemarkList
    ) {
        guard !list.isFull(.brokenLink) || !list.isFull(.missingFile) else { return }
        if destination.hasPrefix("#") {
            let anchor = String(destination.dropFirst())
            if !anchors.contains(anchor.removingPercentEncoding ?? anchor) { list.add(.brokenLink, ["link": destination], line: line) }
            return
        }
        if let name = AttachedNames.name(in: destination) {
            if !files.has(name), !place.has(file: name) { list.add(.missingFile, ["file": name], line: line) }
            return
        }
        do throws(LinkFault) {
            _ = try resolver.resolve(destination, in: place.path, for: place.language, explains: false)
        } catch {
            if error.kind == .brokenAnchor, !knowsHeadings { return }
            list.add(.brokenLink, ["link": destination], line: line)
        }
    }

    /// An address of this forum on the web: what stands in it plainly, the number of a discussion, must be there.
    private func checkForumAddress(_ destination: String, at line: Int, _ list: inout RemarkList) {
        guard destination.hasPrefix(content.forum.baseURL) else { return }
        let parts = destination.dropFirst(content.forum.baseURL.count).split(separator: "/", maxSplits: 2)
        guard parts.count >= 2, Language(validating: String(parts[0])) != nil, Discussion.isIdentifier(String(parts[1])) else { return }
        if !content.discussions.contains(where: { $0.id == parts[1] }) { list.add(.brokenLink, ["link": destination], line: line) }
    }

    private func check(_ image: RenderedText.Image, _ place: LinkedPlace, _ files: AttachedNames, at line: Int, _ list: inout RemarkList) {
        if image.alternative.allSatisfy(\.isWhitespace) { list.add(.pictureWithoutText, ["file": image.source], line: line) }
        guard let name = AttachedNames.name(in: image.source) else {
            list.add(.pictureElsewhere, ["link": image.source], line: line)
            return
        }
        if files.has(name) {
            if !files.isPicture(name) { list.add(.notAPicture, ["file": name], line: line) }
        } else if !place.has(file: name) {
            list.add(.missingFile, ["file": name], line: line)
        }
    }
}
