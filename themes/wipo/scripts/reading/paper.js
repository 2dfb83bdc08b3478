// On paper a discussion is its proceedings: a title page, contents, all that was said, and who took part. What the page has not is put together
// from it when it is printed, and taken away afterwards.

const paper = (name, attributes, ...children) => element(name, { ...attributes, class: 'paper ' + (attributes.class || '') }, ...children);
// Who wrote a contribution, as its head says it, with the languages of its parts.
const headOf = contribution => {
  const [name, byline] = ['h3 bdi', 'header .meta'].map(selector => contribution.querySelector(selector));
  const state = byline.querySelector('.member .own');
  return { name, state, details: [...byline.children].map(part => part.querySelector('.own') || part) };
};
const copies = parts => parts.flatMap(part => [' · ', part.cloneNode(true)]);

const contentsOf = written => {
  const entry = (id, ...children) => element('li', {}, element('a', { href: '#' + id }, ...children));
  const sections = [...main().querySelectorAll(':scope > section:not(.around) > h2[id]')].map(heading => entry(heading.id, heading.textContent));
  const voices = written.map(one => {
    const { name, state } = headOf(one), item = entry(one.id, one.id.slice(1) + ' ', name.cloneNode(true));
    item.append(...copies(state ? [state] : []));
    return item;
  });
  if (voices.length) sections[sections.length - 1].append(element('ol', {}, ...voices));
  return paper('nav', { class: 'contents', 'aria-label': words('contents') }, element('h2', {}, words('contents')), element('ol', {}, ...sections));
};

// Each once, in the order in which they began; moderators' notes are no part.
const participantsOf = written => {
  const seen = new Map();
  for (const one of written.filter(one => !one.classList.contains('note'))) {
    const { name, details } = headOf(one), role = one.querySelector('h3 .role'), parts = [...details, ...role ? [role] : []];
    const line = element('li', {}, name.cloneNode(true), ...copies(parts));
    if (!seen.has(line.textContent)) seen.set(line.textContent, line);
  }
  return paper('section', { class: 'participants' }, element('h2', {}, words('participants')), element('ul', {}, ...seen.values()));
};

const takePaperAway = () => {
  for (const one of doc.querySelectorAll('.paper')) one.remove();
  main().querySelector('.head').classList.remove('title-page');
};
const putOnPaper = () => {
  takePaperAway();
  const head = main().querySelector('.head'), written = contributions().filter(one => one.querySelector('header .meta'));
  head.classList.add('title-page');
  head.prepend(paper('p', { class: 'forum-name' }, words('proceedings')));
  head.after(contentsOf(written));
  if (written.length) main().append(participantsOf(written));
};

const beginPaper = () => {
  if (!place.dataset.discussion) return;
  listen(self, 'beforeprint', putOnPaper);
  listen(self, 'afterprint', takePaperAway);
};
