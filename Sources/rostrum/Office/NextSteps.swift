import Diagnostics
import Foundation
import Model
import Submissions

/// What a moderator can do with a submission, with the commands as they can be typed.
struct NextSteps {
    let record: Record
    let submission: Submission
    let remarks: [Remark]
    let forum: Forum
    /// The forum's folder, as the call named it.
    let root: String
    /// An example of a day to come.
    let tomorrow: Day

    private typealias Step = (what: String, command: String)

    func text(_ page: PageLines) -> String? {
        let steps = steps
        guard !steps.isEmpty else { return nil }
        var lines = ["What to do next"]
        for step in steps { lines += [page.paragraph(step.what + ":", first: "  ", rest: "  "), "    " + step.command + place] }
        if record.state.isWaiting, !forum.reasons.isEmpty {
            let reasons = forum.reasons.map { "\($0.id) (\(PageLines.value(words($0.title))))" }.joined(separator: ", ")
            lines.append(page.paragraph("Ready reasons, for --reason in place of --words: \(reasons).", first: "  ", rest: "  "))
        }
        return lines.joined(separator: "\n")
    }

    private var steps: [Step] {
        let number = record.number
        switch record.state {
        case .received, .inReview: return waiting
        case .scheduled: return [("Take the approval back", "rostrum review undo \(number)")]
        case .approved where submission.kind == .invitation:
            return [("Let the guest in, if that was not done yet", submission.invitationCommand)]
        case .approved: return record.placed == nil ? [] : [("Take the approval back", "rostrum review undo \(number)")]
        case .returned:
            return [
                ("Bring in what its author sends on a stick or from another address", "rostrum inbox import … --for \(number)"),
                ("Take the decision back", "rostrum review undo \(number)"),
            ]
        case .rejected: return [("Take the decision back", "rostrum review undo \(number)")]
        case .published, .corrected:
            guard let place = record.place else { return [] }
            let edit = submission.kind == .topic ? "rostrum discussion edit" : "rostrum review correct"
            return [
                ("Correct it", "\(edit) \(place)"),
                ("Withdraw it, where its author asks for that", "rostrum withdraw \(place) --requested-by author --reason \"…\""),
            ]
        case .withdrawn: return []
        }
    }

    private var waiting: [Step] {
        let number = record.number
        var steps: [Step] = []
        if let other = record.claimedBy, other != moderator {
            steps.append(("Take it over from \(PageLines.value(other)), who has it in hand", "rostrum review claim \(number) --take"))
        }
        let errors = Set(remarks.map(\.kind).filter { $0.severity == .error })
        if errors.isEmpty {
            steps += approving
        } else {
            let errors = remarks.count { $0.kind.severity == .error }
            steps.append((errors == 1 ? "Mend the error yourself" : "Mend the \(errors) errors yourself", "rostrum review edit \(number)"))
        }
        steps.append(("Ask its author to change it", "rostrum review return \(number) --words \"…\""))
        steps.append(("Turn it down for good", "rostrum review reject \(number) --words \"…\""))
        if !errors.isEmpty, errors.allSatisfy(\.isAcceptable) {
            let accepted = errors.map { " --accept \($0.rawValue)" }.sorted().joined()
            steps.append(("Approve it all the same, if you know better", "rostrum review approve \(number)\(accepted)"))
        }
        return steps
    }

    private var approving: [Step] {
        let approve = "rostrum review approve \(record.number)"
        switch submission.kind {
        case .invitation: return [("Agree to it; you are then told how to let the guest in", approve)]
        case .removal: return [("Withdraw \(PageLines.value(submission.target ?? "it"))", approve)]
        case .topic:
            let day = "the discussion opens on that day"
            return [("Approve it; \(day)", approve + " --opens \(tomorrow)"), ("Approve it; the discussion opens today", approve)]
        default:
            return [
                ("Publish it with the next build", approve),
                ("Publish it on a day to come", "rostrum review schedule \(record.number) --on \(tomorrow)"),
            ]
        }
    }

    /// What a command needs to find this forum, and to know who decides.
    private var place: String {
        let folder = root == "." ? "" : " --root " + ShellWord.quoted(root)
        return folder + (moderator == nil ? " --as \"Your name\"" : "")
    }

    private var moderator: String? {
        ProcessInfo.processInfo.environment["ROSTRUM_MODERATOR"].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func words(_ titles: Titles) -> String { titles.title(in: Language("en"), else: forum.defaultLanguage).text }
}
