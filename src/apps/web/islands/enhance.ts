/**
 * Makes the desk's forms and list links feel instant: sends by fetch, swaps `main`, keeps the focus, says what happened.
 * Without it everything works the same. `data-native` on a form leaves it to the browser. Works under Trusted Types.
 */

interface HtmlPolicy {
  createHTML(text: string): string;
}
type PolicyMaker = { createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy };

const policy = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes?.createPolicy('hadina', { createHTML: (text) => text });
const one = <E extends HTMLElement>(selector: string, within: ParentNode = document) => within.querySelector<E>(selector);

const withKey = (event: MouseEvent | KeyboardEvent) => event.ctrlKey || event.metaKey || event.altKey;

/** Parsed, never run: scripts in a parsed page stay dead. */
const parse = (text: string): Document =>
  new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, 'text/html');

/** Says how the sending goes, in sight; or, `visually-hidden`, to who listens only, what the page itself already tells. */
const announce = (how: 'sending' | 'failed' | 'visually-hidden', text = ''): void => {
  const place = one('#announce');
  if (!place) return;
  place.className = how;
  place.textContent = place.dataset[how] ?? text;
};

/** Shows the new page in place of the old; regions outside `main` that may change with it are swapped too. */
function show(page: Document, url: string): boolean {
  const main = one('main', page);
  if (!main || !one('main')) return false;
  const focused = document.activeElement?.id ?? '';
  for (const region of ['main', '.sections', '.languages']) {
    const fresh = one(region, page);
    if (fresh) one(region)?.replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
  if (url !== location.href) history.pushState(0, '', url);
  (one('#error-summary') ?? document.getElementById(focused) ?? one('h1') ?? main).focus();
  announce('visually-hidden', one('main [role=status]')?.innerText || document.title);
  return true;
}

/** Fetches a page and shows it; what is not a page of ours is left to the browser through `natively`. */
async function go(url: string, init: RequestInit, natively: () => void): Promise<void> {
  const response = await fetch(url, { ...init, headers: { accept: 'text/html' } });
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (!isPage || !show(parse(await response.text()), response.url)) natively();
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const fields = new FormData(form);
  const { name, value } = (submitter ?? {}) as HTMLButtonElement;
  if (name) fields.append(name, value);
  const text = new URLSearchParams(fields as unknown as Record<string, string>);
  const url = new URL(form.getAttribute('action') ?? '', location.href);
  const isPost = form.method === 'post';
  if (!isPost) url.search = String(text);
  form.ariaBusy = 'true';
  announce('sending');
  try {
    const body = form.enctype === 'multipart/form-data' ? fields : text;
    await go(url.href, isPost ? { method: 'POST', body } : {}, () => HTMLFormElement.prototype.submit.call(form));
  } catch {
    announce('failed');
  }
  form.ariaBusy = null;
}

addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.ariaBusy) return event.preventDefault();
  if (event.defaultPrevented || 'native' in form.dataset) return;
  event.preventDefault();
  send(form, event.submitter);
});

addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-swap]');
  if (!link || event.button || event.shiftKey || withKey(event)) return;
  event.preventDefault();
  const natively = () => location.assign(link.href);
  go(link.href, {}, natively).catch(natively);
});

addEventListener('popstate', () => location.reload());

addEventListener('keydown', (event) => {
  if (withKey(event) || (event.target as Element).closest('input,select,textarea')) return;
  if (event.key === '/') {
    event.preventDefault();
    one('.search-box input')?.focus();
  }
  const step = { j: 1, k: -1 }[event.key];
  if (!step) return;
  const links = [...document.querySelectorAll<HTMLElement>('.row-link')];
  links[Math.max(0, links.indexOf(document.activeElement as HTMLElement) + step)]?.focus();
});
