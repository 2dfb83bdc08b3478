// The documents of an index that a query finds, best first.

const rarity = (size, found) => Math.log(1 + (size - found + .5) / (found + .5));

// By document, the most that one of a word's terms gives it; and those that have more than a word that is like it.
const scoresOf = async (index, meaning) => {
  const scores = new Map(), sure = new Set(), lists = await Promise.all(meaning.map(({ term }) => index.numbered('postings', term)));
  lists.forEach(({ docs, impacts }, at) => {
    const weight = meaning[at].factor * rarity(index.table.size, meaning[at].found);
    docs.forEach((doc, place) => {
      if (doc >= index.table.size) throw new Fault('damaged');
      scores.set(doc, Math.max(scores.get(doc) || 0, weight * impacts[place]));
      if (!meaning[at].isLike) sure.add(doc);
    });
  });
  return { scores, sure };
};

const filterOf = (table, wanted) => {
  const { columns, sets } = table, tests = [];
  for (const kind of ['category', 'member']) {
    const place = table[kind].indexOf(wanted[kind]);
    if (wanted[kind]) tests.push(doc => (sets[kind][columns[kind][doc]] || []).includes(place));
  }
  const room = table.room.indexOf(wanted.room) + 1, day = text => Date.parse(text) / 864e5;
  if (wanted.room) tests.push(doc => room > 0 && columns.room[doc] === room);
  if (wanted.kind) tests.push(doc => columns.kind[doc] === +wanted.kind);
  if (wanted.from || wanted.to) tests.push(doc => columns.kind[doc] !== 6);
  if (wanted.from) tests.push(doc => table.dates[doc] >= day(wanted.from));
  if (wanted.to) tests.push(doc => table.dates[doc] <= day(wanted.to));
  return doc => tests.every(test => test(doc));
};

// { hits: [{ index, doc, score }], isWhole: whether they have all the words, terms: what is to be marked, with its weight }
const findIn = async (index, { words, phrases }, wanted) => {
  await index.open();
  const fits = filterOf(index.table, wanted), made = (scores, isWhole, terms) =>
    ({ hits: [...scores].map(([doc, score]) => ({ index, doc, score, terms })), isWhole });
  if (!words.length) {
    const all = Array.from({ length: index.table.size }, (_, doc) => [doc, 0]).filter(([doc]) => fits(doc));
    return made(all, true, new Map());
  }
  const meanings = await Promise.all(words.map(word => meaningOf(index, word)));
  const each = await Promise.all(meanings.map(meaning => scoresOf(index, meaning)));
  const terms = new Map();
  meanings.forEach((meaning, at) => {
    for (const { term, found, factor } of meaning) terms.set(term, { word: at, weight: factor * rarity(index.table.size, found) });
  });
  const some = new Map(), counts = new Map();
  for (const { scores } of each) {
    for (const [doc, score] of scores) {
      if (!fits(doc)) continue;
      some.set(doc, (some.get(doc) || 0) + score);
      counts.set(doc, (counts.get(doc) || 0) + 1);
    }
  }
  let whole = [...some].filter(([doc]) => counts.get(doc) === words.length);
  if (whole.length && phrases.length) {
    const all = new Map(words.map((word, at) => [word, meanings[at]]));
    const tests = await Promise.all(phrases.map(phrase => phraseFilter(index, phrase, all)));
    whole = whole.filter(([doc]) => tests.every(test => test(doc)));
  }
  const isWhole = whole.some(([doc]) => each.every(({ sure }) => sure.has(doc)));
  return made(isWhole ? whole : some, isWhole, terms);
};

// The same, once more where the index has been replaced meanwhile.
const findAnew = async (index, query, wanted) => {
  try {
    return await findIn(index, query, wanted);
  } catch (fault) {
    if (!(fault instanceof Stale)) throw fault;
    index.close();
    return findIn(index, query, wanted).catch(again => { throw again instanceof Stale ? new Fault('damaged') : again; });
  }
};

// In several indexes, the page's first.
const find = async (indexes, query, wanted) => {
  const found = await Promise.all(indexes.map(index => findAnew(index, query, wanted)));
  const isWhole = found.some(one => one.isWhole && one.hits.length);
  const hits = found.filter(one => one.isWhole || !isWhole).flatMap(one => one.hits), day = ({ index, doc }) => index.table.dates[doc];
  const isDated = ({ index, doc }) => index.table.columns.kind[doc] === 6 ? 0 : 1, rank = new Map(indexes.map((index, at) => [index, at]));
  hits.sort((a, b) => b.score - a.score || isDated(b) - isDated(a) || day(b) - day(a) || a.doc - b.doc || rank.get(a.index) - rank.get(b.index));
  return { hits, isWhole: isWhole || !hits.length };
};
