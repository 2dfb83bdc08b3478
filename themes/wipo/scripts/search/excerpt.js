// The piece of a text in which most of what was looked for stands, with that marked.

const excerptLength = 240;

// The word of the query that a form belongs to, with its weight; nothing where it belongs to none. Forms of which the index in hand says
// nothing are compared without what Arabic writes before them.
const heardIn = (index, terms) => {
  const known = new Map();
  const look = form => (inHand(index, form) || []).map(({ term }) => terms.get(term)).find(Boolean);
  return form => {
    if (!known.has(form)) known.set(form, look(form) || (isArabic(form) ? bare(form).map(look).find(Boolean) : undefined));
    return known.get(form);
  };
};

// Where marks stand in a text: in order, and none within another.
const marksIn = (text, hears) => {
  const marks = [];
  for (const { form, start, end } of cut(text)) {
    const heard = hears(form), last = marks[marks.length - 1];
    if (!heard) continue;
    if (last && start < last.end) last.end = Math.max(last.end, end);  // pairs of one run
    else marks.push({ start, end, ...heard });
  }
  return marks;
};

const marked = (text, marks, from = 0, to = text.length) => {
  const parts = [];
  let at = from;
  for (const { start, end } of marks) {
    if (start < at || end > to) continue;
    parts.push(text.slice(at, start), element('mark', {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at, to)];
};

// Blocks behind each other, with a mark between them where nothing ends the first: cells of tables, headings, items.
const inOneLine = text => text.trimEnd().replace(/(\p{Po}?)\n/gu, (_, end) => end ? end + ' ' : ' \u00b7 ');

const excerpt = (text, hears) => {
  const flat = inOneLine(text), marks = marksIn(flat, hears);
  let best = 0, most = 0;
  for (const [at, { start }] of marks.entries()) {
    const seen = new Set();
    let weight = 0;
    for (let next = at; next < marks.length && marks[next].end <= start + excerptLength - 60; next++) {
      const { word, weight: own } = marks[next];
      weight += seen.has(word) ? own / 10 : own;
      seen.add(word);
    }
    if (weight > most + 1e-9) [best, most] = [start, weight];
  }
  // From the beginning of a word; where words have no spaces between them, from a whole character.
  let from = best > 60 ? best - 50 : 0;
  const space = flat.slice(from, best).search(/\s\S/);
  if (from) from = space >= 0 ? from + space + 1 : from + (flat.codePointAt(from - 1) > 0xffff ? 1 : 0);
  let to = Math.min(flat.length, from + excerptLength);
  if (to < flat.length) {
    const end = flat.slice(from, to).search(/\s\S*$/);
    if (end > excerptLength - 40) to = from + end;
    else if (flat.codePointAt(to - 1) > 0xffff) to--;
  }
  return [from ? '\u2026' : '', ...marked(flat, marks, from, to), to < flat.length ? '\u2026' : ''];
};
