const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

function first(list: [RegExp, string][], text: string): string | undefined {
  return list.find(([pattern]) => pattern.test(text))?.[1];
}

/** A few words by which a person knows the browser again, e.g. `Firefox on Linux`. */
export function deviceSummary(userAgent: string | undefined): string {
  const text = userAgent ?? '';
  const browser = first(BROWSERS, text) ?? 'Unknown browser';
  const system = first(SYSTEMS, text);
  return system ? `${browser} on ${system}` : browser;
}

/** The eight groups of an IPv6 address, with `::` written out. */
function groups(address: string): string[] {
  const [head, tail] = address.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill('0'), ...right];
}

/** IPv4 in IPv6 clothes (`::ffff:192.0.2.1`) is IPv4. */
function plain(ip: string): string {
  return ip.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** The part of an address that is shown in lists: /24 of IPv4, /48 of IPv6. */
export function ipPrefix(ip: string): string {
  const address = plain(ip);
  if (!address.includes(':')) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  return `${groups(address).slice(0, 3).join(':')}::/48`;
}

/** Whom attempts are counted for: an IPv4 address, or the /64 network that one IPv6 subscriber has. */
export function throttledSource(ip: string): string {
  const address = plain(ip);
  return address.includes(':') ? `${groups(address).slice(0, 4).join(':')}::/64` : address;
}
