// Forms that occur in the texts of an index, and their terms.

const among = (forms, form) => {
  const at = lastUpTo(forms, one => compare(one, form));
  return forms[at] === form ? at : -1;
};
const lookUp = async (index, form) => {
  const at = index.where('words', form);
  if (at < 0) return [];
  const { forms, terms } = await index.shard('words', at), found = among(forms, form);
  return found < 0 ? [] : terms[found];
};
// The same of what is in hand: nothing where its shard is not.
const inHand = (index, form) => {
  const at = index.where('words', form), made = at < 0 ? undefined : kept.get(index.named(index.table.words[at]));
  if (!made || !made.value) return;
  const { forms, terms } = made.value, found = among(forms, form);
  return found < 0 ? [] : terms[found];
};

// Those that begin with something, from so many shards at most: form and, of words, terms.
const beginning = async (index, kind, head, most = 4) => {
  const directory = index.table[kind], start = Math.max(0, index.where(kind, head)), asked = [];
  for (let at = start; at < directory.length && asked.length < most; at++) {
    if (at > start && !directory[at].first.startsWith(head)) break;
    asked.push(index.shard(kind, at));
  }
  const found = [];
  for (const { forms, terms } of await Promise.all(asked)) {
    const past = lastUpTo(forms, form => compare(form, head)), from = forms[past] === head ? past : past + 1;
    for (let at = from; at < forms.length && forms[at].startsWith(head); at++) found.push({ form: forms[at], terms: terms && terms[at] });
  }
  return found;
};

const reversed = form => signsOf(form).reverse().join('');
// Whether one letter too many, missing or another, or two neighbours swapped, make one of the other.
const areNear = (one, other) => {
  const [a, b] = [signsOf(one), signsOf(other)], span = Math.min(a.length, b.length);
  let from = 0, back = 0;
  while (from < span && a[from] === b[from]) from++;
  while (back < span - from && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  const [x, y] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  return x.length < 2 && y.length < 2 || x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
};

const nearTo = async (index, word) => {
  const letters = signsOf(word), half = letters.length >> 1, head = letters.slice(0, half).join('');
  // Neighbours that are swapped where the halves meet leave neither of them.
  const swapped = [...letters.slice(0, half - 1), letters[half], letters[half - 1], ...letters.slice(half + 1)].join('');
  const [heads, tails, across] = await Promise.all([
    beginning(index, 'words', head), beginning(index, 'endings', reversed(letters.slice(half).join(''))), lookUp(index, swapped),
  ]);
  const near = heads.filter(({ form }) => areNear(form, word)), known = new Set(near.map(one => one.form));
  const others = tails.map(({ form }) => reversed(form)).filter(form => !known.has(form) && areNear(form, word)).slice(0, 16);
  const terms = await Promise.all(others.map(form => lookUp(index, form)));
  return [...near.map(one => one.terms), ...terms, across];
};

const withOtherEnding = async (index, word) => {
  const letters = signsOf(word), found = await beginning(index, 'words', letters.slice(0, -3).join(''));
  return found.filter(({ form }) => {
    const others = signsOf(form);
    let shared = 0;
    while (shared < letters.length && letters[shared] === others[shared]) shared++;
    return others.length <= shared + 3;
  }).map(one => one.terms);
};

const article = /^\u0627\u0644/, withArticle = form => '\u0627\u0644' + form;
// Without what Arabic writes before a word as part of it, or with its article.
const bare = word => {
  const without = pattern => signsOf(word.replace(pattern, '')).length >= 3 ? word.replace(pattern, '') : word;
  const stripped = [word, without(/^[\u0648\u0641\u0628\u0643\u0644]/)];
  for (const form of [...stripped]) {
    const rest = form.replace(/^(\u0627\u0644|\u0644\u0644)/, '');
    if (rest.length >= 3) stripped.push(rest);
  }
  return [...new Set([...stripped, ...stripped.map(withArticle)])].filter(form => form !== word);
};
const isArabic = word => /^\p{Script=Arabic}+$/u.test(word);
