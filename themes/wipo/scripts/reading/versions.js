// A translation and its original: one of them, or both beside each other. The original comes from the page that shows it, which is opened like any
// other; a link leads there where it cannot be had here.

// The text on a page that an anchor means: of a contribution, of a section, or of the page.
const textAt = (page, id) => {
  const found = id ? page.getElementById(id) : page.querySelector('main');
  const part = found && (found.matches('article, main') ? found : found.parentElement);
  return part && part.querySelector(':scope > .text');
};

// Its names are those of what stands here already.
const withoutNames = text => {
  for (const one of [text, ...text.querySelectorAll('[id]')]) one.removeAttribute('id');
  for (const link of text.querySelectorAll('a[href^="#"]')) for (const name of ['href', 'role']) link.removeAttribute(name);
  return text;
};

const choose = (box, translation, original, chosen) => {
  const shown = { translation: [translation], original: [original], both: [translation, original] }[chosen];
  for (const text of [translation, original]) text.hidden = !shown.includes(text);
  box.classList.toggle('both', shown.length > 1);
  for (const button of box.previousElementSibling.querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button.dataset.version === chosen));
  }
};

const showOriginal = async link => {
  if (link.getAttribute('aria-busy')) return;
  link.setAttribute('aria-busy', 'true');
  gate.announce(words('loading'));
  try {
    const url = new URL(link.href), line = link.closest('.translation'), translation = line.parentElement.querySelector(':scope > .text');
    const { page, lang, dir } = await gate.peek(url);
    const original = textAt(page, url.hash.slice(1));
    if (!original || !translation) throw new Error('it is not there');
    if (!link.isConnected) return;
    if (!original.lang) [original.lang, original.dir] = [lang, dir];
    withoutNames(original);
    const box = element('div', { class: 'versions' });
    translation.replaceWith(box);
    box.append(translation, original);
    const group = element('p', { class: 'choices', role: 'group', 'aria-label': words('versions') });
    for (const version of ['translation', 'original', 'both']) {
      const button = element('button', { type: 'button', 'data-version': version }, words(version));
      button.onclick = () => choose(box, translation, original, version);
      group.append(button, ' ');
    }
    box.before(group);
    link.remove();
    choose(box, translation, original, 'both');
    gate.showPictures(original);
    gate.announce('');
    group.lastElementChild.focus();
  } catch {
    if (!link.isConnected) return;
    link.removeAttribute('aria-busy');
    link.removeAttribute('data-original');
    gate.announce(words('noOriginal'));
    link.after(' ', element('span', { class: 'failed' }, words('noOriginal')));
  }
};

const beginVersions = () => {
  // From a folder no other page can be read.
  if (location.protocol === 'file:') return;
  listen(main(), 'click', event => {
    const link = event.target instanceof Element && event.target.closest('a[data-original]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    showOriginal(link);
  });
};
