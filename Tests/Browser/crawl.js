// Run in an unlocked page. Opens each address in place, by a click on a link, and hands back what is found there.
const addresses = arguments[0], done = arguments[1];

const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

const facts = () => {
  const all = selector => [...document.querySelectorAll(selector)];
  const ids = all('[id]').map(found => found.id);
  return {
    title: document.title, lang: document.documentElement.lang, dir: document.documentElement.dir,
    headings: all('h1, h2, h3, h4, h5, h6').map(found => +found.tagName[1]),
    empty: all('h1, h2, h3, h4, h5, h6, a, button, nav').filter(found => !found.textContent.trim())
      .map(found => found.outerHTML.slice(0, 80)),
    ids, repeated: ids.filter((id, index) => ids.indexOf(id) !== index),
    template: (document.body.innerHTML.match(/\{\{[^}]*\}?\}?/g) || []).slice(0, 3),
    missing: (document.body.innerText.match(/\b(undefined|NaN|null)\b|\[object /g) || []).slice(0, 3),
    names: all('[aria-labelledby], [aria-describedby], [aria-controls], label[for]').flatMap(found =>
      ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap(name => (found.getAttribute(name) || '').split(/\s+/)))
      .filter(id => id && !document.getElementById(id)),
    wide: wide(),
    widest: wide() <= 0 ? [] : [...document.body.querySelectorAll('*')].filter(found => found.scrollWidth > innerWidth &&
      getComputedStyle(found).overflowX === 'visible').map(found => found.tagName + '.' + found.className).slice(-3),
    landmarks: ['main', 'header.site', 'footer.site', 'nav.languages'].filter(selector => all(selector).length !== 1),
    // Files are saved, not opened.
    // What is looked for in a field leads somewhere too.
    links: [...all('a[href]:not([data-file])').map(found => found.href),
      ...all('form[data-find]').map(found => new URL(found.dataset.find, location.href).href)],
    loaded: all('img:not([data-file]), iframe, script, link, object, embed, style').filter(found => !found.closest('head'))
      .map(found => found.outerHTML.slice(0, 80)),
  };
};

const open = address => new Promise((resolve, reject) => {
  const old = document.querySelector('main');
  const limit = setTimeout(() => { watch.disconnect(); reject(new Error('did not open in place: ' + address)); }, 10000);
  const watch = new MutationObserver(() => {
    const main = document.querySelector('main#main');
    if (!main || main === old || location.href !== address) return;
    watch.disconnect();
    clearTimeout(limit);
    resolve();
  });
  watch.observe(document.body, { childList: true });
  const link = document.createElement('a');
  link.href = address;
  document.querySelector('main').append(link);
  link.click();
});

(async () => {
  const found = {};
  for (const address of addresses) {
    if (location.href !== address) await open(address);
    // What the script does after it has put the page in is done in the same task; one more for the layout.
    await new Promise(resolve => setTimeout(resolve));
    found[address] = facts();
  }
  return found;
})().then(done, fault => done({ fault: String(fault) }));
