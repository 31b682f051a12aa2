import { choice, text } from '#core/input.ts';
import { contentLangs } from './content-tables.ts';

/** One language of an item: title and plain paragraphs, an empty line between two. */
export const versionFields = { lang: choice(contentLangs), title: text(200), body: text(20_000) };
