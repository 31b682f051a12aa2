import { z } from 'zod';
import { id } from '#core/input.ts';
import { formVersion } from '#modules/desk/public.ts';
import { readableDocuments } from '#modules/documents/public.ts';
import { ownApplication } from '../application/own-application.ts';
import { partsOf } from '../application/form-parts.ts';
import { standingAt } from '../call/call-window.ts';
import { query } from '../incubation.ts';
import { papersHandedIn } from './papers-of.ts';

/** The papers of an application: what the call asks for, what was handed in, and which files the reader may open. */
export const applicationPapers = query({
  name: 'application-papers',
  says: 'Shows the papers of an application: asked for and handed in.',
  purpose: 'request',
  input: z.strictObject({ application: id() }),
  run: async (asking, { application: wanted }) => {
    const { call, ...application } = await ownApplication(asking, wanted);
    const handed = await papersHandedIn(asking, application.id);
    const readable = await readableDocuments(asking.tx, handed.flatMap(({ document }) => document ?? []));
    const form = await formVersion(asking, call.form_id);
    return {
      application: { id: application.id, receipt: application.receipt, state: application.state, applicant: application.applicant }, person: application.person_id,
      call: { id: call.id, names: call.names, papers: call.papers, closesAt: call.closes_at }, parts: partsOf(form?.questions ?? []).length,
      writes: application.state === 'draft' && standingAt(call, asking.now) === 'open',
      papers: handed.map((paper) => ({ ...paper, opens: paper.document !== null && readable.has(paper.document) })),
    };
  },
});
