// Keys: which of them the reader holds.

const isDiscussion = name => /^\d{4}-\d{3,26}$/.test(name);
// The discussion in whose folder a path lies.
const discussionOf = path => path.split('/').find(isDiscussion);

const objectKeys = async (key, fields) => {
  const code = await hkdf(key, info('authenticate objects', ...fields), 32);
  return {
    fields,
    code: await subtle.importKey('raw', code, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
    cipher: await hkdfKey(await hkdf(key, info('encrypt objects', ...fields), 32)),
  };
};

// The keys in hand for what was sealed for members, or for a path's guests; nothing where there are none.
const heldKeys = async ({ guests, epoch, generation }, path) => {
  const { number, keys, made } = held, discussion = guests ? discussionOf(path) : '';
  if (discussion === undefined) throw new Fault('failed');
  if (number && number !== discussion) return;
  const audience = guests ? 'guests/' + discussion : 'members', name = [audience, epoch, generation].join();
  if (!made.has(name)) {
    const own = keys.find(key => key.epoch === epoch && (!number || key.generation === generation));
    if (!own) return;
    let { key } = own;
    if (guests && !number) key = await hkdfKey(await hkdf(key, info('discussion', head.site, discussion, generation), 32));
    made.set(name, await objectKeys(key, [head.site, audience, epoch, generation]));
  }
  return made.get(name);
};

// The same, with the keyring asked for again where an object was sealed with newer keys.
const keysFor = async (audience, path) => {
  let found = await heldKeys(audience, path);
  if (found) return found;
  if (held.number && !(audience.guests && held.number === discussionOf(path))) throw new Fault('guest');
  if (!local && await renew()) found = await heldKeys(audience, path);
  if (!found) throw new Fault('foreign');
  return found;
};
