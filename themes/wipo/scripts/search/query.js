// What is asked for: words, and phrases in quotation marks.

const quotes = /["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]/, mostWords = 16;

// Of a run of ideographs its pairs, or the single one.
const wordsOf = text => cut(text).filter(word => !(word.single && word.within));

// Words with what they are compared by; 'phrases' has lists of them, each with its place within the phrase. A word that may go on is 'open'.
const parse = text => {
  const words = [], phrases = [];
  text.split(quotes).forEach((part, at) => {
    const found = wordsOf(part).slice(0, mostWords - words.length);
    if (at % 2 && found.length > 1) phrases.push(found);
    words.push(...found);
  });
  const last = words[words.length - 1];
  if (last && /[\p{L}\p{N}\p{M}\p{Cf}]$/u.test(text)) last.open = true;
  return { words, phrases };
};
