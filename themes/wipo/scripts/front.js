// The front page: goes to the first of the reader's languages that the forum has, unless the address ends in #choose.
'use strict';
(() => {
  if (location.hash === '#choose') return;
  const links = [...document.querySelectorAll('a[hreflang]')];
  const offered = wanted => links.find(link => link.hreflang.toLowerCase() === wanted);
  for (const language of navigator.languages || [navigator.language]) {
    const wanted = String(language).toLowerCase();
    const link = offered(wanted) || offered(wanted.split('-')[0]);
    if (!link) continue;
    const url = new URL(link.href);
    if (url.protocol === 'file:' && url.pathname.endsWith('/')) url.pathname += 'index.html';
    location.replace(url.href);
    return;
  }
})();
