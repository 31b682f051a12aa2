const ink = '#1b2a33';

/** A drawing of the kit with the colours a style sheet would give it, so that it stands alone; a directional one turned for Arabic. */
export function inkedDrawing(svg: string, classes: string, dir: 'ltr' | 'rtl'): string {
  const inside = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '').replace(/<title>[\s\S]*?<\/title>/g, '');
  const box = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 24 24';
  const width = box.split(' ')[2];
  const turned = classes.includes('directional') && dir === 'rtl' ? `<g transform="matrix(-1 0 0 1 ${width} 0)">${inside}</g>` : inside;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" ${paintOf(classes)}>${turned.replaceAll('currentColor', ink)}</svg>`;
}

function paintOf(classes: string): string {
  if (classes.split(' ').includes('photo')) return '';
  if (classes.includes('qr')) return 'shape-rendering="crispEdges"';
  if (classes.includes('khatam')) return `fill="none" stroke="${ink}" stroke-width="4"`;
  return `fill="none" stroke="${ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"`;
}
