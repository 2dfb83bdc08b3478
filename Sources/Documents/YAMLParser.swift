import CYaml
package import Diagnostics

/// Builds a tree from the events of libyaml.
///
/// The C parser that Yams brings along is called directly: Yams itself composes recursively, expands aliases and makes an
/// object of each tag, where this refuses anchors, aliases, tags and depth at the event at which they appear, and costs a third.
package struct YAMLParser {
    /// The deepest nesting that is read.
    package static let depthLimit = 20

    private static let tooDeep = "this is nested too deeply"
    private static let depthHint = "at most \(depthLimit) levels"

    private let place: YAMLPlace
    private var frames: [Frame] = []
    private var root: YAMLNode?
    private var findings = FindingList()

    private init(place: YAMLPlace) {
        self.place = place
    }

    /// Reads the one document in `range` of the text, which must be a map; an empty one is an empty map.
    ///
    /// - Returns: nil where a finding leaves nothing to go on with.
    package static func map(in source: SourceText, range: Range<Int>, findings: inout [Finding]) -> YAMLNode? {
        var parser = YAMLParser(place: YAMLPlace(source: source, start: range.lowerBound))
        let whole = parser.parse(source.bytes, range)
        findings += parser.findings.findings(of: source.path)
        guard whole else { return nil }
        guard let root = parser.root else { return YAMLNode(value: .map([]), span: .init(start: 0, end: 0)) }
        switch root.value {
        case .map: return root
        case .text("", plain: true): return YAMLNode(value: .map([]), span: root.span)
        default:
            let hint = "write a line for each, as in title: …"
            findings.append(Finding(.wrongType, "keys with values are expected here", at: parser.place.location(root.span), hint: hint))
            return nil
        }
    }

    private mutating func parse(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            return stop(.yamlSyntax, "there is no memory to read this YAML", .init(start: 0, end: 1), nil)
        }
        defer { yaml_parser_delete(&parser) }
        return bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(&parser, buffer.baseAddress.map { $0 + range.lowerBound }, range.count)
            var event = yaml_event_t()
            while yaml_parser_parse(&parser, &event) == 1 {
                defer { yaml_event_delete(&event) }
                if event.type == YAML_STREAM_END_EVENT { return true }
                guard take(event) else { return false }
            }
            return refuse(parser)
        }
    }

    /// Adds an event to the tree; false where reading must stop.
    private mutating func take(_ event: yaml_event_t) -> Bool {
        let span = YAMLNode.Span(start: event.start_mark.index, end: event.end_mark.index)
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            return root == nil || stop(.yamlSyntax, "a second YAML document begins here", span, "there may be only one")
        case YAML_ALIAS_EVENT:
            return stop(.yamlAlias, "YAML aliases are not allowed", span, "write the value out")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            guard scalar.anchor == nil, scalar.tag == nil else { return refuseAnchor(span) }
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return add(.text(text, plain: scalar.style == YAML_PLAIN_SCALAR_STYLE), span)
        case YAML_SEQUENCE_START_EVENT:
            let sequence = event.data.sequence_start
            guard sequence.anchor == nil, sequence.tag == nil else { return refuseAnchor(span) }
            return open(Frame(isMap: false, start: span.start), span)
        case YAML_MAPPING_START_EVENT:
            let mapping = event.data.mapping_start
            guard mapping.anchor == nil, mapping.tag == nil else { return refuseAnchor(span) }
            return open(Frame(isMap: true, start: span.start), span)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            guard let frame = frames.popLast() else { return true }
            return add(frame.isMap ? .map(frame.entries) : .list(frame.items), .init(start: frame.start, end: span.end))
        default: return true
        }
    }

    private mutating func open(_ frame: Frame, _ span: YAMLNode.Span) -> Bool {
        if let last = frames.last, last.isMap, last.key == nil {
            return stop(.yamlSyntax, "a key must be a text", span, "write a word, a colon, and the value behind it")
        }
        guard frames.count < Self.depthLimit else {
            return stop(.yamlTooDeep, Self.tooDeep, span, Self.depthHint)
        }
        frames.append(frame)
        return true
    }

    private mutating func add(_ value: YAMLNode.Value, _ span: YAMLNode.Span) -> Bool {
        let last = frames.count - 1
        guard last >= 0 else {
            root = YAMLNode(value: value, span: span)
            return true
        }
        guard frames[last].isMap else {
            frames[last].items.append(YAMLNode(value: value, span: span))
            return true
        }
        guard let key = frames[last].key else {
            if case .text(let text, _) = value { frames[last].key = (text, span) }
            return true
        }
        frames[last].key = nil
        if frames[last].has(key.text) {
            findings.add(
                .duplicateKey, "\"\(key.text)\" stands here a second time", at: place.location(key.span), hint: "keep one of them")
        } else {
            frames[last].entries.append(.init(key: key.text, keySpan: key.span, value: YAMLNode(value: value, span: span)))
        }
        return true
    }

    private mutating func refuseAnchor(_ span: YAMLNode.Span) -> Bool {
        stop(.yamlAlias, "YAML anchors and tags are not allowed", span, "put a text that begins with &, * or ! in quotes")
    }

    /// What libyaml could not read.
    private mutating func refuse(_ parser: yaml_parser_t) -> Bool {
        let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
        if problem.hasPrefix("Maximum nesting level") {
            // libyaml looks ahead for keys, and may come to its own limit before this one.
            let index = min(parser.problem_mark.index, parser.mark.index)
            return stop(.yamlTooDeep, Self.tooDeep, .init(start: index, end: index + 1), Self.depthHint)
        }
        // The reader tells the byte that it refuses; everything else has a mark.
        let byte = parser.error == YAML_READER_ERROR ? parser.problem_offset : nil
        let index = parser.problem_mark.index
        let hint: String? =
            switch problem {
            case "mapping values are not allowed in this context": "put a text that holds \": \" in quotes"
            case "found character that cannot start any token":
                "indent with blanks, not tabs; put a text that begins with @, ` or % in quotes"
            case "did not find expected key", "could not find expected ':'":
                "check the indentation, and that each key has a colon behind it"
            case "control characters are not allowed": "remove the control character"
            case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
                "close the bracket, and put commas between what stands in it"
            case "found unexpected end of stream": "close the quotation mark"
            default: "put texts with signs such as : # [ { * & ! | > ' \" % @ ` in quotes, and indent with blanks"
            }
        let location = byte.map { place.location(byte: $0) } ?? place.location(.init(start: index, end: index + 1))
        findings.add(.yamlSyntax, "this is not YAML: \(problem)", at: location, hint: hint)
        return false
    }

    private mutating func stop(_ kind: FindingKind, _ message: String, _ span: YAMLNode.Span, _ hint: String?) -> Bool {
        findings.add(kind, message, at: place.location(span), hint: hint)
        return false
    }

    /// A list or map that has begun.
    private struct Frame {
        let isMap: Bool
        let start: Int
        var items: [YAMLNode] = []
        var entries: [YAMLNode.Entry] = []
        var key: (text: String, span: YAMLNode.Span)?
        private var index: Set<String> = []

        init(isMap: Bool, start: Int) {
            self.isMap = isMap
            self.start = start
        }

        /// Whether the key stands there already. Long maps get an index, so that none costs its square.
        mutating func has(_ key: String) -> Bool {
            guard entries.count > 16 else { return entries.contains { $0.key == key } }
            if index.isEmpty { index = Set(entries.map(\.key)) }
            return !index.insert(key).inserted
        }
    }
}
