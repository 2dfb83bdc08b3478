// The words of a text, as Sources/Search/INDEX.md has them, section 1.

const ideographs = '[\\u3005\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]';
const inRun = '(?=' + ideographs + ')[\\p{L}\\p{N}]', alone = '(?!' + ideographs + ')[\\p{L}\\p{N}]', belonging = '[\\p{M}\\p{Cf}]';
const pieces = new RegExp(inRun + '(?:' + inRun + '|' + belonging + ')*|(?:' + alone + '|' + belonging + ')+', 'gu');
const isRun = new RegExp('^' + inRun, 'u'), signs = new RegExp('[\\p{L}\\p{N}]' + belonging + '*', 'gu');

const replaced = {
  'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'ħ': 'h', 'ł': 'l', 'þ': 'th', 'ı': 'i', 'ς': 'σ', '\u0671': '\u0627',
  '\u0649': '\u064a', '\u06cc': '\u064a', '\u0629': '\u0647', '\u06a9': '\u0643', '\u0640': '',
};
const toReplace = new RegExp('[' + Object.keys(replaced).join('') + ']', 'g');

const formOf = text => {
  const bare = text.toLowerCase().normalize('NFKD').replace(/(\u0438\u0306)|[\p{M}\p{Cf}]+/gu, '$1').toLowerCase();
  return bare.replace(toReplace, sign => replaced[sign])
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => digit.charCodeAt() & 15).normalize('NFC');
};
const signsOf = text => Array.from(text);
const first = (text, count) => signsOf(text).slice(0, count).join('');

// Each with its form, its place among them, where it stands in the text, and whether it is one ideograph or a pair of a run.
const cut = text => {
  const found = [];
  let place = 0;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (!isRun.test(piece)) {
      const form = first(formOf(piece), 64);
      if (form) found.push({ form, place: place++, start: index, end: index + piece.length });
      continue;
    }
    const run = [];
    for (const { 0: sign, index: at } of piece.matchAll(signs)) {
      for (const form of formOf(sign)) run.push({ form, start: index + at, end: index + at + sign.length });
    }
    run.forEach((one, at) => {
      const next = run[at + 1], within = run.length > 1;
      found.push({ ...one, place, single: true, within });
      if (next) found.push({ form: one.form + next.form, place, start: one.start, end: next.end, pair: true });
      place++;
    });
  }
  return found;
};
const hasIdeograph = new RegExp(ideographs, 'u');
const isPlain = form => !/\p{N}/u.test(form) && !hasIdeograph.test(form);
