/** Drawings on a 24 × 24 grid, stroked with the colour of the text. Own drawings, made for Hadina. */
export const iconPaths = {
  home: 'M4 11.5 12 4l8 7.5M6 10v10h12V10M10 20v-6a2 2 0 0 1 4 0v6',
  door: 'M6 21V10a6 6 0 0 1 12 0v11M3 21h18M12 4v17M9.5 13v1M14.5 13v1',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 21 21',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 21a7.5 7.5 0 0 1 15 0',
  people: 'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2.5 20a6.5 6.5 0 0 1 13 0M16 5.5a3.5 3.5 0 0 1 0 6.5M18 14.5a6 6 0 0 1 3.5 5.5',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M8 14h2M14 14h2M8 17h2',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2',
  folder: 'M3 6h6l2 3h10v10H3z',
  message: 'M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5',
  phone: 'M7 3h10v18H7zM11 18h2',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  pin: 'M12 21s-7-6.5-7-11a7 7 0 0 1 14 0c0 4.5-7 11-7 11M12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  chart: 'M4 4v16h16M8 16v-4M12 16V8M16 16v-6',
  settings: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h9M17 17h3M15 15v4',
  book: 'M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2v14',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14v3',
  check: 'M5 12.5 10 18 19.5 7',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17.2v.3',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5.5M12 7.5v.3',
  cross: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  forward: 'M4 12h15M13 6l6 6-6 6',
  back: 'M20 12H5M11 6l-6 6 6 6',
  chevron: 'M9 5l7 7-7 7',
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
  download: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  edit: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  exit: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  speaker: 'M4 9v6h4l5 4V5L8 9zM16.5 9a4.5 4.5 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11',
  ticket: 'M3 7h18v4a1.5 1.5 0 0 0 0 3v3H3v-3a1.5 1.5 0 0 0 0-3zM14 7v10',
  heart: 'M12 20C6 15.5 3.5 12.5 3.5 9A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8.5 2c0 3.5-2.5 6.5-8.5 11',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.5M4.5 12h.5M4.5 18h.5',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 1.5H4zM10 21h4',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9s.5-6 3.5-9',
  eye: 'M2.5 12C5 7.5 8.5 6 12 6s7 1.5 9.5 6c-2.5 4.5-6 6-9.5 6s-7-1.5-9.5-6M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  hand: 'M8 12V6.5a1.5 1.5 0 0 1 3 0V11M11 11V4.5a1.5 1.5 0 0 1 3 0V11M14 11V6.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6c-3 0-4.5-1.5-6-4l-1.5-3a1.5 1.5 0 0 1 2.5-1.5L8 15',
  scales: 'M12 3v17M7 20h10M5 7h14M5 7l-3 7a3 3 0 0 0 6 0zM19 7l-3 7a3 3 0 0 0 6 0z',
  advice: 'M3 5h11v8H8l-3 3v-3H3zM16 9h5v8h-2v3l-3-3h-5v-2',
  training: 'M3 4h18v11H3zM12 15v3M8 21l4-3 4 3M7 11l3-3 2.5 2L17 7',
  network: 'M12 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4M5 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4M19 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4M11 8l-5 7M13 8l5 7M7 17h10',
  stall: 'M4 10v10h16V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0M10 20v-5h4v5',
  coins: 'M9 4c3.5 0 6 1 6 2.5S12.5 9 9 9 3 8 3 6.5 5.5 4 9 4M3 6.5v9C3 17 5.5 18 9 18M15 6.5V10M3 11c0 1.5 2.5 2.5 6 2.5M16 11c3 0 5 1 5 2.2s-2 2.3-5 2.3-5-1-5-2.3S13 11 16 11M11 13.2v4.6C11 19 13 20 16 20s5-1 5-2.2v-4.6',
  seedling: 'M12 21v-9M12 14c0-4-2.5-6.5-8-6.5 0 4.5 2.5 6.5 8 6.5M12 12c0-4 2.5-7 8-7 0 5-2.5 7-8 7M7 21h10',
  desk: 'M3 12h18M5 12v8M19 12v8M8 5h8v7M8 5v7M12 12v3h5',
  together: 'M8 4a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M17 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4M5 20v-5l1-4h4l2 3 3-1.5M8 15v5M15 20v-4l1-3h3l1 7',
  signpost: 'M12 3v18M12 5h7l2 2.5-2 2.5h-7M12 11H5l-2 2.5L5 16h7M9 21h6',
  cycle: 'M19 8a8 8 0 0 0-14.5 1.5M4 4v6h6M5 16a8 8 0 0 0 14.5-1.5M20 20v-6h-6',
  tools: 'M14 7a4 4 0 0 1 5-4l-2 3 1 2 3-1a4 4 0 0 1-5.5 4.5L8 19a2 2 0 0 1-3-3l7.5-6.5M4 4l5 5',
  camera: 'M3 8h4l2-3h6l2 3h4v11H3zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  screen: 'M3 5h18v11H3zM9 20h6M12 16v4M7 12l3-3 2 2 4-3',
  referral: 'M4 6a2 2 0 1 0 4 0 2 2 0 0 0-4 0M6 8v4a3 3 0 0 0 3 3h10M15 11l4 4-4 4',
} as const;

export type IconName = keyof typeof iconPaths;

/** Drawings that show a direction of reading, turned round in right-to-left pages. The others never are. */
export const directional: ReadonlySet<IconName> = new Set<IconName>(['forward', 'back', 'chevron', 'exit', 'referral', 'message', 'speaker', 'list']);

/** The picture of each service type (domain.md 3.13), for those who would rather look than read. */
export const servicePictures = {
  LEG: 'scales', ADV: 'advice', CAP: 'training', NET: 'network', MKT: 'stall', INF: 'book', FIN: 'coins', INC: 'seedling',
  COW: 'desk', ACC: 'together', ORI: 'signpost', FUP: 'cycle', PRO: 'tools', PHO: 'camera', DIG: 'screen', REF: 'referral',
} as const satisfies Record<string, IconName>;

export type ServiceTypeCode = keyof typeof servicePictures;
