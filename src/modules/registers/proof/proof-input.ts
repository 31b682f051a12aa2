import { z } from 'zod';
import { checkFile, mostFileBytes, mostPictureBytes } from '#core/files/check-file.ts';
import type { Verdict } from '#core/files/media-type.ts';
import { maybe, text } from '#core/input.ts';

/** A paper as base64 (the web form turns its file into that), and what it is called. */
export const proofInput = {
  file: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.string().max(Math.ceil(mostPictureBytes / 3) * 4 + 1_024).refine((value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value), { message: 'not-understood' }).optional(),
  ),
  file_name: maybe(z.string().max(300)),
  title: maybe(text(200)),
};

/** What of an input carries a paper. */
export interface ProofTyped { readonly file?: string | undefined; readonly file_name?: string | undefined; readonly title?: string | undefined }

/** Looks into the paper before the transaction opens; nothing when none was brought. */
export const lookInto = async ({ file }: ProofTyped): Promise<Verdict | undefined> => (file === undefined ? undefined : checkFile(Buffer.from(file, 'base64'), mostFileBytes));
