// Where a link's address leads, decided as the site does it when it is built (Sources/Markdown/Address.swift): what a careless reader could
// take for another scheme leads nowhere.

const hidesColon = text => /^(?:(?!:|&(?:#|colon;)|%(?:25)*3a)[^/?#!$'()*,=@_~])*(?::|&(?:#|colon;)|%(?:25)*3a)/i.test(text);
const namesHost = rest => {
  const [, host] = /^\/\/([^/?#]*)/.exec(rest) || [];
  const bare = (host || '').replace(/:\d*$/, '');
  return bare.startsWith('[') ? /^\[[\da-f:.]+\]$/i.test(bare) : /^[^\x00-\x20\x7f%:<>@[\\\]^|]+$/.test(bare);
};
// 'relative', 'outside', 'direct' or 'unsafe'.
const leads = address => {
  const [, scheme, rest] = /^([a-z][a-z\d+.-]*):(.*)$/is.exec(address) || [];
  if (scheme) {
    if (/^https?$/i.test(scheme)) return namesHost(rest) ? 'outside' : 'unsafe';
    return /^(mailto|tel)$/i.test(scheme) ? 'direct' : 'unsafe';
  }
  if (/^[\x00-\x20\x7f]*[/\\]{2}/.test(address)) return 'outside';
  return hidesColon(address) ? 'unsafe' : 'relative';
};
// The name of the file that a relative address means, as the office understands it: by itself or below files/.
const fileNamed = address => {
  let path = address.replace(/[?#].*$/s, '');
  try { path = decodeURIComponent(path); } catch { /* as it is written */ }
  path = path.replace(/^\.\//, '').replace(/^files\//, '');
  return path.includes('/') ? undefined : path;
};
