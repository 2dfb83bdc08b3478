// What the theme's scripts have in common: the document, what can go wrong, and elements.

const doc = document, html = doc.documentElement, subtle = self.crypto && crypto.subtle;
const local = location.protocol === 'file:';

// What went wrong, as the key of the words that say so.
class Fault extends Error {}
const named = fault => fault instanceof Fault ? fault.message : 'failed';

const element = (name, attributes = {}, ...children) => {
  const made = doc.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
