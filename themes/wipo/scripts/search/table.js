// The table of an index: where its shards begin, and what can be filtered by.

const sections = ['words', 'endings', 'postings', 'positions', 'pairs', 'texts'];

const firstOf = (bytes, kind) => kind === 'words' || kind === 'endings' ? bytes.text() : kind === 'pairs' ? [bytes.number(), bytes.number()] : bytes.number();
const readDirectory = (bytes, kind) => bytes.list(() => {
  const first = firstOf(bytes, kind), sum = bytes.take(4), name = bytes.text();
  if (!/^[a-z0-9-]+$/.test(name)) throw new Fault('damaged');
  return { first, sum: (sum[0] << 24 | sum[1] << 16 | sum[2] << 8 | sum[3]) >>> 0, name };
}, 6);

const readTable = raw => {
  const bytes = new Bytes(raw);
  if (bytes.number() !== 2) throw new Fault('damaged');
  const size = bytes.number(), table = { size, common: bytes.number() };
  for (const kind of sections) table[kind] = readDirectory(bytes, kind);
  for (const kind of ['room', 'category', 'member']) table[kind] = bytes.list(() => bytes.text());
  const sets = () => bytes.list(() => bytes.list(() => bytes.number()));
  table.sets = { category: sets(), member: sets() };
  // Five columns: none has more numbers than there are bytes left.
  if (size * 5 > raw.length - bytes.at) throw new Fault('damaged');
  const column = () => Uint32Array.from({ length: size }, () => bytes.number());
  table.columns = { kind: column(), room: column(), category: column(), member: column() };
  let day = 0;
  table.dates = Int32Array.from({ length: size }, () => day += bytes.signed());
  return table;
};
