import Foundation

extension Instant {
    /// ISO 8601 in UTC: `2026-11-23T09:00:00Z`.
    package var iso: String { Date(timeIntervalSince1970: Double(seconds)).ISO8601Format() }
}
