// What a word stands for: terms, each with its factor and in how many documents it occurs.

const commonest = (lists, most) => {
  const found = new Map();
  for (const one of lists.flat()) found.set(one.term, one);
  return [...found.values()].sort((a, b) => b.found - a.found || a.term - b.term).slice(0, most);
};
// Forms that begin with it, in Arabic with its article too; of one that is short there are too many.
const goingOn = async (index, { form, single }) => {
  if (!single && signsOf(form.replace(article, '')).length < 2) return [];
  const found = await Promise.all([form, ...isArabic(form) && !article.test(form) ? [withArticle(form)] : []].map(head => beginning(index, 'words', head)));
  return found.flat().map(one => one.terms);
};

const otherEndings = (index, { form }) => isPlain(form) && signsOf(form).length > 5 ? withOtherEnding(index, form) : [];

const ways = [
  [1, async (index, { form }) => [await lookUp(index, form)]],
  [.9, (index, { form }) => isArabic(form) ? Promise.all(bare(form).map(one => lookUp(index, one))) : []],
  [.7, goingOn],
  [.5, (index, { form }) => isPlain(form) && signsOf(form).length > 3 ? nearTo(index, form) : []],
  [.4, otherEndings],
];

const meaningOf = async (index, word) => {
  const meaning = new Map();
  const add = (lists, factor, most, isLike) => {
    for (const { term, found } of commonest(lists, most)) if (!meaning.has(term)) meaning.set(term, { term, found, factor, isLike });
  };
  for (const [factor, find] of ways) {
    add(await find(index, word), factor, 24);
    if (meaning.size) break;
  }
  if (word.open) add(await goingOn(index, word), .3, 24);
  add(await otherEndings(index, word), .4, 6, true);
  return [...meaning.values()];
};
