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

// What is wider than the page is moved sideways with the keyboard, too.
const reachWide = () => {
  for (const wide of doc.querySelectorAll('.text table, .text pre, .scroll')) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
    else if (wide.tabIndex === 0) wide.removeAttribute('tabindex');
  }
};
addEventListener('resize', reachWide);

const anchor = () => {
  let name = location.hash.slice(1);
  try { name = decodeURIComponent(name); } catch { /* then the name is as it stands */ }
  return name && doc.getElementById(name);
};

// Opens what a part of the page is folded away in.
const reveal = target => {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
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

// A discussion opens and closes by the clock, not by the build.
const markStatus = () => {
  const now = Date.now() / 1000;
  for (const mark of doc.querySelectorAll('[data-spans]')) {
    let spans;
    try { spans = JSON.parse(mark.dataset.spans); } catch { continue; }
    if (!Array.isArray(spans) || !spans.length) continue;
    const begun = spans.filter(span => span.from <= now).pop();
    const state = !begun ? 'announced' : begun.until === null || now < begun.until ? 'open' : 'closed';
    const label = (begun || spans[0])[state];
    if (mark.dataset.state === state && mark.textContent === label) continue;
    mark.dataset.state = state;
    mark.textContent = label;
  }
  // What can be written to a discussion while it is open.
  const mark = doc.querySelector('header.head [data-spans]');
  if (mark) for (const offer of doc.querySelectorAll('[data-while-open]')) offer.hidden = mark.dataset.state !== 'open';
  // What was said of an announced discussion is no longer so.
  for (const said of doc.querySelectorAll('[data-announced]')) {
    const mark = (said.closest('article') || doc).querySelector('[data-spans]');
    if (mark && mark.dataset.state !== 'announced' && said.dataset.announced) said.textContent = said.dataset.announced;
  }
};
