import type { ReactElement } from 'react';
import type { Page, Screen } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { CitizenPage, HelpPage, KeptPage, StaffPage } from '#ui/document.tsx';
import { PrintSheet, SheetTools } from '#ui/print-sheet.tsx';
import type { View } from '#ui/view.ts';

/** Puts a page's content into the document its audience needs. */
export function framed(page: Pick<Page, 'audience'>, screen: Screen, view: View): ReactElement {
  const props = { view: screen.hubName ? { ...view, hubName: screen.hubName } : view, title: screen.title, children: screen.body };
  switch (page.audience) {
    case 'citizen': return <CitizenPage {...props} />;
    case 'staff': return screen.keptOnDevice ? <KeptPage {...props} /> : <StaffPage {...props} />;
    case 'help': return <HelpPage {...props} />;
    case 'print': {
      const tools = <SheetTools view={view} {...(screen.back ? { back: screen.back } : {})} {...(screen.onlyOnce ? { onlyOnce: true } : {})} />;
      return <PrintSheet {...props} view={{ ...props.view, ...screen.reader }} code={screen.code} tools={tools} button={screen.back !== undefined} {...(screen.size ? { size: screen.size } : {})} printedAt={houseTime()} />;
    }
  }
}
