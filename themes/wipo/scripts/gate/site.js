// The site that this page belongs to, and the words of its language.
const doc = document, html = doc.documentElement, subtle = self.crypto && crypto.subtle;
const local = location.protocol === 'file:';
const forum = doc.title;
const base = new URL(/^(\.\.\/)+$/.test(html.dataset.root) ? html.dataset.root : './', location.href);
let strings = self.rostrumStrings || {};
const words = key => strings[key] || key;
