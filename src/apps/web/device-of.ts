const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:A|iOS)?\//, 'edge'], [/OPR\/|Opera/, 'opera'], [/SamsungBrowser/, 'samsung'], [/Firefox\/|FxiOS/, 'firefox'], [/Chrome\/|CriOS|Chromium/, 'chrome'], [/Safari\//, 'safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'android'], [/iPhone|iPad|iPod/, 'ios'], [/Windows/, 'windows'], [/Mac OS X|Macintosh/, 'mac'], [/Linux|X11|CrOS/, 'linux'],
];

const first = (list: readonly (readonly [RegExp, string])[], agent: string): string => list.find(([sign]) => sign.test(agent))?.[1] ?? 'other';

/** Browser and system in two words, from what the browser says of itself: `firefox-android`. Versions and addresses are not kept. */
export const deviceOf = (agent: string | undefined): string => `${first(browsers, agent ?? '')}-${first(systems, agent ?? '')}`;
