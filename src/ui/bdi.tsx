import type { ReactNode } from 'react';

type Value = string | number | null | undefined;

/** One value from the data, walled off so that its direction never disturbs the sentence around it. Nothing for an empty value. */
export const Bdi = ({ children, lang }: { children?: Value; lang?: string }): ReactNode =>
  isEmpty(children) ? null : (
    <bdi dir="auto" lang={lang}>
      {children}
    </bdi>
  );

/** A phone, e-mail, identifier, time or signed number: always written from left to right. */
export const Ltr = ({ children }: { children?: Value }): ReactNode =>
  isEmpty(children) ? null : (
    <bdi dir="ltr" className="ltr">
      {children}
    </bdi>
  );

/** From one time of the day to another, never broken over two lines and read from left to right in every language. */
export const TimeRange = ({ opens, closes }: { opens: string; closes: string }): ReactNode => (
  <bdi dir="ltr" className="ltr unbroken">{`${opens}–${closes}`}</bdi>
);

/**
 * A person's name as it was written, in its own script, with the same name in the other script beside it when known.
 * `name` comes first whatever its script; the page does not choose for her.
 */
export const PersonName = ({ name, other }: { name: string; other?: string | null | undefined }): ReactNode => (
  <span className="name">
    <bdi dir="auto" lang={langOfName(name)}>
      {name}
    </bdi>
    {other && other !== name ? (
      <>
        {' '}
        <bdi dir="auto" lang={langOfName(other)} className="name-other">
          {other}
        </bdi>
      </>
    ) : null}
  </span>
);

/** Words someone typed freely: each line a paragraph with its own direction. */
export const FreeText = ({ text }: { text?: string | null | undefined }): ReactNode =>
  (text ?? '')
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, index) => (
      <p key={index} dir="auto" className="free-text">
        {line}
      </p>
    ));

const isEmpty = (value: Value): boolean => value === undefined || value === null || value === '';

/** Latin spellings of names here follow French sounds, so a screen reader reads them best as French. */
const langOfName = (name: string): string => (/\p{Script=Arabic}/u.test(name) ? 'ar' : 'fr');
