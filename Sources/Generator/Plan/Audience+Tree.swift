import Access
import Model

extension Audience {
    /// The folder from the site's root that holds what these read, ending in `/`; empty for the root itself.
    ///
    /// With `gate: server` the guests of each discussion have a tree of their own, which the server can close to everybody else; in a
    /// sealed site everything lies together.
    func tree(_ gate: Forum.Gate) -> String {
        switch (gate, self) {
        case (.sealed, _), (_, .members): ""
        case (.server, .guests(let discussion)): "guests/\(discussion)/"
        }
    }
}
