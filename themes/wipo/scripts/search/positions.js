// Phrases: words that follow each other.

// Where a term stands in each of its documents.
const positionsOf = async (index, term) => {
  const at = index.where('positions', term), found = new Map();
  if (at < 0) throw new Fault('damaged');
  const bytes = new Bytes((await index.shard('positions', at)).bytes);
  for (let one = index.table.positions[at].first; one <= term; one++) {
    const count = bytes.number(), docs = one === term ? (await index.numbered('postings', term)).docs : undefined;
    if (docs && docs.length !== count) throw new Fault('damaged');
    for (let number = 0; number < count; number++) {
      let place = 0;
      const places = bytes.list(() => place += bytes.number());
      if (docs) found.set(docs[number], new Set(places));
    }
  }
  return found;
};

// Whether a document has the words of a phrase where they follow each other; what each stands for is in 'all'.
const phraseFilter = async (index, phrase, all) => {
  const words = await Promise.all(phrase.map(async word => {
    const terms = all.get(word).filter(one => !one.isLike).slice(0, 6);
    return { at: word.place - phrase[0].place, maps: await Promise.all(terms.map(({ term }) => positionsOf(index, term))) };
  }));
  const [start, ...others] = words;
  return doc => start.maps.some(map => [...map.get(doc) || []].some(place =>
    others.every(({ at, maps }) => maps.some(other => other.has(doc) && other.get(doc).has(place + at)))));
};
