/**
 * French messages with the spaces French printing asks for: narrow and unbroken before ? ! and ;, plain and unbroken before
 * a colon and inside « ». Translators type an ordinary space; without this a line could begin with a question mark.
 */
export const withFrenchSpaces = <M extends Readonly<Record<string, string>>>(messages: M): M =>
  Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, spaced(message)])) as M;

const spaced = (message: string): string =>
  message.replaceAll(/ (?=[?!;](?![\p{L}\p{N}=]))/gu, '\u202F').replaceAll(/ (?=:(?![\p{L}\p{N}:/]))| (?=»)|(?<=«) /gu, '\u00A0');
