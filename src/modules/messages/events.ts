import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { textChannels } from './messages.ts';
import { templateNames } from './template/templates.ts';

const template = z.enum(templateNames);
const channel = z.enum(textChannels);
const reason = z.string().regex(/^[a-z-]{1,40}$/);

/** What happens to messages: which text by which way, and why not. Never an address. */
export const messagesEvents = defineEvents('messages', {
  'message-queued': z.strictObject({ template, channel }),
  'message-refused': z.strictObject({ template, reason }),
  'message-put-off': z.strictObject({ template, channel }),
  'message-released': z.strictObject({ template, channel }),
  'message-sent': z.strictObject({ channel }),
  'message-kept': z.strictObject({ channel }),
  'message-failed': z.strictObject({ channel, reason, again: z.boolean() }),
  'message-taken-back': z.strictObject({ template }),
  'messages-recalled': z.strictObject({ messages: z.int() }),
});
