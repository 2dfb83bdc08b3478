// HPKE (RFC 9180) in base mode to a public key: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. One text is sealed, once.

const curve = { name: 'ECDH', namedCurve: 'P-256' };
const nothing = new Uint8Array(), labelled = utf8('HPKE-v1');
const two = value => Uint8Array.of(value >> 8, value & 255);
const kem = join(utf8('KEM'), two(16)), suite = join(utf8('HPKE'), two(16), two(1), two(2));

const sha256 = async bytes => new Uint8Array(await subtle.digest('SHA-256', bytes));
const mac = async (key, ...parts) => {
  const code = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', code, join(...parts)));
};
// WebCrypto takes no empty key; to HMAC one of zeros is the same.
const extract = (suite, salt, label, secret) => mac(salt.length ? salt : new Uint8Array(32), labelled, suite, utf8(label), secret);
// Of 32 bytes at most: one block.
const expand = async (suite, key, label, context, length) =>
  (await mac(key, two(length), labelled, suite, utf8(label), context, Uint8Array.of(1))).slice(0, length);

// 'pair' is a new one, except where a vector is tried.
const hpkeSender = async (point, purpose, pair) => {
  const recipient = await subtle.importKey('raw', point, curve, false, []);
  const own = pair || await subtle.generateKey(curve, false, ['deriveBits']);
  const enc = new Uint8Array(await subtle.exportKey('raw', own.publicKey));
  const common = new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: recipient }, own.privateKey, 256));
  const shared = await expand(kem, await extract(kem, nothing, 'eae_prk', common), 'shared_secret', join(enc, point), 32);
  const context = join(
    Uint8Array.of(0), await extract(suite, nothing, 'psk_id_hash', nothing), await extract(suite, nothing, 'info_hash', purpose));
  const secret = await extract(suite, shared, 'secret', nothing);
  const iv = await expand(suite, secret, 'base_nonce', context, 12);
  const key = await subtle.importKey('raw', await expand(suite, secret, 'key', context, 32), 'AES-GCM', false, ['encrypt']);
  return {
    enc,
    seal: async (additionalData, text) => new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, text)),
  };
};
