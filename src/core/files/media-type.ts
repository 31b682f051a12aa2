/** The kinds of file that are kept, by what their content was found to be: the ending they are sent with, and how they may be shown. */
export const mediaTypes = {
  'image/jpeg': { ending: 'jpg', shown: 'picture' },
  'image/png': { ending: 'png', shown: 'picture' },
  'application/pdf': { ending: 'pdf', shown: 'file' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { ending: 'docx', shown: 'file' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', shown: 'file' },
  'audio/mpeg': { ending: 'mp3', shown: 'sound' },
  'audio/ogg': { ending: 'ogg', shown: 'sound' },
  'audio/mp4': { ending: 'm4a', shown: 'sound' },
  'audio/wav': { ending: 'wav', shown: 'sound' },
  'audio/aac': { ending: 'aac', shown: 'sound' },
  'audio/flac': { ending: 'flac', shown: 'sound' },
  'audio/webm': { ending: 'weba', shown: 'sound' },
} as const satisfies Readonly<Record<string, { ending: string; shown: 'picture' | 'sound' | 'file' }>>;

export type MediaType = keyof typeof mediaTypes;

/** Why a file is not kept. */
export type FileFault =
  | 'file-empty' | 'file-too-big' | 'file-kind' | 'file-heic' | 'file-damaged' | 'file-too-many-points'
  | 'file-active' | 'file-locked' | 'file-mixed' | 'file-swollen' | 'file-busy';

/** Every reason, for the actions that refuse with them. */
export const fileFaults = [
  'file-empty', 'file-too-big', 'file-kind', 'file-heic', 'file-damaged', 'file-too-many-points',
  'file-active', 'file-locked', 'file-mixed', 'file-swollen', 'file-busy',
] as const satisfies readonly FileFault[];

/** A file that may be kept, or why not. `content` is what is kept: a picture is another file than the one that came. */
export type Verdict =
  | { readonly ok: true; readonly mediaType: MediaType; readonly content: Buffer }
  | { readonly ok: false; readonly fault: FileFault };

/** A file turned away for this reason. */
export const turnedAway = (fault: FileFault): Verdict => ({ ok: false, fault });
