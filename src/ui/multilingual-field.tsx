import type { ReactNode } from 'react';
import { FieldGroup } from './choice.tsx';
import { type FieldProps, fieldId, textAt } from './field-values.ts';
import { uiWords } from './words.ts';

const scripts = [
  { lang: 'ar', dir: 'rtl', word: 'lang_ar' },
  { lang: 'fr', dir: 'ltr', word: 'lang_fr' },
  { lang: 'en', dir: 'ltr', word: 'lang_en' },
] as const;

/**
 * The same text in Arabic, French and English; posts `name.ar`, `name.fr`, `name.en`. The reader's own language comes
 * first. Use `rows` for long texts. An error may stand on the group (`title`) or on one language (`title.ar`).
 */
export const MultilingualField = (props: FieldProps & { rows?: number }): ReactNode => {
  const mine = props.view.locale.lang;
  const ordered = [...scripts].sort((a, b) => Number(b.lang === mine) - Number(a.lang === mine));
  return (
    <FieldGroup {...props} className="multilingual">
      {ordered.map((script, index) => (
        <OneLanguage key={script.lang} {...props} script={script} id={index === 0 ? fieldId(props.name) : undefined} />
      ))}
    </FieldGroup>
  );
};

const OneLanguage = (
  props: FieldProps & { rows?: number; script: (typeof scripts)[number]; id: string | undefined },
): ReactNode => {
  const { lang, dir, word } = props.script;
  const name = `${props.name}.${lang}`;
  const error = props.errors[name];
  const id = error ? fieldId(name) : (props.id ?? fieldId(name));
  const shared = {
    id,
    name,
    lang,
    dir,
    defaultValue: textAt(props.values, name),
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${id}-error` : undefined,
  };
  return (
    <div className="one-language">
      <label htmlFor={id}>{uiWords(props.view)(word)}</label>
      {props.rows ? <textarea {...shared} rows={props.rows} /> : <input {...shared} type="text" />}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <strong>{uiWords(props.view)('error_word')}</strong> {error}
        </p>
      ) : null}
    </div>
  );
};
