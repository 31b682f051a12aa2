import type { ReactNode } from 'react';

/**
 * Facts of the page for programs that read it (schema.org and the like). A data block: browsers never run it, and nothing in it
 * can end it, since every `<` is written as an escape.
 */
export const JsonLd = ({ facts }: { facts: Readonly<Record<string, unknown>> }): ReactNode => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: markup escapes would spoil JSON; the text holds no `<`.
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(facts).replace(/</g, '\\u003c').replace(/[\u2028\u2029]/g, '') }} />
);
