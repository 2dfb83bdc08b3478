// Pictures as a sealed page names them, which on the machine that previews it are not sealed.

const showPictures = place => {
  for (const image of place.querySelectorAll('img[data-file]')) image.src = image.dataset.file;
  for (const image of place.querySelectorAll('img[data-inline]')) {
    const [type, text] = image.dataset.inline.split(' ');
    image.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(text), sign => sign.charCodeAt(0))], { type }));
  }
};
