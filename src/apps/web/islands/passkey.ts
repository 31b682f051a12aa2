import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/**
 * Lets a passkey fill in its form: asks the device, puts the answer into the hidden field, sends the form. Forms that need a
 * passkey stay hidden where the browser knows none; then there are codes.
 */
const knows = 'PublicKeyCredential' in globalThis && isSecureContext;
for (const place of document.querySelectorAll<HTMLElement>('[data-passkeys]')) place.hidden = !knows;
for (const place of document.querySelectorAll<HTMLElement>('[data-no-passkeys]')) place.hidden = knows;

async function answer(form: HTMLFormElement, field: HTMLInputElement): Promise<void> {
  const optionsJSON = JSON.parse(field.dataset.question!);
  const failed = form.querySelector<HTMLElement>('[role=status]')!;
  failed.hidden = true;
  try {
    const made = field.dataset.way === 'create' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON });
    field.value = JSON.stringify(made);
    HTMLFormElement.prototype.submit.call(form);
  } catch {
    failed.hidden = false;
  }
}

addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  const field = form.querySelector<HTMLInputElement>('input[data-way]');
  if (!field || field.value) return;
  event.preventDefault();
  if (form.reportValidity()) answer(form, field);
});

// Coming back from the sign-in of another house: nothing is left to choose.
document.querySelector<HTMLFormElement>('form[data-goes-on]')?.requestSubmit();
