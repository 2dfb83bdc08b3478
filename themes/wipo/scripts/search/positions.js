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
      const places = bytes.ascending();
      if (docs) found.set(docs[number], places);
    }
  }
  return found;
};

// Where a term stands with another so far behind it, by document. 'positions' gives where a term stands, 'isPaired' tells that neither is a single
// ideograph: these are in no pair.
const followed = async (index, positions, one, other, gap, isPaired) => {
  if (gap === 1 && isPaired && Math.max(one.found, other.found) >= index.table.common) {
    const pair = [one.term, other.term], at = index.where('pairs', pair);
    const entry = at < 0 ? undefined : (await index.shard('pairs', at)).find(each => !comparePairs(each.pair, pair));
    return entry ? entry.found : new Map();
  }
  const [places, others] = await Promise.all([one, other].map(({ term }) => positions(term)));
  return new Map([...places].filter(([doc]) => others.has(doc)).map(([doc, list]) => {
    const there = new Set(others.get(doc));
    return [doc, list.filter(place => there.has(place + gap))];
  }));
};

// The fewest steps from one word of a phrase to the next that touch every word.
const stepsOf = phrase => {
  const steps = [];
  for (let at = 0; at < phrase.length; at += 2) steps.push(Math.min(at, phrase.length - 2));
  return steps;
};

// Also of a sign that only becomes one as it is folded.
const isOneIdeograph = ({ form }) => hasIdeograph.test(form) && signsOf(form).length === 1;

// Whether a document has the words of a phrase where they follow each other; what each stands for is in 'all'.
const phraseFilter = async (index, phrase, all) => {
  const terms = phrase.map(word => all.get(word).filter(one => !one.isLike).slice(0, 6)), placeOf = at => phrase[at].place - phrase[0].place;
  const known = new Map(), positions = term => {
    if (!known.has(term)) known.set(term, positionsOf(index, term));
    return known.get(term);
  };
  const steps = await Promise.all(stepsOf(phrase).map(async at => {
    const gap = placeOf(at + 1) - placeOf(at), isPaired = !isOneIdeograph(phrase[at]) && !isOneIdeograph(phrase[at + 1]);
    const ways = terms[at].flatMap(one => terms[at + 1].map(other => followed(index, positions, one, other, gap, isPaired)));
    return { place: placeOf(at), found: await Promise.all(ways) };
  }));
  // Where the phrase may begin by what all steps up to here say.
  return doc => steps.reduce((starts, { place, found }) => {
    const here = found.flatMap(places => places.get(doc) || []).map(one => one - place);
    return new Set(starts ? here.filter(start => starts.has(start)) : here);
  }, undefined).size > 0;
};
