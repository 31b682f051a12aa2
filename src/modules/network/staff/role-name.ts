import type { RoleCode } from '#core/actor.ts';
import type { Reader } from '#core/words/words.ts';
import { networkWords } from '../words.ts';

/** What a role is called in the reader's words. */
export const roleName = (reader: Reader, role: RoleCode): string => networkWords(reader)(`role.${role}`);
