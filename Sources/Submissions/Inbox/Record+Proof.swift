package import Access

extension Record {
    /// What a sealed file proves of who made it: that they had a passphrase. Of what came otherwise nothing is known.
    package struct Proof: Sendable, Hashable, Codable {
        package let outcome: Outcome
        /// Whose passphrase it was; nil where that is not known.
        package let by: Kind?
        /// The member's code, or the name of the staff or the guest in the keystore.
        package let name: String?
        /// The discussion that a guest is invited to.
        package let discussion: String?

        /// What came of comparing it with all passphrases.
        package enum Outcome: String, Sendable, Codable, CaseIterable {
            /// None was made.
            case none
            /// One was made, and no passphrase that was in use when it came in gives it.
            case unknown
            /// It is somebody's.
            case proved
        }

        /// Whose a passphrase can be.
        package enum Kind: String, Sendable, Codable, CaseIterable {
            case member, staff, guest
        }

        /// - Parameter proof: as a sealed file has it.
        package init(_ proof: SealedSubmission.Proof) {
            switch proof {
            case .none: self.init(outcome: .none)
            case .unknown: self.init(outcome: .unknown)
            case .by(.member(let code)): self.init(outcome: .proved, .member, code)
            case .by(.staff(let name)): self.init(outcome: .proved, .staff, name)
            case .by(.guest(let name, let discussion)): self.init(outcome: .proved, .guest, name, discussion)
            }
        }

        /// That of a text without any.
        static let none = Proof(outcome: .none)

        private init(outcome: Outcome, _ by: Kind? = nil, _ name: String? = nil, _ discussion: String? = nil) {
            (self.outcome, self.by, self.name, self.discussion) = (outcome, by, name, discussion)
        }

        /// Whose passphrase it was; nil where none is proved.
        package var holder: Holder? {
            guard let by, let name else { return nil }
            return switch by {
            case .member: .member(name)
            case .staff: .staff(name)
            case .guest: .guest(name: name, discussion: discussion ?? "")
            }
        }
    }
}
