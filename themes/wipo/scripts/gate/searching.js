// The search: each page's field for it leads to its page, which is handed how a file of its index is opened, never the keys.

const onFind = event => {
  const { find } = event.target.dataset;
  if (find === undefined || !secret) return;
  event.preventDefault();
  const url = new URL(find, location.href);
  url.hash = new URLSearchParams(new FormData(event.target)).toString();
  if (local) return location.assign(addressOf(pathOf(url)) + url.hash);
  remember();
  go(url, 'pushState');
};

const indexPath = /^search\/(\d{4}-\d{3,26}\/)?[a-z2-7]{16}\.bin$/;
const fetchIndexFile = async (path, cache) => {
  const answer = await fetch(base.href + path, { cache }).catch(() => { throw new Fault('offline'); });
  if (!answer.ok) throw new Fault(answer.status < 500 ? 'failed' : 'offline');
  return new Uint8Array(await answer.arrayBuffer().catch(() => { throw new Fault('offline'); }));
};
const openIndexFile = async (path, cache) => {
  const pieces = [];
  if (!secret || !indexPath.test(path)) throw new Fault('failed');
  const bytes = await (local ? takeWrapped(path) : fetchIndexFile(path, cache));
  const { tag } = await openObject(sourceOfBytes(bytes), 'search', path, piece => { pieces.push(piece); });
  // The table, which is asked for so, tells what the other files hold.
  if (cache === 'no-cache') inspect(path, [['search', tag]], found => doc.querySelector('h1').textContent + ': ' + words(stale[found]));
  return join(...pieces);
};

const showSearch = () => {
  const place = doc.querySelector('[data-search]');
  if (place) bring(place, 'rostrumSearch', 'noSearch', () => self.rostrumSearch(place, openIndexFile));
};
