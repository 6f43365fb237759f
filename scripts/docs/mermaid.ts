/** Arrows as a Mermaid drawing, from top to bottom. */
import type { Arrow } from './imports';

/** What a box says, where it is more than its name. */
type Labels = Readonly<Record<string, string>>;

/** @throws when the arrows go round in a circle: then they cannot all point down */
export function drawMermaid(arrows: readonly Arrow[], labels: Labels = {}): string {
  const circle = findCircle(arrows);
  if (circle) throw new Error(`Arrows must point down, but these go round: ${circle.join(' → ')}`);
  const names = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].toSorted();
  return [
    '```mermaid',
    'flowchart TD',
    ...names.map((name) => (labels[name] === undefined ? `  ${name}` : `  ${name}["${labels[name]}"]`)),
    ...withoutDetours(arrows).map(({ from, to, typesOnly }) => `  ${from} ${typesOnly ? '-.->' : '-->'} ${to}`),
    '```',
  ].join('\n');
}

/** Leaves out an arrow that follows from others: where a → b → c is drawn, a → c says nothing new. Types alone prove nothing. */
export function withoutDetours(arrows: readonly Arrow[]): Arrow[] {
  const solid = arrows.filter(({ typesOnly }) => !typesOnly);
  return arrows.filter(({ from, to }) => !solid.some((step) => step.from === from && step.to !== to && isReachable(solid, step.to, to)));
}

function isReachable(arrows: readonly Arrow[], from: string, to: string): boolean {
  return from === to || arrows.some((arrow) => arrow.from === from && isReachable(arrows, arrow.to, to));
}

function findCircle(arrows: readonly Arrow[]): string[] | null {
  const follow = (path: readonly string[]): string[] | null => {
    const last = path.at(-1);
    for (const { to } of arrows.filter(({ from }) => from === last)) {
      const circle = path.includes(to) ? [...path.slice(path.indexOf(to)), to] : follow([...path, to]);
      if (circle) return circle;
    }
    return null;
  };
  for (const { from } of arrows) {
    const circle = follow([from]);
    if (circle) return circle;
  }
  return null;
}
