import './access.ts';
import './events.ts';
import './deliver/delivery-to-send.query.ts';
import './deliver/note-attempt.ts';
import type { Page } from '#core/page.ts';
import { subscriptionPage, subscriptionPosts } from './subscription-pages/subscription.page.tsx';
import { subscriptionsPage } from './subscription-pages/subscriptions.page.tsx';
import { replaceSecretPage } from './subscription-pages/replace-secret.page.tsx';
import { changeSubscriptionPage, subscribePage } from './subscription-pages/write-subscription.page.tsx';

/** Every page of webhooks, below the settings of a hub or of the network. A fixed address stands before `:name`. */
export const webhooksRoutes: Page[] = [
  subscriptionsPage, subscribePage, subscriptionPage, changeSubscriptionPage, replaceSecretPage, ...subscriptionPosts,
];
