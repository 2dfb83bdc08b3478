// Pictures: opened when they come near the part of the page that is in view, and forgotten with the page.

const isPicture = type => /^image\/(png|jpeg|gif|webp)$/.test(type);
let addresses = [], pictures = new AbortController(), near;

const forgetPictures = () => {
  pictures.abort();
  if (near) near.disconnect();
  for (const address of addresses) URL.revokeObjectURL(address);
  addresses = [];
};

// In the place of a picture that cannot be shown: what it would show, and why it does not.
const describe = (image, key) => image.replaceWith(element('span', { class: 'left-out' }, image.alt, ' ', element('em', {}, words(key))));

const put = (image, parts, type) => {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  addresses.push(address);
  image.onerror = () => describe(image, 'picture');
  image.src = address;
};

const openPicture = async (image, { signal }) => {
  try {
    const path = pathOfFile(image.dataset.file), file = await openFile(path, signal, () => {});
    if (signal.aborted) return;
    if (!isPicture(file.type)) throw new Fault('fileFailed');
    put(image, file.parts, file.type);
    inspect(path, [['file', file.tag]], found => (image.alt ? image.alt + ': ' : '') + words(stale[found]));
  } catch (fault) {
    if (!signal.aborted) describe(image, named(fault) === 'needsWeb' ? 'needsWeb' : 'picture');
  }
};

// Prints once all of them are there: what is printed has no part that comes near.
const printWhole = async () => {
  await Promise.all(Array.from(doc.querySelectorAll('img[data-file]:not([src])'), image => {
    near.unobserve(image);
    return openPicture(image, pictures).then(() => image.decode()).catch(() => {});
  }));
  print();
};

// Those in a part of the page.
const findPictures = place => {
  for (const image of place.querySelectorAll('img[data-inline]')) {
    const [type, text] = image.dataset.inline.split(' ');
    try {
      if (!isPicture(type)) throw new Fault('fileFailed');
      put(image, [decode64(text)], type);
    } catch { describe(image, 'picture'); }
  }
  for (const image of place.querySelectorAll('img[data-file]')) near.observe(image);
};

const showPictures = () => {
  forgetPictures();
  const turn = pictures = new AbortController();
  near = new IntersectionObserver(found => {
    for (const { target, isIntersecting } of found) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      openPicture(target, turn);
    }
  }, { rootMargin: '600px' });
  findPictures(doc);
};
