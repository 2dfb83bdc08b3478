// The editor: buttons that write Markdown for those who know none, and the preview.

const area = () => control('text');
// Puts text in the place of a part of what is there, so that it can be undone, and marks a part of it.
const replaceText = (start, end, text, from = text.length, to = from) => {
  const at = area();
  at.focus();
  at.setSelectionRange(start, end);
  const wanted = at.value.slice(0, start) + text + at.value.slice(end);
  try { text ? doc.execCommand('insertText', false, text) : doc.execCommand('delete'); } catch { /* then without undoing */ }
  if (at.value !== wanted) {
    at.setRangeText(text, start, end);
    at.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  at.setSelectionRange(start + from, start + to);
};

// Around what is marked, or a word to be overwritten; a second time takes it away.
const wrap = (mark, example) => {
  const { selectionStart: start, selectionEnd: end, value } = area(), length = mark.length;
  const [, before, text, after] = /^(\s*)(.*?)(\s*)$/s.exec(value.slice(start, end));
  const isMarked = value.slice(start - length, start) === mark && value.slice(end, end + length) === mark;
  if (isMarked) return replaceText(start - length, end + length, value.slice(start, end), 0, end - start);
  const inner = text || words(example), from = before.length + length;
  replaceText(start, end, before + mark + inner + mark + after, from, from + inner.length);
};

// At the beginning of each line that is marked; a second time takes it away.
const prefixes = { heading: () => '## ', list: () => '- ', numbers: index => index + 1 + '. ', quote: () => '> ' };
const begun = { heading: /^#{1,6}\s+/, list: /^[-*+]\s+/, numbers: /^\d+[.)]\s+/, quote: /^>\s?/ };
const begin = kind => {
  const { selectionStart, selectionEnd, value } = area();
  const start = value.lastIndexOf('\n', selectionStart - 1) + 1, next = value.indexOf('\n', Math.max(selectionStart, selectionEnd - 1));
  const end = next < 0 ? value.length : next, lines = value.slice(start, end).split('\n');
  const isMarked = lines.every(line => begun[kind].test(line) || !line.trim());
  const bare = line => Object.values(begun).reduce((rest, pattern) => rest.replace(pattern, ''), line);
  let count = 0;
  const made = isMarked && lines.some(line => line.trim()) ? lines.map(line => line.replace(begun[kind], ''))
    : lines.map(line => line.trim() || lines.length === 1 ? prefixes[kind](count++) + bare(line) : line);
  const before = start && value[start - 2] !== '\n' && !isMarked ? '\n' : '', text = before + made.join('\n');
  replaceText(start, end, text, selectionStart === selectionEnd ? text.length : before.length, text.length);
};

const insertBlock = text => {
  const { selectionEnd: at, value } = area(), before = !at || value.slice(0, at).endsWith('\n\n') ? '' : value[at - 1] === '\n' ? '\n' : '\n\n';
  replaceText(at, at, before + text + '\n');
};
const escaped = text => text.replace(/[\\[\]]/g, sign => '\\' + sign);
const insertPicture = name => {
  const example = words('pictureText'), { selectionEnd: at, value } = area(), lead = at && value[at - 1] !== '\n' ? '\n\n' : '';
  replaceText(at, at, lead + '![' + example + '](<' + name.replace(/[<>]/g, encodeURIComponent) + '>)', lead.length + 2, lead.length + 2 + example.length);
};

// The small form for a link stands between the buttons and the text.
let linked;
const openLink = () => {
  const { selectionStart: start, selectionEnd: end, value } = area();
  linked = { start, end };
  [control('linkAddress').value, control('linkText').value] = ['', value.slice(start, end)];
  part('link').hidden = false;
  control('linkAddress').focus();
};
const closeLink = () => {
  part('link').hidden = true;
  tellLink('');
  area().focus();
};
const tellLink = text => {
  part('linkError').textContent = text;
  part('linkError').hidden = !text;
  control('linkAddress').setAttribute('aria-invalid', String(!!text));
};
const insertLink = () => {
  const typedAddress = control('linkAddress').value.trim(), isMail = /^[^\s:/@]+@[^\s:/@]+$/.test(typedAddress);
  const address = isMail ? 'mailto:' + typedAddress : /^(www\.|[a-z\d-]+(\.[a-z\d-]+)+(\/|$))/i.test(typedAddress) && !attachedAs(typedAddress)
    ? 'https://' + typedAddress : typedAddress;
  const isKnown = ['outside', 'direct'].includes(leads(address)) || attachedAs(address);
  if (!address || !isKnown) {
    tellLink(words('badLink'));
    return control('linkAddress').focus();
  }
  const text = control('linkText').value.trim() || typedAddress, safe = address.replace(/[\s<>]/g, encodeURIComponent);
  closeLink();
  replaceText(linked.start, linked.end, '[' + escaped(text) + '](' + (/[()]/.test(safe) || attachedAs(address) ? '<' + safe + '>' : safe) + ')');
};

const marks = {
  heading: () => begin('heading'), bold: () => wrap('**', 'exampleBold'), italic: () => wrap('*', 'exampleItalic'), list: () => begin('list'),
  numbers: () => begin('numbers'), quote: () => begin('quote'), link: openLink,
};
// One stop of the tabulator; arrows lead from button to button.
const prepareToolbar = () => {
  const bar = part('toolbar'), buttons = Array.from(bar.querySelectorAll('button'));
  const reach = index => {
    for (const button of buttons) button.tabIndex = -1;
    buttons[index].tabIndex = 0;
    return buttons[index];
  };
  reach(0);
  bar.setAttribute('aria-controls', area().id);
  bar.onclick = event => {
    const button = event.target.closest('button');
    if (!button) return;
    reach(buttons.indexOf(button));
    marks[button.dataset.mark]();
  };
  bar.onkeydown = event => {
    const forward = html.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight', back = html.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const at = buttons.indexOf(doc.activeElement), step = { [forward]: 1, [back]: -1, Home: -at, End: buttons.length - 1 - at }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    reach((at + step + buttons.length) % buttons.length).focus();
  };
  area().onkeydown = event => {
    const mark = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && { b: 'bold', i: 'italic', k: 'link' }[event.key.toLowerCase()];
    if (!mark) return;
    event.preventDefault();
    marks[mark]();
  };
  part('link').onkeydown = event => {
    if (event.key === 'Escape') closeLink();
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    insertLink();
  };
};

const preview = {
  timer: 0,
  toggle() {
    const box = part('preview'), button = root.querySelector('[data-act="preview"]');
    box.hidden = !box.hidden;
    button.setAttribute('aria-expanded', String(!box.hidden));
    button.textContent = words(box.hidden ? 'showPreview' : 'hidePreview');
    preview.show();
  },
  show() {
    const box = part('preview');
    if (box.hidden) return;
    const text = area().value, into = box.querySelector('.text'), notes = limits(text);
    let made;
    try {
      made = text.trim() ? shown(text, { pictures: pictureAddress, attached: attachedAs }) : [element('p', { class: 'form-help' }, words('previewEmpty'))];
    } catch (fault) {
      made = [];
      notes.push(named(fault));
    }
    into.lang = control('language').value;
    into.replaceChildren(...made);
    part('previewNote').textContent = notes.map(key => words(key)).join(' ');
  },
  // Not with each key: a long text takes a while.
  refresh() {
    clearTimeout(preview.timer);
    if (!part('preview').hidden) preview.timer = setTimeout(preview.show, 400);
  },
};
