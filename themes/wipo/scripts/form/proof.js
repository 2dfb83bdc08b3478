// The keys that come of the reader's passphrase: from the gate on the unlocked site, else from the passphrase itself, if it is entered. They
// are kept in this page's memory, and nowhere else.

let host, secrets = {};
// The key for a purpose, or nothing.
const derive = async purpose => host ? host.derive(purpose) : secrets[purpose];
const isProving = () => host ? control('proof').checked : !!secrets.proof;

const enterPassphrase = async () => {
  const at = control('passphrase'), plain = normalise(at.value);
  part('proofState').textContent = words('deriving');
  announce(words('deriving'));
  try {
    const salt = unhex(facts.salt), raw = await stretch(plain, { salt, rounds: facts.rounds }), key = await hkdfKey(raw);
    raw.fill(0);
    for (const purpose of ['proof', 'draft', 'return']) secrets[purpose] = await hkdf(key, info(purpose, facts.site), 32);
  } catch {
    throw new Fault('failed');
  } finally {
    part('proofState').textContent = '';
  }
  at.value = '';
  showProof();
};
const forgetPassphrase = () => {
  secrets = {};
  showProof();
};
const showProof = () => {
  const hasIt = !!secrets.proof;
  part('proofSwitch').hidden = !host || !facts.key;
  part('proofEntry').hidden = !!host || !facts.site || hasIt;
  part('proofEntered').hidden = !!host || !hasIt;
};
// The button beside the field: what was entered is used at once, for the drafts and for a returned file that waits.
const usePassphrase = async () => {
  try {
    await enterPassphrase();
    tell('passphrase', '');
    await lockDrafts();
    part('proofEntered').querySelector('button').focus();
    announce(words('passphraseUsed'));
    await openWaiting();
  } catch (fault) {
    tell('passphrase', words(named(fault)));
    announce(words(named(fault)));
    control('passphrase').focus();
  }
};
