// Bundles: files with their names, as Sources/Access/SUBMISSIONS.md says, section 1.

const bundleStart = utf8('ROSBUNDL'), mostBundle = 24e6, mostFiles = 100;
const textName = 'submission.md', answerName = 'answer.txt';

const u32 = value => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};
const isName = name => {
  const length = utf8(name).length;
  return length > 0 && length <= 200 && !/[\p{Cc}/\\]/u.test(name);
};

const writeBundle = files => join(bundleStart, ...files.flatMap(({ name, bytes }) => {
  const written = utf8(name);
  return [u32(written.length), written, u32(bytes.length), bytes];
}));

// The files of a bundle, the first of which must have these names.
const readBundle = (bytes, names) => {
  const files = [];
  let at = bundleStart.length;
  const take = () => {
    const length = number(bytes, at), start = at + 4;
    at = start + length;
    if (at > bytes.length) throw new Fault('failed');
    return bytes.slice(start, at);
  };
  if (bytes.length > mostBundle || !same(bytes.subarray(0, at), bundleStart)) throw new Fault('failed');
  while (at < bytes.length) files.push({ name: decodeText(take()), bytes: take() });
  const known = new Set(files.map(file => file.name));
  if (files.length > mostFiles || known.size !== files.length || !files.every(file => isName(file.name))) throw new Fault('failed');
  if (names.some((name, index) => !files[index] || files[index].name !== name)) throw new Fault('failed');
  return files;
};
