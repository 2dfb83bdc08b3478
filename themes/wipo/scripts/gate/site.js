// The site that this page belongs to, the words of its language, and what can go wrong.
// The gate unlocks this page with the reader's passphrase, and follows links without leaving it. What it opens is written
// down in Sources/Access/FORMAT.md. Nothing here asks another host for anything.

const doc = document, html = doc.documentElement, subtle = self.crypto && crypto.subtle;
const local = location.protocol === 'file:';
const forum = doc.title;
const base = new URL(/^(\.\.\/)+$/.test(html.dataset.root) ? html.dataset.root : './', location.href);
let strings = self.rostrumStrings || {};
const words = key => strings[key] || key;

// What went wrong, as the key of the words that say so.
class Fault extends Error {}
const named = fault => fault instanceof Fault ? fault.message : 'failed';

// The canonical path of an address of this site, or nothing.
const pathOf = url => {
  const address = url.href.replace(/[?#].*$/s, '');
  if (!address.startsWith(base.href)) return;
  const path = address.slice(base.href.length).replace(/(^|\/)index\.html$/, '$1');
  return /^[a-z0-9.\/-]+$/.test(path) ? path : undefined;
};
// From a folder an address that ends in one would show its list of files.
const addressOf = path => base.href + path + (local && path.endsWith('/') ? 'index.html' : '');

const element = (name, attributes = {}, ...children) => {
  const made = doc.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
