// Passphrases as they are typed.

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
// The twenty symbols of what was typed; throws the fault when they cannot be right.
const normalise = typed => {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, digit => digit.charCodeAt(0) & 15).replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!plain) throw new Fault('empty');
  const values = Array.from(plain, symbol => alphabet.indexOf(symbol));
  if (values.includes(-1)) throw new Fault('typo');
  if (values.length !== 20) throw new Fault('length');
  let sum = 0, weighed = 0;
  for (const value of values) {
    sum ^= value;
    weighed = (weighed << 1 ^ (weighed & 16 ? 37 : 0)) ^ value;
  }
  if (sum || weighed) throw new Fault('typo');
  return plain;
};
