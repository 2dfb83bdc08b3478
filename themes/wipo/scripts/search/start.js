// From here. The gate calls rostrumSearch with the element of the page and with how a file of the index is opened; a page that its server
// protects calls it itself. Elements are made one by one, never out of text.

let indexes = [], turn = 0, waiting, watching;

const refreshSoon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 40);
};
const isAnything = (query, wanted) => query.words.length > 0 || filters.some(name => wanted[name] && wanted[name] !== 'all');
const wantedIndexes = ({ lang }) => {
  const own = indexes.filter(index => index.language === (lang || html.lang)), others = indexes.filter(index => !own.includes(index));
  return lang === 'all' || !own.length ? [...own, ...others].sort((a, b) => (b.language === html.lang) - (a.language === html.lang)) : own;
};
const searchEverywhere = () => {
  fill({ lang: 'all' });
  refresh();
  control('q').focus();
};

const fail = fault => {
  const key = { offline: 'offline', needsWeb: 'needsWeb' }[fault.message] || 'damaged';
  part('empty').hidden = part('none').hidden = true;
  tell(words(key), ...key === 'needsWeb' ? [] : [['retry', () => {
    refresh();
    control('q').focus();
  }]]);
  if (!(fault instanceof Error) || !/^[a-zA-Z]+$/.test(fault.message)) throw fault;  // a mistake of this script's own
};

const tellFound = (query, wanted, found, asked) => {
  const isNothing = !found.hits.length, offers = [];
  if (asked.length < indexes.length) offers.push(['everywhere', searchEverywhere]);
  part('empty').hidden = true;
  part('none').hidden = !isNothing;
  if (!isNothing && found.isWhole) return tell(words(query.words.length ? 'found' : 'listed', { count: counted(found.hits.length) }));
  if (isNothing && filters.some(name => wanted[name] && name !== 'lang')) offers.push(['reset', resetFilters]);
  tell(words(isNothing ? 'nothing' : 'some', { count: counted(found.hits.length) }), ...offers);
};

const refresh = async () => {
  clearTimeout(waiting);
  const mine = ++turn, wanted = readControls(), query = parse(wanted.q), fragment = written(wanted);
  keepFragment(fragment);
  showFilters(wanted);
  root.removeAttribute('aria-busy');
  if (!isAnything(query, wanted)) {
    clearResults();
    part('results').replaceChildren();
    part('empty').hidden = false;
    part('none').hidden = part('more').hidden = true;
    return tell(wanted.q ? words('nothing') : '');
  }
  const slow = setTimeout(() => { if (mine === turn) tell(words('loading')); }, 400), asked = wantedIndexes(wanted);
  root.setAttribute('aria-busy', 'true');
  try {
    const found = await find(asked, query, wanted);
    if (mine !== turn || !root.isConnected) return;
    clearResults();
    [results, fragmentShown] = [found.hits, fragment];
    await showMore(Math.max(sheet, shownBefore.get(fragment) || 0), { isFirst: true });
    clearTimeout(slow);
    if (mine === turn) tellFound(query, wanted, found, asked);
  } catch (fault) {
    if (mine === turn && root.isConnected) fail(fault);
  } finally {
    clearTimeout(slow);
    if (mine === turn) root.removeAttribute('aria-busy');
  }
};

const listenTo = () => {
  form.onsubmit = event => {
    event.preventDefault();
    refresh();
  };
  control('q').oninput = event => { if (!event.isComposing) refreshSoon(); };
  control('q').addEventListener('compositionend', refreshSoon);
  control('everywhere').onchange = () => {
    fill({ lang: control('everywhere').checked ? 'all' : '' });
    refresh();
  };
  for (const name of filters) {
    if (control(name)) control(name).onchange = () => {
      fill({ [name]: control(name).value });
      refresh();
    };
  }
  part('reset').onclick = resetFilters;
  part('more').onclick = async () => {
    const items = await showMore(sheet).catch(fail), link = items && items[0] && items[0].querySelector('a');
    if (link) link.focus();
  };
  root.onkeydown = onKey;
  if (watching) watching.abort();
  watching = new AbortController();
  addEventListener('hashchange', () => {
    if (!root.isConnected || location.hash.slice(1) === written(readControls())) return;
    fill(readFragment());
    refresh();
  }, watching);
};

const startsHere = async (place, load) => {
  root = place;
  strings = JSON.parse(place.dataset.words);
  facts = JSON.parse(place.dataset.facts);
  form = part('form');
  turn++;
  clearResults();
  indexes = facts.languages.map(language => new Index(language, load));
  listenTo();
  const resting = history.state && history.state.y;
  fill(readFragment());
  part('waiting').hidden = true;
  form.hidden = false;
  await undefined;  // after the gate has shown the page
  if (!resting) control('q').focus({ preventScroll: true });
  for (const index of wantedIndexes(readControls()).slice(0, 1)) index.open().catch(() => {});
  await refresh();
  if (resting) scrollTo({ top: resting, behavior: 'instant' });
};

self.rostrumSearch = (place, load) => { startsHere(place, load); };

// Alone: on a site that its server protects.
if ('plain' in html.dataset) {
  const alone = () => {
    const place = doc.querySelector('[data-search]');
    if (place) startsHere(place, async (path, cache) => {
      if (local) throw new Fault('needsWeb');
      const answer = await fetch(new URL(facts.root + path, location.href), { cache }).catch(() => { throw new Fault('offline'); });
      if (!answer.ok) throw new Fault(answer.status < 500 ? 'damaged' : 'offline');
      return new Uint8Array(await answer.arrayBuffer().catch(() => { throw new Fault('offline'); }));
    });
  };
  doc.readyState === 'loading' ? addEventListener('DOMContentLoaded', alone) : alone();
}
