import Markdown
import Model
import Quarantine

/// What came with it.
extension Checks {
    func checkFiles(_ matter: CheckedMatter, _ text: CheckedText?, _ list: inout RemarkList) {
        for file in matter.files { check(file, &list) }
        for name in matter.unscanned { list.add(.notScanned, ["file": name]) }
        for refusal in matter.refusals { list.add(RemarkKind(refusal.reason), ["file": refusal.name]) }
        checkNames(matter, text, &list)
    }

    private func check(_ file: SubmittedFile, _ list: inout RemarkList) {
        let rules = content.forum.attachments
        let ending = file.name.fileEnding
        let isKnown = file.endings.isEmpty || file.endings.contains { rules.types.contains($0) }
        let isNamed = ending.isEmpty ? !file.endings.isEmpty : rules.types.contains(ending)
        if !isNamed || !isKnown { list.add(.attachmentType, ["file": file.name, "type": file.type]) }
        if file.size > rules.largest {
            list.add(.attachmentTooLarge, ["file": file.name, "size": String(file.size), "limit": String(rules.largest)])
        }
        if let virus = file.virus { list.add(.virus, ["file": file.name, "virus": virus]) }
        for trait in file.traits {
            let values = trait == .disguised ? ["file": file.name, "type": file.type] : ["file": file.name]
            list.add(RemarkKind(trait), values)
        }
    }

    /// Files that are named and did not come, and files that came and are not named.
    private func checkNames(_ matter: CheckedMatter, _ text: CheckedText?, _ list: inout RemarkList) {
        // Without a list, all that came belongs to it.
        guard let named = matter.submission.attachments else { return }
        let files = AttachedNames(matter.files)
        for name in named where !files.has(name) { list.add(.missingFile, ["file": name]) }
        let destinations = (text?.outline.links.map(\.destination) ?? []) + (text?.outline.images.map(\.source) ?? [])
        let mentioned = Set((named + destinations.compactMap { AttachedNames.name(in: $0) }).map { AttachedNames.key($0.lastPart) })
        for file in matter.files where !mentioned.contains(AttachedNames.key(file.name.lastPart)) {
            list.add(.unusedFile, ["file": file.name])
        }
    }
}

extension RemarkKind {
    fileprivate init(_ trait: OpenedFile.Trait) {
        switch trait {
        case .disguised: self = .attachmentDisguised
        case .macros: self = .attachmentMacros
        case .script: self = .attachmentScript
        case .actions: self = .attachmentActions
        case .embedded: self = .attachmentEmbedded
        case .external: self = .attachmentExternal
        case .encrypted: self = .attachmentEncrypted
        case .rewritten: self = .pictureRewritten
        case .damaged: self = .attachmentDamaged
        }
    }

    fileprivate init(_ reason: Opened.Refusal.Reason) {
        switch reason {
        case .tooLarge, .tooMany, .tooDeep: self = .leftOutSize
        case .encrypted, .hiddenBySignature: self = .leftOutLocked
        case .sealedElsewhere, .sealedForLostKey, .sealedOtherwise, .sealedDamaged, .returnedText: self = .leftOutSealed
        case .damaged, .picture, .encoding, .empty: self = .leftOutDamaged
        case .pathOutside, .noFile, .twice: self = .leftOutEntry
        }
    }
}

extension String {
    /// What stands behind the last dot of a file's name, lower case; empty where there is none.
    fileprivate var fileEnding: String {
        let name = lastPart
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}
