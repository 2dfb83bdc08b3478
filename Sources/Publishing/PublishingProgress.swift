/// Is told how far a publication is.
package struct PublishingProgress: Sendable {
    private let tell: @Sendable (_ stage: String, _ done: Int, _ total: Int) -> Void

    /// - Parameter tell: called about a hundred times a stage.
    package init(_ tell: @escaping @Sendable (_ stage: String, _ done: Int, _ total: Int) -> Void) {
        self.tell = tell
    }

    /// Tells nobody.
    package static let silent = PublishingProgress { _, _, _ in }

    func step(_ stage: String, _ done: Int, of total: Int) {
        if done % max(1, total / 100) == 0 || done == total { tell(stage, done, total) }
    }
}
