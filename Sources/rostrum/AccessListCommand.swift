import Access
import ArgumentParser
import Diagnostics
import Model

struct AccessListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show who has a passphrase, since when, and for how long.",
        discussion: """
            One line for each: member, staff or guest, the name, when it was issued; of a guest also the discussion, the State that asked, \
            the last day (- where there is none), and whether it has lapsed or lapses within a week.
            """)

    @OptionGroup var common: CommonOptions

    func run() throws {
        guard try Keystore.exists(office: common.office()) || ForumFile.load(common).forum == nil else {
            return Console.note("Nobody has a passphrase yet.")
        }
        let keystore = try Keystore.load(office: common.office(), ask: common.ask)
        for slot in keystore.slots {
            switch common.format {
            case .json: try Console.result(json(slot))
            case .text: try Console.result(line(slot))
            }
        }
    }

    private func line(_ slot: Slot) -> String {
        let issued = slot.issued.iso
        switch slot.holder {
        case .member(let code): return "member\t\(code)\t\(issued)"
        case .staff(let name): return "staff\t\(name)\t\(issued)"
        case .guest(let name, let discussion):
            let invitation = slot.invitation.map { "\($0.requestedBy)\t\($0.until?.description ?? "-")" } ?? ""
            let mark =
                switch slot.standing(at: common.moment) {
                case .standing: ""
                case .lapsing: "\tlapses soon"
                case .lapsed: "\tlapsed"
                }
            return "guest\t\(name)\t\(issued)\t\(discussion)\t\(invitation)\(mark)"
        }
    }

    private func json(_ slot: Slot) -> String {
        let standing = slot.invitation == nil ? "" : ",\"state\":\"\(slot.standing(at: common.moment).rawValue)\""
        return "{\(slot.holder.json),\"issued\":\"\(slot.issued.iso)\"\(slot.invitation?.json ?? "")\(standing)}"
    }
}
