const names: Readonly<Record<string, string>> = {
  firefox: 'Firefox', chrome: 'Chrome', safari: 'Safari', edge: 'Edge', opera: 'Opera', samsung: 'Samsung Internet',
  android: 'Android', ios: 'iPhone, iPad', windows: 'Windows', mac: 'macOS', linux: 'Linux',
};

/** A device as people call it: `Firefox · Android`; null when neither its browser nor its system is known. */
export function deviceName(device: string | null): string | null {
  const known = (device ?? '').split('-').flatMap((part) => names[part] ?? []);
  return known.length ? known.join(' · ') : null;
}
