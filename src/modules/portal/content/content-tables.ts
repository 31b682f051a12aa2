import type { Multilingual } from '#core/input.ts';

/** What an item is: something to read, help on how things work, or news. */
export const contentKinds = ['article', 'help', 'news'] as const;
export type ContentKind = (typeof contentKinds)[number];

/** The languages content may be written in. */
export const contentLangs = ['ar', 'fr', 'en', 'es', 'pt', 'it', 'el'] as const;
export type ContentLang = (typeof contentLangs)[number];

/** Where a version comes from: written first, translated by a person, or by a machine and read over by nobody. */
export const versionStatuses = ['original', 'human', 'machine'] as const;
export type VersionStatus = (typeof versionStatuses)[number];

/** Items, their versions and what stands beside them; the migration's comments say what each column means. */
export interface ContentTables {
  'portal.content': {
    network_id: string;
    id: string;
    hub_id: string;
    kind: ContentKind;
    state: 'draft' | 'published' | 'withdrawn';
    published_at: Date | null;
    written_by: string | null;
    written_at: Date;
    changed_at: Date;
  };
  'portal.content_version': {
    network_id: string;
    content_id: string;
    lang: ContentLang;
    hub_id: string;
    title: string;
    body: string;
    status: VersionStatus;
    changed_by: string | null;
    changed_at: Date;
  };
  'portal.medium': {
    network_id: string;
    id: string;
    content_id: string;
    hub_id: string;
    kind: 'image' | 'audio' | 'video';
    lang: ContentLang | null;
    words: Multilingual;
    media_type: string | null;
    content: Buffer | null;
    url: string | null;
    added_by: string | null;
    added_at: Date;
  };
}
