// What is wrong in the files, over the page: errors in a panel that opens by itself, warnings behind a button at the foot. Findings hold
// what others wrote, so they become text and nothing else.

const opener = element('button', { type: 'button', class: 'preview-button' });
const title = element('h2', { id: 'preview-title', tabindex: '-1' }), note = element('p'), list = element('ol', { class: 'preview-list' });
const closer = element('button', { type: 'button' }, words('close'));
const panel = element('section', { class: 'preview-panel', 'aria-labelledby': 'preview-title' },
  element('header', {}, title, closer), note, list);
const lost = element('p', { class: 'preview-lost', role: 'alert' }), told = element('p', { class: 'visually-hidden', role: 'status' });
const overlay = element('div', { class: 'preview' }, told, panel, lost, opener);

// Closed once, it stays closed on other pages, until the findings are others.
const closedName = 'rostrum.preview.closed';
const kept = (name, value) => {
  try {
    if (value === undefined) return sessionStorage.getItem(name);
    value === null ? sessionStorage.removeItem(name) : sessionStorage.setItem(name, value);
  } catch { /* refused: then it is forgotten with the page */ }
  return null;
};

// The panel, or in its place the button that opens it, where there is anything to tell.
const open = yes => {
  panel.hidden = !yes;
  opener.hidden = yes || !opener.textContent;
};

// The line, with what is meant marked in it.
const excerpt = ({ line, excerpt: { text, before, length } }) => {
  const signs = Array.from(text), end = before + length;
  return element('pre', { tabindex: '0' }, element('span', { class: 'preview-line' }, line + ' | '), signs.slice(0, before).join(''),
    element('mark', {}, signs.slice(before, end).join('')), signs.slice(end).join(''));
};
const item = finding => {
  const isError = finding.severity === 'error';
  const head = element('p', {}, element('strong', { class: 'preview-' + (isError ? 'error' : 'warning') }, words(isError ? 'error' : 'warning')),
    ' ', element('span', { lang: 'en', dir: 'ltr', class: 'own' }, finding.message));
  const parts = element('li', {}, head);
  const english = element('div', { lang: 'en', dir: 'ltr' });
  if (finding.file) english.append(element('p', {}, element('code', {}, finding.file + ':' + finding.line + ':' + finding.column)));
  if (finding.excerpt) english.append(excerpt(finding));
  if (finding.hint) english.append(element('p', { class: 'preview-hint' }, finding.hint));
  if (english.childNodes.length) parts.append(english);
  return parts;
};

const counted = ({ errors, warnings }) => [
  ...errors ? [words('errors', { count: errors })] : [], ...warnings ? [words('warnings', { count: warnings })] : [],
].join(' · ');

// Shows the findings of a state of the forum; 'isAlone': there is no page below them.
const showFindings = (state, isAlone) => {
  const { errors, warnings, findings } = state, text = counted(state);
  opener.textContent = title.textContent = text;
  opener.classList.toggle('preview-error', errors > 0);
  note.textContent = errors && !isAlone ? words('older') : '';
  note.hidden = !note.textContent;
  closer.hidden = isAlone;
  panel.classList.toggle('preview-alone', isAlone);
  list.replaceChildren(...findings.map(item));
  open(errors > 0 && (isAlone || kept(closedName) !== state.id));
  told.textContent = text;
  closer.onclick = () => {
    kept(closedName, state.id);
    open(false);
    opener.focus();
  };
};

const placeOverlay = () => {
  open(false);
  lost.hidden = true;
  opener.onclick = () => {
    open(true);
    title.focus();
  };
  panel.onkeydown = event => { if (event.key === 'Escape' && !closer.hidden) closer.click(); };
  doc.body.append(overlay);
};
