import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RoomIllustration, type RoomDrawingKind } from './room-illustration';

const drawings = readFileSync(new URL('./rooms.svg', import.meta.url), 'utf8');
const drawn = [...drawings.matchAll(/^ {2}<g id="([^"]+)">/gm)].map(([, id]) => id ?? '');

const drawingOf = (slug: string, kind: RoomDrawingKind = 'unit') =>
  /<use href="[^"]*#([^"]+)"/.exec(renderToStaticMarkup(<RoomIllustration slug={slug} kind={kind} />))?.[1];

describe('the drawing of a room', () => {
  it('is its own when it has one', () => {
    expect(drawn).toContain('storsalen');
    expect(drawn.map((slug) => drawingOf(slug))).toEqual(drawn);
  });

  it.each(['rehearsal', 'production', 'dissemination', 'unit'] as const)('is that of its kind for a new room: %s', (kind) => {
    expect(drawn).toContain(drawingOf('a-new-room', kind));
  });
});
