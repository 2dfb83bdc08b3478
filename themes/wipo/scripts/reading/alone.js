// Alone, on a site that its server protects: what the gate gives elsewhere.

// What is kept on this machine, and for what: a forum has its own, told by where its scripts lie.
const keptBy = (name, home) => (...text) => {
  const key = 'rostrum.' + home + '.' + name;
  try { return text.length ? localStorage.setItem(key, text[0]) : localStorage.getItem(key); } catch { return null; }
};

// Opens what a part of the page is folded away in.
const reveal = target => {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
};

// Another page of this site: asked for as a document, so that nothing in it runs.
const peek = url => new Promise((resolve, reject) => {
  const asked = new XMLHttpRequest();
  asked.open('GET', url.href.replace(/#.*$/s, ''));
  asked.responseType = 'document';
  asked.onload = () => {
    const page = asked.response;
    if (asked.status >= 400 || !page) return reject(new Error('it is not there'));
    for (const image of page.images) image.setAttribute('src', image.src);
    for (const link of page.querySelectorAll('a[href]:not([href^="#"])')) link.setAttribute('href', link.href);
    resolve({ page, lang: page.documentElement.lang, dir: page.documentElement.dir });
  };
  asked.onerror = reject;
  asked.send();
});

// Prints once all pictures are there, those too that nobody has come near.
const printWhole = async () => {
  await Promise.all(Array.from(doc.images, image => {
    image.loading = 'eager';
    return image.decode().catch(() => {});
  }));
  print();
};

const startAlone = (asking, home) => {
  const status = element('p', { class: 'visually-hidden', role: 'status' }), anchor = () => doc.querySelector(':target');
  const [{ type } = {}] = performance.getEntriesByType('navigation');
  doc.body.append(status);
  for (const button of main().querySelectorAll('[data-print]')) button.onclick = printWhole;
  const hand = given => {
    try { sessionStorage.setItem('rostrum.quotation', JSON.stringify(given)); } catch { /* then it is not quoted */ }
  };
  self.rostrumReading(asking, {
    arrived: !location.hash && type !== 'back_forward' && type !== 'reload', announce: text => { status.textContent = text; },
    hand, reveal, peek, showPictures: () => {}, choice: keptBy('library', home), kept: keptBy('reading', home),
  });
  const arrive = () => {
    if (!anchor()) return;
    reveal(anchor());
    anchor().scrollIntoView({ behavior: 'instant' });
  };
  addEventListener('hashchange', arrive);
  arrive();
};

if ('plain' in html.dataset) {
  const home = new URL('..', doc.currentScript.src).pathname;
  const alone = () => {
    const asking = doc.querySelector('[data-reading]');
    if (asking) startAlone(asking, home);
  };
  doc.readyState === 'loading' ? addEventListener('DOMContentLoaded', alone) : alone();
}
