import type { ReactNode } from 'react';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import { confidentialWords } from '../words.ts';
import type { EndedLine, FileLine } from './file-list.query.ts';

/** The files open to me, each leading to its sheet. */
export const FileLines = ({ view, files }: { view: View; files: readonly FileLine[] }): ReactNode => {
  const words = confidentialWords(view);
  return (
    <Card title={words('files.title')}>
      {files.length === 0 ? <p className="soft">{words('files.none')}</p> : null}
      <ul className="found">
        {files.map((file) => (
          <li key={file.id}>
            <p><a href={`/safe/f/${file.id}`}><Bdi>{file.called}</Bdi></a> · <Ltr>{file.code}</Ltr></p>
            <p className="soft">{words('files.until')} <AtTime view={view} value={file.until} /></p>
            {file.may === 'read' ? <Badge tone="saffron">{words('files.read')}</Badge> : null}
            {file.closed ? <Badge>{words('files.closed')}</Badge> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** Files I held until lately: by their code only, with the button that asks to go on. */
export const EndedLines = ({ view, ended }: { view: View; ended: readonly EndedLine[] }): ReactNode => {
  const words = confidentialWords(view);
  if (ended.length === 0) return null;
  return (
    <Card title={words('files.ended')}>
      <ul className="found">
        {ended.map((line) => (
          <li key={line.file}>
            <p><Ltr>{line.code}</Ltr></p>
            <p className="soft">{words('files.ended_on')} <AtTime view={view} value={line.endedAt} /></p>
            <PostButton view={view} action={`/safe/again/${line.file}`} icon="lock" kind="quiet">{words('files.ask_again')}</PostButton>
          </li>
        ))}
      </ul>
    </Card>
  );
};
