import Diagnostics
import Glibc

/// The terminal that the command was started on, whatever its streams are.
enum Terminal {
    /// Asks for a line that is not shown while it is typed.
    ///
    /// - Parameter remedy: what to do where there is no terminal.
    static func secret(_ question: String, remedy: String) throws(Failure) -> String {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        var before = termios()
        guard terminal >= 0, tcgetattr(terminal, &before) == 0 else {
            if terminal >= 0 { close(terminal) }
            throw Failure("a passphrase is needed, and there is no terminal to ask for it", remedy: remedy)
        }
        defer { close(terminal) }
        let ending = EndingSignals()
        defer { ending.letGo() }
        // Without signals from keys: a command that Ctrl-C ends here would leave the terminal without echo.
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        guard tcsetattr(terminal, TCSAFLUSH, &hidden) == 0 else { throw Failure("this terminal cannot hide what is typed", remedy: remedy) }
        defer { tcsetattr(terminal, TCSAFLUSH, &before) }
        write(question, to: terminal)
        defer { write("\n", to: terminal) }
        return try line(from: terminal)
    }

    /// Asks a question that only `yes` or `y` answers with yes.
    ///
    /// - Parameter otherwise: what to do where there is no terminal.
    static func confirms(_ question: String, otherwise: String) throws(Failure) -> Bool {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { throw Failure("this must be asked first, and there is no terminal", remedy: otherwise) }
        defer { close(terminal) }
        write(question + " [yes/no] ", to: terminal)
        var typed: [UInt8] = []
        var byte: UInt8 = 0
        while read(terminal, &byte, 1) == 1, byte != 0x0A { typed.append(byte) }
        return ["yes", "y"].contains(String(decoding: typed, as: UTF8.self).lowercased().filter { !$0.isWhitespace })
    }

    private static func line(from terminal: Int32) throws(Failure) -> String {
        var typed: [UInt8] = []
        while true {
            var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, 200)
            guard !EndingSignals.came else { throw Failure("the command was ended from outside", remedy: "Run the command again.") }
            if ready == 0 || ready < 0 && errno == EINTR { continue }
            var byte: UInt8 = 0
            let got = read(terminal, &byte, 1)
            if got < 0, errno == EINTR { continue }
            guard got == 1 else { throw Failure("the passphrase was not typed to its end", remedy: "Run the command again.") }
            switch byte {
            case 0x0A, 0x0D: return String(decoding: typed, as: UTF8.self)
            case 0x03, 0x04, 0x1C:  // Ctrl-C, Ctrl-D, Ctrl-\
                throw Failure("no passphrase was given, and nothing was changed", remedy: "Run the command again.")
            case 0x15: typed = []  // Ctrl-U
            case 0x08, 0x7F: dropLastCharacter(&typed)
            default: typed.append(byte)
            }
        }
    }

    /// What Backspace takes away: a character with all its bytes.
    private static func dropLastCharacter(_ typed: inout [UInt8]) {
        while let last = typed.popLast(), last & 0xC0 == 0x80 {}
    }

    private static func write(_ text: String, to terminal: Int32) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
    }
}
