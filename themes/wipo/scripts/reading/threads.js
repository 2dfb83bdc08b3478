// Finding one's way in a discussion: to the next contribution of a kind, from wherever the reader is.

const numberOf = contribution => +contribution.id.slice(1);
const contributions = () => Array.from(main().querySelectorAll('article.contribution[id]'));
// How much of the window what stays on top of it covers.
const covered = () => {
  const bar = main().querySelector('.along.stays');
  return bar && getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
};

// Puts a part of the page before the reader, as a link to it would, without a step of its own in the history.
const goTo = target => {
  gate.reveal(target);
  location.replace('#' + target.id);
  target.scrollIntoView({ behavior: 'instant' });
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  // What has come into view is laid out only then, and may push it away.
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (doc.activeElement === target) target.scrollIntoView({ behavior: 'instant' });
  }));
};

// The first of some contributions behind the one that was gone to last, if it is still before the reader, else behind the beginning of what is.
let last;
const nextOf = some => {
  const top = covered(), { top: at = -1, bottom = -1 } = last && last.isConnected ? last.getBoundingClientRect() : {};
  const from = some.includes(last) && bottom > top && at < innerHeight ? last
    : Array.from(main().querySelectorAll('.thread > li')).find(item => item.getBoundingClientRect().bottom > top + 16);
  last = from && some.find(one => from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) || some[0];
  return last;
};

const beginThreads = () => {
  last = undefined;
  for (const link of main().querySelectorAll('.along [data-waiting]')) {
    listen(link, 'click', event => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      goTo(nextOf(Array.from(main().querySelectorAll('article[data-waiting]'))));
    });
  }
  // Paper has no folds.
  listen(self, 'beforeprint', () => { for (const fold of main().querySelectorAll('details.more')) fold.open = true; });
};
