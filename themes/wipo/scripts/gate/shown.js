// What a page shows by the reader's clock and in their window, with a gate or without one.

// A discussion opens and closes by the clock, not by the build.
const markStatus = () => {
  const now = Date.now() / 1000;
  for (const mark of doc.querySelectorAll('[data-spans]')) {
    let spans;
    try { spans = JSON.parse(mark.dataset.spans); } catch { continue; }
    if (!Array.isArray(spans) || !spans.length) continue;
    const begun = spans.filter(span => span.from <= now).pop();
    const state = !begun ? 'announced' : begun.until === null || now < begun.until ? 'open' : 'closed';
    const label = (begun || spans[0])[state];
    if (mark.dataset.state === state && mark.textContent === label) continue;
    mark.dataset.state = state;
    mark.textContent = label;
  }
  // What can be written to a discussion while it is open.
  const mark = doc.querySelector('header.head [data-spans]');
  if (mark) for (const offer of doc.querySelectorAll('[data-while-open]')) offer.hidden = mark.dataset.state !== 'open';
  // What was said of an announced discussion is no longer so.
  for (const said of doc.querySelectorAll('[data-announced]')) {
    const mark = (said.closest('article') || doc).querySelector('[data-spans]');
    if (mark && mark.dataset.state !== 'announced' && said.dataset.announced) said.textContent = said.dataset.announced;
  }
};

// What is wider than the page is moved sideways with the keyboard, too.
const reachWide = () => {
  for (const wide of doc.querySelectorAll('.text table, .text pre, .scroll')) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
    else if (wide.tabIndex === 0) wide.removeAttribute('tabindex');
  }
};
addEventListener('resize', reachWide);

// What the address leads to on the page.
const anchor = () => {
  let name = location.hash.slice(1);
  try { name = decodeURIComponent(name); } catch { /* then the name is as it stands */ }
  return name && doc.getElementById(name);
};

// Opens what a part of the page is folded away in.
const reveal = target => {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
};
