// What is looked for, in the page's fragment: no host sees that.

const filters = ['room', 'category', 'member', 'kind', 'lang', 'from', 'to'], mostLetters = 200;

const readFragment = () => {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(['q', ...filters].map(name => [name, (given.get(name) || '').slice(0, mostLetters)]));
};
const written = wanted => new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString();

let keeping;
const keepFragment = fragment => {
  // The same search in another language.
  for (const link of doc.querySelectorAll('header .languages li:not(.elsewhere) a')) link.hash = fragment;
  clearTimeout(keeping);
  keeping = setTimeout(() => {
    if (!root.isConnected || location.hash.slice(1) === fragment) return;
    try { history.replaceState(history.state, '', location.pathname + location.search + (fragment && '#' + fragment)); } catch { /* too often */ }
  }, 200);
};

// What the controls say. A control that is not there stands at nothing; one takes no value that it does not offer.
const readControls = () => Object.fromEntries(['q', ...filters].map(name => [name, control(name) ? control(name).value.trim() : '']));
const fill = wanted => {
  for (const [name, value] of Object.entries(wanted)) {
    const field = control(name);
    if (!field) continue;
    field.value = value;
    if (field.selectedIndex === -1) field.value = '';
  }
  control('everywhere').checked = control('lang').value === 'all';
};
