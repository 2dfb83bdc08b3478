// Keys. A letter by itself does something only where the search has the focus, and no field of it.

// Down and up go through the results, from the field and back to it; a slash goes to the field from anywhere in the search.
const onKey = event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const at = doc.activeElement, isText = at.matches('input, select, textarea');
  if (event.key === '/' && !isText) {
    event.preventDefault();
    return control('q').select();
  }
  const links = [...part('results').querySelectorAll('h3 a')], place = links.indexOf(at), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.shiftKey || place < 0 && (at !== control('q') || step < 0)) return;
  const next = place + step < 0 ? control('q') : links[place + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};
