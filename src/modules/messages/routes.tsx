import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './queue/queue-message.ts';
import './queue/recall-messages.ts';
import './release/message-due.query.ts';
import './release/note-outcome.ts';
import './release/release-message.ts';
import { outboxPage, takeBackPage } from './outbox/outbox.page.tsx';
import { sendByHandPage } from './send-by-hand/send-by-hand.page.tsx';

/** The pages of messages; every action and query of the module is registered by being imported here or by a page. */
export const messagesRoutes: Page[] = [outboxPage, takeBackPage, sendByHandPage];
