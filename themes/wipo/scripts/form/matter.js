// A submission's text: its fields as front matter, and what was written below.

// A text in quotation marks as YAML reads them. JSON's escapes are YAML's too; what YAML takes for a line's end, or does not take at all, is
// escaped as well. Halves of characters are replaced.
const quoted = text => JSON.stringify(decodeText(utf8(text)))
  .replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, sign => '\\u' + sign.charCodeAt(0).toString(16).padStart(4, '0'));
const quotedList = texts => '[' + texts.map(quoted).join(', ') + ']';
const quotedMap = pairs => '{' + pairs.filter(([, value]) => value).map(([key, value]) => key + ': ' + quoted(value)).join(', ') + '}';
const oneLine = text => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const linesOf = text => text.split('\n').map(oneLine).filter(Boolean);

// The file as the office reads it: what the fields hold that the kind has, in the order of README.
const writeMatter = (values, names) => {
  const { kind } = values, lines = ['---'];
  const add = (key, value) => { if (has(kind, key) && value && value !== '[]' && value !== '{}') lines.push(written(key) + ': ' + value); };
  const text = key => add(key, values[key] && quoted(oneLine(values[key])));
  lines.push('kind: ' + kind);
  text('discussion');
  text('room');
  text('replyTo');
  add('question', values.question && String(+values.question));
  add('questions', quotedList(linesOf(values.questions)));
  text('language');
  text('title');
  add('categories', quotedList(values.categories));
  add('members', quotedList(values.members));
  add('year', values.year && String(+values.year));
  if (has(kind, 'links') && values.links.length) {
    lines.push('links:', ...values.links.map(({ url, title }) => '  - ' + quotedMap([['url', oneLine(url)], ['title', oneLine(title)]])));
  }
  if (has(kind, 'guestName')) {
    const until = values.guestUntil && ', until: ' + quoted(values.guestUntil);
    lines.push('guest: {name: ' + quoted(oneLine(values.guestName)) + (until || '') + '}');
  }
  text('target');
  const author = ['name', 'position', 'institution', 'member', 'email'].map(key => [key, key === 'member' && values.member === noMember ? ''
    : oneLine(values[key] || '')]);
  if (author.some(([, value]) => value)) lines.push('author: ' + quotedMap(author));
  text('attribution');
  lines.push('terms: ' + facts.terms.version);
  if (names.length) lines.push('attachments: ' + quotedList(names));
  const body = values.text.replace(/\r\n?/g, '\n').replace(/\0/g, '').replace(/\n+$/, '');
  return lines.join('\n') + '\n---\n' + body + '\n';
};
const written = key => key.replace(/[A-Z]/g, capital => '-' + capital.toLowerCase());
