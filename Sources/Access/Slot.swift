package import Model

/// That somebody has a passphrase, and what the office keeps of it.
package struct Slot: Sendable, Hashable {
    package let holder: Holder
    /// When the passphrase was issued.
    package let issued: Instant
    /// S of FORMAT.md: what the passphrase was stretched to. As good as the passphrase on this site.
    let secret: Secret
}
