// Shards: fetched when they are asked for, checked against the table, and kept for a while.

// A shard of another build than the table.
class Stale extends Error {}
const kept = new Map(), mostKept = 160;

const readers = {
  words(bytes) {
    const forms = [], terms = [];
    let before = '', term = 0;
    while (!bytes.isDone) {
      before = first(before, bytes.number()) + bytes.text();
      forms.push(before);
      terms.push(bytes.list(() => ({ term: term += bytes.signed(), found: bytes.number() }), 2));
    }
    return { forms, terms };
  },
  endings(bytes) {
    const forms = [];
    let before = '';
    while (!bytes.isDone) forms.push(before = first(before, bytes.number()) + bytes.text());
    return { forms };
  },
  postings(bytes) {
    const lists = [];
    while (!bytes.isDone) {
      let doc = 0;
      const docs = Uint32Array.from(bytes.list(() => doc += bytes.number(), 2));
      lists.push({ docs, impacts: bytes.take(docs.length) });
    }
    return lists;
  },
  positions: bytes => bytes,
  pairs(bytes) {
    const pairs = [];
    let pair = [0, 0];
    while (!bytes.isDone) {
      const step = bytes.number(), other = bytes.number();
      pair = [pair[0] + step, step ? other : pair[1] + other];
      let doc = 0;
      pairs.push({ pair, found: new Map(bytes.list(() => [doc += bytes.number(), bytes.ascending()], 3)) });
    }
    return pairs;
  },
  texts(bytes) {
    const docs = [];
    while (!bytes.isDone) {
      const [path, id, title, titleLanguage, byline, date, text] = Array.from({ length: 7 }, () => bytes.text());
      docs.push({ path, id, title, titleLanguage, byline, date, text });
    }
    return docs;
  },
};

class Index {
  constructor({ code, dir, table, name }, load) {
    Object.assign(this, { language: code, dir, path: table, folder: table.replace(/[^/]*$/, ''), name, load });
  }
  // The table, which one request serves until it fails or is out of date.
  open() {
    return this.opening = this.opening || this.load(this.path, 'no-cache').then(bytes => {
      this.table = readTable(bytes);
      return this;
    }).catch(fault => {
      this.close();
      throw fault;
    });
  }
  close() {
    this.opening = undefined;
  }
  async fetchShard({ name, sum }) {
    // The browser may have an older one.
    const load = cache => this.load(this.folder + name + '.bin', cache), fits = bytes => bytes && sumOf(bytes) === sum;
    const before = await load('default').catch(() => {});
    if (fits(before)) return before;
    const fresh = await load('reload');
    if (fits(fresh)) return fresh;
    throw new Stale();
  }
  // What one is kept by: not one of another build.
  named({ name, sum }) { return this.folder + name + ' ' + sum; }
  // What has come of one: { whole } is a promise, { value } there once it is.
  ask(kind, at) {
    const entry = this.table[kind][at], name = this.named(entry);
    let made = kept.get(name);
    if (made) kept.delete(name);
    else {
      made = { first: entry.first };
      made.whole = this.fetchShard(entry).then(bytes => made.value = readers[kind](new Bytes(bytes)));
      made.whole.catch(() => { if (kept.get(name) === made) kept.delete(name); });
    }
    kept.set(name, made);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value);
    return made;
  }
  shard(kind, at) { return this.ask(kind, at).whole; }
  // Which shard has what is named, or -1.
  where(kind, name) {
    return lastUpTo(this.table[kind], typeof name === 'string' ? entry => compare(entry.first, name)
      : kind === 'pairs' ? entry => comparePairs(entry.first, name) : entry => entry.first - name);
  }
  // What a shard of numbered things has for one of them.
  async numbered(kind, number) {
    const at = this.where(kind, number);
    const found = at < 0 ? undefined : (await this.shard(kind, at))[number - this.table[kind][at].first];
    if (!found) throw new Fault('damaged');
    return found;
  }
}
