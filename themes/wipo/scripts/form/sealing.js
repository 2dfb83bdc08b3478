// Submissions are sealed to the office, and returned texts opened, as Sources/Access/SUBMISSIONS.md says.

// What was deflated, or nothing where the browser cannot.
const deflate = async bytes => {
  let stream;
  try { stream = new CompressionStream('deflate-raw'); } catch { return; }
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
};
const pack = async bytes => {
  const small = await deflate(bytes), isSmaller = small && small.length < bytes.length, body = isSmaller ? small : bytes;
  const packed = new Uint8Array(padded(5 + body.length));
  packed[0] = isSmaller ? 1 : 0;
  packed.set(u32(body.length), 1);
  packed.set(body, 5);
  return packed;
};

// 'proving' is the key of the proof, where one is made.
const sealPacked = async (text, site, point, proving, pair) => {
  const key = (await sha256(join(info('submissions key', site), point))).subarray(0, 8);
  const sender = await hpkeSender(point, info('submission', site, hex(key)), pair);
  const proof = proving ? await mac(proving, sender.enc, await sha256(text)) : crypto.getRandomValues(new Uint8Array(32));
  const head = join(utf8('ROSSUBMI'), Uint8Array.of(1, 0, 0, 0), unhex(site), key, sender.enc, proof);
  return join(head, await sender.seal(head, text));
};
const sealSubmission = async (files, site, point, proving) => {
  const bundle = writeBundle(files);
  if (bundle.length > mostBundle || files.length > mostFiles) throw new Fault('tooMuch');
  return sealPacked(await pack(join(Uint8Array.of(proving ? 1 : 0), bundle)), site, point, proving);
};

// Whose file it is that begins so, as the key of what to say; nothing where it is a text returned to somebody here.
const refusal = (bytes, site) => {
  const begins = text => same(bytes.subarray(0, 8), utf8(text));
  if (begins('ROSSUBMI')) return 'ownFile';
  if (!begins('ROSRETUR') || bytes.length < 76 || bytes.length > 25165824) return 'noFile';
  if (!same(bytes.subarray(8, 12), [1, 0, 0, 0])) return 'newer';
  if (!same(bytes.subarray(12, 28), unhex(site))) return 'otherForum';
};

// The files of a returned text.
const openReturned = async (bytes, site, secret) => {
  const wrong = refusal(bytes, site);
  if (wrong) throw new Fault(wrong);
  const derived = await hkdf(await hkdfKey(secret), info('returned text'), 44, bytes.slice(28, 60));
  let packed;
  try {
    packed = await decrypt(await aesKey(derived.subarray(0, 32)), derived.subarray(32), bytes.subarray(60), bytes.subarray(0, 60));
  } catch { throw new Fault('notYours'); }
  try {
    return readBundle(await unpack(packed), [textName, answerName]);
  } catch { throw new Fault('noFile'); }
};
