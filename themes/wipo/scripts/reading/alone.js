// Alone, on a site that its server protects: what the gate gives elsewhere.

// What is kept on this machine, and for what: a forum has its own, told by where its scripts lie.
const keptBy = (name, home) => (...text) => {
  const key = 'rostrum.' + home + '.' + name;
  try { return text.length ? localStorage.setItem(key, text[0]) : localStorage.getItem(key); } catch { return null; }
};

// Another page of this site: asked for as a document, so that nothing in it runs.
const peek = url => new Promise((resolve, reject) => {
  const asked = new XMLHttpRequest();
  asked.open('GET', url.href.replace(/#.*$/s, ''));
  asked.responseType = 'document';
  asked.onload = () => {
    const page = asked.response;
    if (asked.status >= 400 || !page) return reject(new Error('it is not there'));
    for (const image of page.querySelectorAll('img[src]')) image.setAttribute('src', image.src);
    for (const image of page.querySelectorAll('img[data-file]')) image.dataset.file = new URL(image.dataset.file, url);
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

const startReading = (asking, home, announce) => {
  const [{ type } = {}] = performance.getEntriesByType('navigation'), isBack = type === 'back_forward' || type === 'reload';
  const hand = given => {
    try {
      given ? sessionStorage.setItem('rostrum.quotation', JSON.stringify(given)) : sessionStorage.removeItem('rostrum.quotation');
    } catch { /* then it is not quoted */ }
  };
  self.rostrumReading(asking, {
    arrived: !location.hash && !isBack, announce, hand, reveal, peek, showPictures, choice: keptBy('library', home), kept: keptBy('reading', home),
  });
  // The browser leads to an anchor, and back to where the reader was: but for what is folded away.
  const arrive = isLed => {
    const target = anchor(), isFolded = target && target.closest('details:not([open])');
    if (!isFolded) return;
    reveal(target);
    if (isLed) target.scrollIntoView({ behavior: 'instant' });
  };
  addEventListener('hashchange', () => arrive(true));
  arrive(!isBack);
};

if ('plain' in html.dataset) {
  const home = new URL('..', doc.currentScript.src).pathname;
  const alone = () => {
    const status = element('p', { class: 'visually-hidden', role: 'status' }), asking = doc.querySelector('[data-reading]');
    doc.body.append(status);
    for (const button of doc.querySelectorAll('[data-print]')) button.onclick = printWhole;
    // What is previewed is shown at the time for which it was made.
    const keepTime = () => { if (!doc.hidden && !doc.querySelector('script[data-build]')) markStatus(); };
    for (const [target, kind] of [[doc, 'visibilitychange'], [self, 'pageshow']]) target.addEventListener(kind, keepTime);
    setInterval(keepTime, 60000);
    keepTime();
    reachWide();
    // Screen readers are told of what comes into a line that was there before.
    if (asking) startReading(asking, home, text => setTimeout(() => { status.textContent = text; }, 100));
  };
  doc.readyState === 'loading' ? addEventListener('DOMContentLoaded', alone) : alone();
}
