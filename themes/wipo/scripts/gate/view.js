// The page in the window.

let current = pathOf(location), busy;
const status = element('p', { class: 'gate-status visually-hidden', role: 'status' });
const alertLine = element('p', { class: 'gate-alert', role: 'alert' });
const announce = text => { status.textContent = text; };
// 'about': what it is that went wrong, where the sentence does not say it.
const warn = (key, about) => {
  alertLine.textContent = key ? (about ? about + ': ' : '') + words(key) : '';
  alertLine.hidden = !key;
  if (key === 'guest') alertLine.append(' ', element('a', { href: addressOf(held.first) }, words('own')));
};

const nameFiles = () => {
  if (local) for (const link of doc.querySelectorAll('a[href]')) {
    if (link.protocol === 'file:' && link.pathname.endsWith('/') && pathOf(link)) link.pathname += 'index.html';
  }
};

// 'again': brings the page anew, where the browser may have had it from its cache. 'at': the spot where the reader was on that page, when they come back to it.
const show = (page, path, at, again) => {
  endReading();
  const template = doc.createElement('template');
  template.innerHTML = policy.createHTML(page.html);
  opened.clear();
  doc.title = page.title;
  notice.replaceChildren();
  doc.body.replaceChildren(alertLine, notice, template.content, shelf, status);
  warn();
  announce('');
  current = path;
  nameFiles();
  markStatus();
  showPictures();
  reachWide();
  showForm();
  showSearch();
  arrive(at);
  showReading(!at && !anchor(), at ? () => {} : holdPlace());
  setTimeout(() => inspect(path, page.objects, words, again));
};

// Where the reader is on the page: how far down, and where in a long thread, of which the browser lays out what comes near and guesses the rest.
const spot = () => {
  const item = Array.from(doc.querySelectorAll('.long > li')).find(one => one.getBoundingClientRect().bottom > 0);
  return item ? { y: scrollY, id: item.firstElementChild.id, top: item.getBoundingClientRect().top } : { y: scrollY };
};
const returnTo = ({ y, id, top }) => {
  scrollTo({ top: y, behavior: 'instant' });
  const item = id && doc.getElementById(id);
  if (item) scrollBy({ top: item.parentElement.getBoundingClientRect().top - top, behavior: 'instant' });
};

// What comes later may move what the reader was led to, where an engine does not keep it in its place. Gives what brings it back, until the
// reader has moved.
const holdPlace = () => {
  const target = anchor(), turn = new AbortController();
  for (const kind of ['wheel', 'touchmove', 'keydown', 'mousedown']) {
    addEventListener(kind, () => turn.abort(), { signal: turn.signal, passive: true });
  }
  return () => { if (target && target.isConnected && !turn.signal.aborted) target.scrollIntoView({ behavior: 'instant' }); };
};

const arrive = at => {
  const target = anchor(), title = doc.querySelector('h1');
  if (!at && target) {
    reveal(target);
    // Makes it the :target.
    location.replace(location.hash);
    target.scrollIntoView({ behavior: 'instant' });
  } else returnTo(at || { y: 0 });
  const focus = !at && target || title;
  if (!focus) return announce(doc.title);
  if (focus.tabIndex < 0) focus.tabIndex = -1;
  focus.focus({ preventScroll: true });
};
