// What will be published, as the site would show it: the tokens that 'marked' finds, made into elements one by one.

// More than most contributions; the text itself may be longer. What 'marked' takes for the marks in a paragraph grows with their number
// and its length: what would take long is shown as it is written.
const mostShown = 60000, mostLines = 1500, deepest = 40, mostMarks = 3e6, mostTime = 1500;
// What nobody writes for readers and 'marked' is slow with: marks of quotations and lists one in the other, rows of hundreds of cells, long
// runs of one mark, and hundreds of references.
const isCostly = text => /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*){10}/m.test(text) || /^[ \t]{40,}(?:[-*+>]|\d{1,9}[.)])/m.test(text)
  || /([~\x60|>*_])\1{200}/.test(text) || text.split('\n').some(line => line.split('|').length > 200) || text.split(']:').length > 300;
const beginning = text => text.slice(0, mostShown).split('\n', mostLines).join('\n');

const tokensOf = text => {
  const lexer = new self.marked.Lexer({ gfm: true }), start = performance.now();
  lexer.blockTokens(text.replace(/\r\n?/g, '\n'), lexer.tokens);
  for (const { src, tokens } of lexer.inlineQueue) {
    const work = (src.match(/[^\p{L}\p{N}\s]/gu) || []).length * src.length, isCheap = work < mostMarks && performance.now() - start < mostTime;
    if (isCheap) lexer.inlineTokens(src, tokens);
    else tokens.push({ type: 'plain', text: src });
  }
  return lexer.tokens;
};

const entities = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\xa0', copy: '©', reg: '®', trade: '™', hellip: '…', mdash: '—', ndash: '–',
  laquo: '«', raquo: '»', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', euro: '€', deg: '°', sect: '§', para: '¶', middot: '·',
  bull: '•', times: '×', shy: '\xad', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç', ouml: 'ö', uuml: 'ü', auml: 'ä', ntilde: 'ñ',
};
const decoded = text => text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
  if (name) return Object.hasOwn(entities, name) ? entities[name] : whole;
  const code = decimal ? +decimal : parseInt(hexadecimal, 16);
  return code && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
});

// 'pictures' gives the address of the attached picture of a name, 'attached' whether there is a file of that name.
const shown = (text, { pictures, attached }) => {
  let levels = [];
  const left = () => { throw new Fault('previewDeep'); };
  const inlines = (tokens, depth) => (tokens || []).flatMap(token => inline(token, depth + 1));
  const within = (name, tokens, depth, attributes) => element(name, attributes, ...inlines(tokens, depth));
  const inline = (token, depth) => {
    if (depth > deepest) left();
    switch (token.type) {
      case 'escape': return [token.raw.slice(1)];
      case 'strong': return [within('strong', token.tokens, depth)];
      case 'em': return [within('em', token.tokens, depth)];
      case 'del': return [within('del', token.tokens, depth)];
      case 'codespan': return [element('code', {}, decoded(token.text))];
      case 'br': return [element('br')];
      case 'link': return [link(token, depth)];
      case 'image': return [picture(token)];
      case 'plain': return [token.text];
      case 'text': return token.tokens ? inlines(token.tokens, depth) : [decoded(token.text)];
      default: return [];  // HTML among them
    }
  };
  const link = (token, depth) => {
    const address = decoded(token.href || ''), where = leads(address), file = where === 'relative' && fileNamed(address);
    if (where === 'relative' && !attached(file)) return within('span', token.tokens, depth, { class: 'left-out', title: address });
    if (where === 'unsafe' || where === 'relative') return within('span', token.tokens, depth);
    const marks = where === 'outside' ? { class: 'outside', rel: 'noopener noreferrer', target: '_blank' } : {};
    return within('a', token.tokens, depth, { href: address, ...marks });
  };
  const picture = ({ href, text }) => {
    const name = leads(href || '') === 'relative' ? fileNamed(decoded(href)) : undefined, source = name && pictures(name), alt = decoded(text || '');
    if (source) return element('img', { src: source, alt });
    return element('span', { class: 'left-out' }, alt, ' ', element('em', {}, words('noPicture')));
  };
  // Headings nest below those of the page, however deep they are written.
  const heading = (token, depth) => {
    while (levels.length && levels[levels.length - 1] >= token.depth) levels.pop();
    levels.push(token.depth);
    return within('h' + Math.min(6, 3 + levels.length), token.tokens, depth);
  };
  const item = ({ tokens, task, checked, text }, depth, loose) => {
    const inside = blocks(tokens, depth, !loose);
    if (!task) return element('li', {}, ...inside);
    const box = element('input', { type: 'checkbox', disabled: '', 'aria-label': oneLine(text).slice(0, 80) });
    box.toggleAttribute('checked', checked);
    return element('li', {}, box, ' ', ...inside);
  };
  const alignments = { center: 'center', right: 'end' };
  const cell = (name, { tokens }, align, depth) => within(name, tokens, depth, alignments[align] ? { class: alignments[align] } : {});
  const table = ({ header, rows, align }, depth) => {
    const line = (name, cells) => element('tr', {}, ...cells.map((one, index) => cell(name, one, align[index], depth)));
    return element('table', {}, element('thead', {}, line('th', header)), element('tbody', {}, ...rows.map(row => line('td', row))));
  };
  const block = (token, depth, tight) => {
    if (depth > deepest) left();
    switch (token.type) {
      case 'heading': return [heading(token, depth)];
      case 'paragraph': return [within('p', token.tokens, depth)];
      case 'text': return tight ? inlines(token.tokens, depth) : [within('p', token.tokens, depth)];
      case 'blockquote': return [element('blockquote', {}, ...blocks(token.tokens, depth))];
      case 'list': {
        const first = token.ordered && token.start !== 1 ? { start: token.start } : {};
        return [element(token.ordered ? 'ol' : 'ul', first, ...token.items.map(one => item(one, depth + 1, token.loose)))];
      }
      case 'code': return [element('pre', {}, element('code', {}, token.text + '\n'))];
      case 'table': return [table(token, depth)];
      case 'hr': return [element('hr')];
      default: return [];
    }
  };
  const blocks = (tokens, depth, tight) => tokens.flatMap(token => block(token, depth + 1, tight));
  const start = beginning(text);
  if (isCostly(start)) left();
  try {
    return blocks(tokensOf(start), 0);
  } catch { throw new Fault('previewDeep'); }  // what is nested too deep for the browser as well
};
// What the preview leaves out or shows otherwise, as keys of sentences.
const limits = text => [
  ...beginning(text) !== text ? ['previewLong'] : [], .../\[\^[^\]\s]+\]/.test(text) ? ['previewNotes'] : [],
  .../<[a-z!/][^>]*>/i.test(text.replace(/<(https?|mailto):[^>\s]*>/gi, '')) ? ['previewMarkup'] : [],
];
