// Front matter read back: that much of YAML as the form, the office and people write there. What is written otherwise is left out and
// told, never guessed at.

const escapes = { n: '\n', t: '\t', r: '\r', 0: '\0', '"': '"', '\\': '\\', '/': '/', ' ': ' ', e: '\x1b', a: '\x07', b: '\b', f: '\f', v: '\v', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029' };

// Reads one value that is written in one line, from a place in it: [value, the place behind it].
const readFlow = (line, start, within) => {
  let at = start;
  const fail = () => { throw new Fault('unread'); };
  const blanks = () => { while (line[at] === ' ' || line[at] === '\t') at++; };
  const series = (end, one) => {
    at++;
    for (;;) {
      blanks();
      if (line[at] === end) return at++;
      one();
      blanks();
      if (line[at] === ',') at++;
      else if (line[at] !== end) fail();
    }
  };
  const inner = () => {
    const [value, next] = readFlow(line, at, true);
    at = next;
    return value;
  };
  blanks();
  const first = line[at];
  if (first === '"' || first === "'") return readQuoted(line, at);
  if (first === '[') {
    const list = [];
    series(']', () => list.push(inner()));
    return [list, at];
  }
  if (first === '{') {
    const map = new Map();
    series('}', () => {
      const key = inner();
      blanks();
      if (line[at++] !== ':' || typeof key !== 'string') fail();
      map.set(key, inner());
    });
    return [map, at];
  }
  if (first && '&*!|>%@,'.includes(first) || first === String.fromCharCode(96)) fail();
  const rest = line.slice(at), [plain] = (within ? /^(?:(?!:(?:[ ,\]}]|$)| #)[^,[\]{}])*/ : /^(?:(?! #).)*/s).exec(rest);
  return [plain.trim(), at + plain.length];
};

const readQuoted = (line, start) => {
  const mark = line[start];
  let text = '', at = start + 1;
  for (; at < line.length; at++) {
    const sign = line[at];
    if (sign === mark && mark === "'" && line[at + 1] === mark) at++;
    else if (sign === mark) return [text, at + 1];
    else if (sign === '\\' && mark === '"') {
      const [whole, code] = /^\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8}))/i.exec(line.slice(at)) ? hexEscape(line.slice(at)) : [line.slice(at, at + 2)];
      text += code === undefined ? escapes[whole[1]] ?? '' : String.fromCodePoint(code);
      at += whole.length - 1;
      continue;
    }
    text += sign;
  }
  throw new Fault('unread');
};
const hexEscape = rest => {
  const [whole, ...codes] = /^\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8}))/i.exec(rest), code = parseInt(codes.find(Boolean), 16);
  return [whole, code > 0x10ffff ? 0xfffd : code];
};

const readValue = line => {
  const [value, end] = readFlow(line, 0, false);
  if (!/^\s*(#.*)?$/.test(line.slice(end))) throw new Fault('unread');
  return value;
};

// Lines of one block: a map, or a list below a key.
const readBlock = (lines, missed) => {
  const map = new Map();
  const indent = line => line.length - line.trimStart().length;
  for (let index = 0; index < lines.length;) {
    const line = lines[index++], own = indent(line);
    if (/^\s*(#.*)?$/.test(line)) continue;
    const below = [];
    while (index < lines.length && (indent(lines[index]) > own || !lines[index].trim() || /^ *- /.test(lines[index]) && indent(lines[index]) >= own)) {
      below.push(lines[index++]);
    }
    const [, key, rest] = /^\s*([A-Za-z-]+):(?:\s+(.*))?$/.exec(line) || [];
    try {
      if (!key) throw new Fault('unread');
      map.set(key, rest && !/^#/.test(rest) ? readFolded(rest, below) : readBelow(below, missed));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      missed.push(line.trim());
    }
  }
  return map;
};
// A value that goes on below its line: in a block of text, or because it was too long for one line.
const readFolded = (first, below) => {
  const lines = below.map(line => line.trim());
  const [, style] = /^([|>])[+-]?\s*$/.exec(first) || [];
  return style ? lines.join(style === '|' ? '\n' : ' ').trim() : readValue([first, ...lines].join(' ').trim());
};
const readBelow = (lines, missed) => {
  const full = lines.filter(line => !/^\s*(#.*)?$/.test(line));
  if (!full.length) return '';
  if (!/^\s*-(\s|$)/.test(full[0])) return readBlock(full, missed);
  const items = [];
  for (const line of full) {
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (item) items.push([item[1]]);
    else items[items.length - 1].push(line.trim());
  }
  return items.map(item => /^[A-Za-z-]+:(\s|$)/.test(item[0]) ? readBlock(item, missed) : readValue(item.join(' ')));
};

// Fields and text of a submission, and the lines above the text that were not understood.
const readMatter = text => {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').split('\n'), missed = [];
  const end = lines[0].trimEnd() === '---' ? lines.findIndex((line, index) => index && line.trimEnd() === '---') : -1;
  const map = end > 0 ? readBlock(lines.slice(1, end), missed) : new Map();
  return { map, body: lines.slice(end + 1).join('\n').replace(/^\n+|\n+$/g, ''), missed };
};

const textOf = value => typeof value === 'string' ? value : '';
const listOf = value => Array.isArray(value) ? value : value ? [value] : [];
// What the form's fields hold, of a file that was read.
const valuesOf = ({ map, body }) => {
  const inner = (key, name) => map.get(key) instanceof Map ? textOf(map.get(key).get(name)) : '';
  const values = { text: body, questions: listOf(map.get('questions')).map(textOf).join('\n') };
  for (const key of ['kind', 'discussion', 'room', 'replyTo', 'question', 'language', 'title', 'year', 'target', 'attribution']) {
    values[key] = textOf(map.get(written(key)));
  }
  for (const key of ['categories', 'members']) values[key] = listOf(map.get(key)).map(textOf).filter(Boolean);
  for (const key of ['name', 'position', 'institution', 'member', 'email']) values[key] = inner('author', key);
  [values.guestName, values.guestUntil] = [inner('guest', 'name'), inner('guest', 'until')];
  values.links = listOf(map.get('links')).filter(link => link instanceof Map)
    .map(link => ({ url: textOf(link.get('url')), title: textOf(link.get('title')) }));
  values.member = values.member || (map.get('author') ? noMember : '');
  return values;
};
