import Confinement
package import Diagnostics
import Files
import Synchronization

/// Opens what comes from outside, and writes mails, in a child process that is used again until it fails, and replaced then.
///
/// Calls from several threads wait for each other; give each thread one.
package final class Quarantine: Sendable {
    /// The first message of a child.
    package static let greeting = [UInt8]("rostrum-quarantine-2".utf8)

    private let program: ConfinedProcess.Program
    private let process = Mutex<ConfinedProcess?>(nil)

    /// - Parameter command: path and arguments of the program `rostrum-quarantine`.
    package init(command: [String]) {
        program = ConfinedProcess.Program(
            command: command, greeting: Self.greeting, purpose: "that opens what comes from outside", silence: QuarantineLimits.seconds)
    }

    deinit {
        process.withLock { _ = $0?.end() }
    }

    /// Why something could not be opened at all.
    package enum Fault: String, Error, Sendable, Hashable, CaseIterable {
        /// Longer than `QuarantineLimits.bytes`; not even tried.
        case tooLong = "too-long"
        /// It took more than `QuarantineLimits.seconds`.
        case tooSlow = "too-slow"
        /// It took more than `QuarantineLimits.memory`.
        case tooLarge = "takes-too-much-memory"
        /// What reads it stumbled over it.
        case crashed
    }

    /// Takes something apart. Throws only where no child can be started.
    ///
    /// - Parameters:
    ///   - name: the name that it came with, or of the file that it was in; its ending tells an `.eml` from a text. Empty for one without.
    ///   - bytes: all of it.
    package func open(name: String, _ bytes: [UInt8]) throws(Failure) -> Result<Opened, Fault> {
        try open(name: name, bytes, isBundle: false)
    }

    /// Takes apart what was unsealed: a bundle (`Files/FileBundle.swift`), whose files are opened as those of an archive. Throws only where no
    /// child can be started.
    ///
    /// - Parameters:
    ///   - name: of the file that it was sealed in.
    ///   - bytes: all of it, not looked into; where they are no bundle, the answer is a refusal.
    package func open(bundle bytes: [UInt8], name: String) throws(Failure) -> Result<Opened, Fault> {
        try open(name: name, bytes, isBundle: true)
    }

    private func open(name: String, _ bytes: [UInt8], isBundle: Bool) throws(Failure) -> Result<Opened, Fault> {
        guard bytes.count <= QuarantineLimits.bytes else { return .failure(.tooLong) }
        return try ask(.open(name: name, bytes: bytes, isBundle: isBundle), of: bytes.count) { Opened(answer: $0) }
    }

    /// Has the child do something.
    ///
    /// - Parameters:
    ///   - size: about as many bytes as the request has.
    ///   - read: takes the answer apart; nil for one that no child in its right mind gives.
    func ask<Answer: Sendable>(
        _ request: QuarantineRequest, of size: Int, read: ([UInt8]) -> Answer?
    ) throws(Failure) -> Result<Answer, Fault> {
        var writer = ByteWriter(reserving: size + 1_024)
        request.write(to: &writer)
        return try process.withLock { (process: inout ConfinedProcess?) throws(Failure) in
            let isNew = process == nil
            let first = try ask(writer.bytes, &process, read)
            // What depends on memory is decided by a new child, so that the answer is the same whatever was opened before.
            guard case .failure(let fault) = first, fault != .tooSlow, !isNew else { return first }
            return try ask(writer.bytes, &process, read)
        }
    }

    private func ask<Answer>(
        _ message: [UInt8], _ process: inout ConfinedProcess?, _ read: ([UInt8]) -> Answer?
    ) throws(Failure) -> Result<Answer, Fault> {
        // A child that retired while nobody looked is replaced; a new one has no reason to.
        for _ in 0..<2 {
            let child: ConfinedProcess
            if let running = process { child = running } else { child = try ConfinedProcess.start(program) }
            process = child
            do throws(ConfinedProcess.Death) {
                let answer = try child.ask(message, limit: QuarantineLimits.answer, within: .seconds(QuarantineLimits.seconds))
                if let answer = read(answer) { return .success(answer) }
                child.end()
                process = nil
                return .failure(.crashed)
            } catch {
                process = nil
                if let fault = Fault(error) { return .failure(fault) }
            }
        }
        return .failure(.crashed)
    }
}

extension Quarantine.Fault {
    /// Nil for a child that ended of its own accord.
    fileprivate init?(_ death: ConfinedProcess.Death) {
        switch death {
        case .retired: return nil
        case .tooSlow: self = .tooSlow
        case .tooLarge: self = .tooLarge
        case .crashed: self = .crashed
        }
    }
}
