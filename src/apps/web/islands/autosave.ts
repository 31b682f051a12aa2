/**
 * Keeps what is typed while it is typed: each changed field of a `data-autosave` place is sent a moment after the last key, and when the
 * page is left. The answer holds the marks of what stands on the server, so that another window is never written over: notes carry one each
 * in a field beside them, answers of a form all of theirs in `seen`.
 */

const REST = 1500;
const AGAIN = 5000;
const changed = new Map<HTMLElement, Set<string>>();
const waiting = new Map<HTMLElement, number>();
const busy = new Set<HTMLElement>();

/** The part of a name after its first point. */
const codeOf = (name: string): string => name.replace(/^\w+\./, '');

const field = (place: HTMLElement, name: string) => place.querySelector<HTMLInputElement>(`[name="${name}"]`);

const say = (place: HTMLElement, how: 'kept' | 'unkept' | 'both' | 'refused', also = ''): void => {
  const status = place.querySelector('[data-autosaved]');
  if (status) status.textContent = `${place.dataset[how]}${also}`;
};

function later(place: HTMLElement, rest: number): void {
  clearTimeout(waiting.get(place));
  waiting.set(place, window.setTimeout(() => save(place), rest));
}

async function save(place: HTMLElement): Promise<void> {
  const names = [...(changed.get(place) ?? [])];
  if (!names.length || busy.has(place) || !place.isConnected) return;
  busy.add(place);
  changed.delete(place);
  let rest = REST;
  const typed = new FormData(place.querySelector('form')!);
  const body = new URLSearchParams({ _csrf: typed.get('_csrf') as string });
  const seen = field(place, 'seen');
  const marks = JSON.parse(seen?.value ?? '{}');
  const sent: Record<string, unknown> = {};
  for (const name of names) {
    const code = codeOf(name);
    for (const value of typed.getAll(name)) body.append(name, value as string);
    if (seen) sent[code] = marks[code] ?? '';
    else body.set(`shown.${code}`, field(place, `shown.${code}`)!.value);
  }
  if (seen) body.set('seen', JSON.stringify(sent));
  try {
    const answer = await fetch(place.dataset.autosave!, { method: 'POST', body, keepalive: String(body).length < 60_000, redirect: 'error', headers: { accept: 'text/html' } });
    // What is not taken as it stands is not sent again by itself: the button shows why.
    if (answer.status === 422 && place.dataset.refused) say(place, 'refused');
    else {
      if (!answer.ok) throw answer;
      const text = await answer.text();
      for (const [, code, mark] of text.matchAll(/name="shown\.([\w-]+)" value="([^"]*)"/g)) {
        if (seen) marks[code!] = mark;
        else field(place, `shown.${code}`)!.value = mark!;
      }
      if (seen) seen.value = JSON.stringify(marks);
      say(place, text.includes('data-apart') ? 'both' : 'kept', ` · ${new Date().toTimeString().slice(0, 5)}`);
    }
  } catch {
    changed.set(place, new Set([...names, ...(changed.get(place) ?? [])]));
    say(place, 'unkept');
    rest = AGAIN;
  }
  busy.delete(place);
  if (changed.has(place)) later(place, rest);
}

addEventListener('input', (event) => {
  const typed = event.target as HTMLInputElement;
  const place = typed.closest<HTMLElement>('[data-autosave]');
  if (!place || !/^(notes|answers)\./.test(typed.name)) return;
  changed.set(place, (changed.get(place) ?? new Set()).add(typed.name));
  later(place, REST);
});

// What the button sends, it sends whole.
addEventListener('submit', (event) => {
  const place = (event.target as Element).closest<HTMLElement>('[data-autosave]');
  if (place) changed.delete(place);
}, true);

addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const place of changed.keys()) save(place);
});
