// Following links, and the pages that they lead to.

// What is being opened is no longer wanted.
const stop = () => {
  if (busy) busy.abort();
  busy = undefined;
};

// Where the file at an address of this site was found, and its text.
const load = async (url, signal) => {
  let response, text;
  try {
    response = await fetch(url.href.replace(/#.*$/s, ''), { signal, cache: 'no-cache' });
    text = await response.text();
  } catch { throw new Fault('offline'); }
  if (!response.ok) throw new Fault(response.status < 500 ? 'failed' : 'offline');
  return [response.url, text];
};

// Language and direction of a page's file, by its text.
const tongueOf = text => /<html lang="([A-Za-z-]{2,12})" dir="(ltr|rtl)"/.exec(text) || [];

// Another page of this site, opened and checked like one that is shown, and not shown: for what is taken from it.
const peek = async url => {
  const holder = secret, [address, text] = await load(url), [, lang, dir] = tongueOf(text), path = pathOf(new URL(address));
  if (!lang || !path) throw new Fault('failed');
  const { html, objects } = await openPage(templatesOf(text), path), template = doc.createElement('template');
  if (secret !== holder) throw new Fault('failed');
  template.innerHTML = policy.createHTML(html);
  inspect(path, objects, words);
  return { page: template.content, lang, dir };
};

// Opens a page in place, its address put into the history by the method named, if any. What fails never leaves the document, which
// holds the keys: it is told where the reader is.
const go = async (url, method, at) => {
  stop();
  warn();
  const turn = busy = new AbortController();
  const slow = setTimeout(() => announce(words('loading')), 400);
  try {
    const [address, text] = await load(url, turn.signal);
    const [, language, direction] = tongueOf(text);
    const found = templatesOf(text), path = pathOf(new URL(address));
    if (!found.sealed || !language || !path) throw new Fault('failed');
    const page = await openPage(found, path);
    if (hasForm()) await endForm();
    if (turn !== busy || !secret) return;
    if (method) history[method](null, '', address + url.hash);
    const before = html.lang;
    [html.lang, html.dir] = [language, direction];
    show(page, path, at);
    // Then they stay as they are.
    if (before !== language) speak(text, address).catch(() => {});
  } catch (fault) {
    if (turn !== busy || !secret) return;
    if (pathOf(location) === current) return warn(named(fault));
    // Back or Forward: the address is that page's already, so what was shown before makes way.
    current = undefined;
    doc.title = forum;
    doc.body.replaceChildren(gate, status);
    refuse(named(fault), () => go(url, method === 'replaceState' ? method : '', at));
  } finally {
    clearTimeout(slow);
    if (status.textContent === words('loading')) announce('');
  }
};

// The gate's own words in the language of the page just opened: read as data from the shell's second script.
const speak = async (shell, address) => {
  const source = [...shell.matchAll(/<script src="([^"]+)"/g)][1];
  const text = source && await (await fetch(new URL(source[1], address))).text();
  const found = /^\s*(?:var )?rostrumStrings\s*=\s*(\{.*\})\s*;?\s*$/s.exec(text || '');
  if (found) strings = JSON.parse(found[1]);
};

// Sealed pages lie below their language. All else on this host is the browser's own affair.
const pages = /^[a-z]{2,3}(-[a-z]{2,4})?(\/[a-z0-9-]+)*\/?$/;
const onClick = event => {
  const target = event.target instanceof Element ? event.target : undefined, file = target && target.closest('a[data-file]');
  if (file && secret && event.button < 2) {
    event.preventDefault();
    return download(file);
  }
  if (target && target.closest('[data-sign-out]')) return leave();
  if (target && target.closest('[data-print]')) return printWhole();
  const link = target && target.closest('a[href]');
  if (local || !link || event.defaultPrevented || event.button || event.metaKey) return;
  if (event.ctrlKey || event.shiftKey || event.altKey || !secret) return;
  if (link.hasAttribute('download') || link.target && link.target !== '_self') return;
  let url;
  // Leads nowhere.
  try { url = new URL(link.href); } catch { return event.preventDefault(); }
  const path = pathOf(url);
  if (!path || !pages.test(path) || path === current && url.hash) return;
  event.preventDefault();
  remember();
  go(url, path !== current || location.hash ? 'pushState' : '');
};

const remember = () => { if (secret) history.replaceState(spot(), ''); };
let settle;
// Back and Forward reach pages that were opened in place, also when the reader has signed out since and the document is another.
addEventListener('popstate', event => {
  clearTimeout(settle);
  stop();
  if (pathOf(location) === current) {
    if (secret && event.state) returnTo(event.state);
    else if (secret && anchor()) {
      reveal(anchor());
      anchor().scrollIntoView();
    }
  } else if (secret && !local) go(new URL(location.href), '', event.state);
  else location.reload();
});
const follow = () => {
  doc.addEventListener('click', onClick);
  doc.addEventListener('submit', onFind);
  // Printing by its usual keys waits for pictures, too.
  doc.addEventListener('keydown', event => {
    if (!secret || event.key !== 'p' || !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    printWhole();
  });
  doc.addEventListener('auxclick', event => {
    if (event.target instanceof Element && event.target.closest('a[data-file]')) onClick(event);
  });
  if (local) return;
  history.scrollRestoration = 'manual';
  addEventListener('scroll', () => { clearTimeout(settle); settle = setTimeout(remember, 400); }, { passive: true });
};
