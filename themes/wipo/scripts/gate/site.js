// The site that this page belongs to and the words of its language.
// The gate unlocks this page with the reader's passphrase, and follows links without leaving it. What it opens is written
// down in Sources/Access/FORMAT.md. Nothing here asks another host for anything.

const forum = doc.title;
const base = new URL(/^(\.\.\/)+$/.test(html.dataset.root) ? html.dataset.root : './', location.href);
let strings = self.rostrumStrings || {};
const words = key => strings[key] || key;

// The canonical path of an address of this site, or nothing.
const pathOf = url => {
  const address = url.href.replace(/[?#].*$/s, '');
  if (!address.startsWith(base.href)) return;
  const path = address.slice(base.href.length).replace(/(^|\/)index\.html$/, '$1');
  return /^[a-z0-9.\/-]+$/.test(path) ? path : undefined;
};
// From a folder an address that ends in one would show its list of files.
const addressOf = path => base.href + path + (local && path.endsWith('/') ? 'index.html' : '');
