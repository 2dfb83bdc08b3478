import CLinux
import Confinement
import Files
import Glibc
import Quarantine

/// The other side of `Quarantine`: opens what comes from outside, and writes mails, within limits of its own.
///
/// It reads one request at a time from descriptor 0, writes what it made of it there too (one socket), and ends when the other side does.
@main
enum RostrumQuarantine {
    private static let socket: Int32 = 0

    /// - `--prove-confinement`: tries what the sandbox forbids, and says what happened, instead of opening anything.
    static func main() {
        let proves = CommandLine.arguments.dropFirst().first == "--prove-confinement"
        if !proves { silenceOutput() }
        load()
        Confines.limit(memory: QuarantineLimits.memory)
        let landlock = Sandbox.enter()
        if proves { return ConfinementProof.print(landlock: landlock) }
        do {
            try Wire.send(Quarantine.greeting, to: socket)
            while true {
                let request = try Wire.receive(from: socket, limit: QuarantineLimits.request)
                _ = Confines.startTimer(seconds: QuarantineLimits.processorSeconds)
                try Wire.send(answer(request), to: socket)
                if Confines.memoryInUse > QuarantineLimits.heap { _exit(0) }
            }
        } catch {
            _exit(error == .closed ? 0 : 1)
        }
    }

    /// What libraries read from outside of the folders that stay readable, or start once.
    private static func load() {
        // Names in archives are asked for in UTF-8.
        setlocale(LC_CTYPE, "C.UTF-8")
        // One arena for all threads: each more would reserve 64 MB of what the process may have.
        mallopt(-8, 1)
        MailParser.load()
        guard MagicDatabase.load() else { _exit(1) }
    }

    /// What a library prints must not get between messages: descriptor 1 is the socket too, until here.
    private static func silenceOutput() {
        guard dup2(2, 1) == 1 else { _exit(1) }
    }

    private static func answer(_ request: [UInt8]) -> [UInt8] {
        var reader = ByteReader(request)
        do throws(ByteReader.Malformed) {
            let asked = try QuarantineRequest(from: &reader)
            var writer = ByteWriter(reserving: request.count + 1_024)
            switch asked {
            case .open(let name, let bytes, let isBundle):
                (isBundle ? Opener.open(bundle: bytes, name: name) : Opener.open(name: name, bytes)).write(to: &writer)
            case .compose(let drafts): writer.write(list: drafts) { $0.write(MailComposer.compose($1)) }
            }
            if writer.bytes.count > QuarantineLimits.answer { _exit(Confines.outOfMemory) }
            return writer.bytes
        } catch {
            _exit(1)
        }
    }
}
