// The results: the first at once, the others' texts as they come near the view, and not while somebody is typing.

const atOnce = 3, pause = 200, sheet = 10, shownBefore = new Map();
let results = [], shown = 0, fragmentShown;

const pagePath = /^[a-z]{2,3}(-[a-z]{2,4})?(\/[a-z0-9-]+)*\/$/, anchorName = /^[A-Za-z0-9_-]*$/;
// Where a result leads: nowhere but to a page of this site.
const addressOf = ({ path, id }) => {
  if (!pagePath.test(path) || !anchorName.test(id)) throw new Fault('damaged');
  return new URL(facts.root + path + (local ? 'index.html' : '') + (id && '#' + id), location.href).href;
};
const kindOf = ({ index, doc }) => {
  const option = control('kind').querySelector('option[value="' + index.table.columns.kind[doc] + '"]');
  return option ? option.textContent : '';
};

const fillResult = async (item, hit) => {
  const { index, terms } = hit, found = await index.numbered('texts', hit.doc), hears = heardIn(index, terms);
  const shownIn = { lang: index.language, dir: index.dir };
  const markedIn = text => marked(text, marksIn(text, hears));
  const link = element('a', { href: addressOf(found), lang: found.titleLanguage || index.language, dir: 'auto' }, ...markedIn(found.title));
  const meta = [element('span', {}, kindOf(hit))];
  if (found.byline) meta.push(element('span', {}, element('bdi', { lang: index.language }, ...markedIn(found.byline))));
  if (found.date) meta.push(element('span', {}, element('bdi', shownIn, found.date)));
  if (index.language !== html.lang) meta.push(element('span', {}, element('bdi', shownIn, index.name)));
  item.replaceChildren(element('h3', {}, link), element('p', { class: 'meta' }, ...meta.flatMap(one => [one, ' '])));
  if (found.text) item.append(element('p', { class: 'excerpt', ...shownIn }, ...excerpt(found.text, hears)));
};

const near = new Map();
let watcher;
const fillLater = (item, hit) => {
  near.set(item, hit);
  if (!watcher) {
    watcher = new IntersectionObserver(entries => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) fillNow(target);
    }, { rootMargin: '200px' });
  }
  watcher.observe(item);
};
const fillNow = item => {
  const hit = near.get(item);
  near.delete(item);
  watcher.unobserve(item);
  return hit && fillResult(item, hit).catch(fault => { if (item.isConnected) fail(fault); });
};

// So many more of them; those that were asked for are there when this ends.
const showMore = async (count, { isFirst } = {}) => {
  const mine = turn, next = results.slice(shown, shown + count), items = next.map(hit =>
    element('li', { class: 'result' }, element('p', { class: 'meta' }, element('span', {}, kindOf(hit)))));
  await Promise.all(items.slice(0, atOnce).map((item, at) => fillResult(item, next[at])));
  if (mine !== turn) return;
  const list = part('results'), hadFocus = list.contains(doc.activeElement);
  if (isFirst) list.replaceChildren();
  list.append(...items);
  if (isFirst && hadFocus) control('q').focus();
  const others = () => items.slice(atOnce).forEach((item, at) => fillLater(item, next[at + atOnce]));
  isFirst ? setTimeout(() => { if (mine === turn) others(); }, pause) : others();
  shown += next.length;
  if (shown > sheet) shownBefore.set(fragmentShown, shown);
  part('more').hidden = shown >= results.length;
  return items;
};

const clearResults = () => {
  if (watcher) watcher.disconnect();
  near.clear();
  [results, shown] = [[], 0];
};
