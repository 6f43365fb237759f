import { planScale, pointList, project } from './projection';

type Place = { x: number; y: number };

/** A spruce outside the yard. */
export function Spruce({ x, y, size }: Place & { size: number }) {
  const [px, py] = project(x, y);
  const k = size * planScale;
  const r = (value: number) => Math.round(value * k * 10) / 10;
  const top = Math.round((py - 52 * k) * 10) / 10;
  return (
    <>
      <ellipse className="yard-shade" cx={px} cy={py} rx={r(13)} ry={r(6.5)} />
      <path className="yard-spruce" d={`M${px} ${top}l${r(12)} ${r(24)}h${-r(5)}l${r(9)} ${r(24)}h${-r(32)}l${r(9)} ${-r(24)}h${-r(5)}z`} />
      <path className="yard-spruce-dark" d={`M${px} ${top}l${r(12)} ${r(24)}h${-r(5)}l${r(9)} ${r(24)}h${-r(16)}z`} />
    </>
  );
}

/** The tree in the middle that the house meets under, with a bench around it. */
export function YardTree({ x, y }: Place) {
  const [px, py] = project(x, y);
  return (
    <>
      <ellipse className="yard-shade" cx={px + 8} cy={py + 4} rx="46" ry="20" />
      <path className="yard-trunk" d={`M${px - 6} ${py}l3 -42h6l3 42z`} />
      <circle className="yard-crown" cx={px} cy={py - 74} r="44" />
      <path className="yard-crown-dark" d={`M${px} ${py - 118}a44 44 0 0 1 0 88a60 60 0 0 0 0 -88z`} />
      <ellipse className="yard-bench" cx={px} cy={py} rx="21" ry="10" />
    </>
  );
}

export function Well({ x, y }: Place) {
  const [px, py] = project(x, y);
  return (
    <>
      <ellipse className="yard-well" cx={px} cy={py} rx="15" ry="8" />
      <path className="yard-well-ring" d={`M${px - 15} ${py}v-9a15 8 0 0 1 30 0v9`} />
      <ellipse className="yard-water" cx={px} cy={py - 9} rx="15" ry="8" />
    </>
  );
}

export function Flag({ x, y }: Place) {
  const [px, py] = project(x, y);
  return (
    <>
      <path className="yard-pole" d={`M${px} ${py}v-112`} />
      <path className="yard-flag" d={`M${px} ${py - 110}l44 9l-44 9z`} />
    </>
  );
}

/** The gravel between the buildings and the road that leads in. */
export function Gravel() {
  const outline = [
    [-100, -118],
    [112, -118],
    [112, 120],
    [52, 120],
    [52, 270],
    [14, 270],
    [14, 120],
    [-100, 120],
  ] as const;
  return <polygon className="yard-gravel" points={pointList(outline.map(([x, y]) => project(x, y)))} />;
}
