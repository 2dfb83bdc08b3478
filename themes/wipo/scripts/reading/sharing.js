// A contribution's address, to be copied; and what is quoted of it, handed to the form as Markdown in which all is text.

const mostQuoted = 1500;

// Whether it was copied.
const copy = async text => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { /* not allowed here, or not from a folder */ }
  const area = element('textarea', { class: 'visually-hidden', tabindex: '-1', 'aria-hidden': 'true' });
  area.value = text;
  doc.body.append(area);
  area.select();
  try { return doc.execCommand('copy'); } catch { return false; } finally { area.remove(); }
};

const copyAddress = async button => {
  const { id } = button.closest('article'), label = button.firstChild, before = label.data;
  const isCopied = await copy(location.href.replace(/#.*$/s, '') + '#' + id);
  button.focus();
  if (!isCopied) {
    location.replace('#' + id);
    return gate.announce(words('copyHere'));
  }
  gate.announce(words('copied'));
  if (button.dataset.done) return;
  button.dataset.done = 'true';
  label.data = words('copied');
  setTimeout(() => {
    delete button.dataset.done;
    label.data = before;
  }, 3000);
};

// One line in which Markdown finds nothing to do.
const plainLine = line => line.trim().replace(/[\\`*_[\]<~|]/g, '\\$&').replace(/&(?=#|\w+;)/g, '\\&')
  .replace(/^[-+=#>]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
const shortened = text => {
  if (text.length <= mostQuoted) return text;
  const cut = text.slice(0, mostQuoted), end = cut.search(/\s\S*$/);
  return cut.slice(0, end > mostQuoted / 2 ? end : mostQuoted).replace(/[\ud800-\udbff]$/, '').trimEnd() + ' …';
};
const quoted = text => shortened(text.trim()).split(/\r?\n/).map(line => line.trim() ? '> ' + plainLine(line) : '>')
  .join('\n').replace(/(\n>)+(?=\n>\n|$)/g, '') + '\n\n';

// What of a contribution's text the reader has marked.
const markedIn = link => {
  const selection = getSelection(), range = selection.rangeCount ? selection.getRangeAt(0) : undefined;
  const around = range && (range.commonAncestorContainer instanceof Element ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement);
  const text = around && around.closest('.text');
  return text && text.closest('article') === link.closest('article') ? String(selection).trim() : '';
};

// What a contribution says, without its footnotes and their numbers.
const saidIn = text => {
  const notes = text.querySelectorAll('.footnotes, .footnote-ref');
  for (const note of notes) note.hidden = true;
  const said = text.innerText;
  for (const note of notes) note.hidden = false;
  return said;
};

const beginSharing = () => {
  // An address in a folder is nobody else's.
  if (location.protocol === 'file:') for (const button of main().querySelectorAll('[data-copy]')) button.hidden = true;
  // Pressing a link ends what was marked, before it counts as a click.
  let pressed, marked;
  listen(doc, 'pointerdown', ({ target }) => {
    pressed = target instanceof Element && target.closest('[data-quote]');
    marked = pressed ? markedIn(pressed) : '';
  }, { capture: true });
  listen(main(), 'click', event => {
    const { target } = event, button = target instanceof Element && target.closest('[data-copy]');
    if (button) copyAddress(button);
    const link = target instanceof Element && target.closest('.reply a');
    // Another tab is not handed anything.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!link.matches('[data-quote]')) return gate.hand();
    const contribution = link.closest('article'), text = contribution.querySelector('.text:not([hidden])');
    const { discussion } = place.dataset, to = contribution.id.slice(1);
    gate.hand({ discussion, to, text: quoted(markedIn(link) || link === pressed && marked || saidIn(text)) });
    pressed = undefined;
  });
};
