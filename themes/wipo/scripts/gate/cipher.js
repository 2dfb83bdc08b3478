// Ciphers: how keys are derived, and what they open.

const hkdf = async (key, purpose, length, salt = new Uint8Array()) =>
  new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: purpose }, key, length * 8));
const hkdfKey = raw => subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits']);
const aesKey = raw => subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
const decrypt = async (key, iv, data, additionalData) =>
  new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data));

// S of a passphrase, by a site's salt and rounds.
const stretch = async (passphrase, { salt, rounds }) => {
  const key = await subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return new Uint8Array(await subtle.deriveBits(parameters, key, 256));
};
