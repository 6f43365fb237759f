import { Chair, Plant, Rug } from './furniture';
import { GrandPiano } from './instruments';
import { paint } from './palette';
import { RoomDrawing, type DrawingProps } from './room-drawing';

const arcs = [
  { radius: 132, seats: 5 },
  { radius: 188, seats: 6 },
  { radius: 244, seats: 7 },
];

/** Places on an arc around the piano, from upper right to lower right. */
function seatsOn({ radius, seats }: { radius: number; seats: number }) {
  return Array.from({ length: seats }, (_, i) => {
    const angle = -46 + (92 * i) / (seats - 1);
    const radians = (angle * Math.PI) / 180;
    return {
      x: Math.round(186 + radius * 1.25 * Math.cos(radians)),
      y: Math.round(150 + radius * 0.66 * Math.sin(radians)),
      turn: Math.round(angle) - 90,
    };
  });
}

/** Høyloftet: a grand piano under the beams, and chairs around it. */
export function Loft({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label}>
      <path fill={paint.cream} opacity=".4" d="M470 12h64l-70 276h-64zM560 12h64l-70 276h-64z" />
      <path fill={paint.oak} opacity=".55" d="M274 0h10v300h-10zM448 0h10v300h-10zM622 0h10v300h-10z" />
      <Rug x={150} y={150} width={236} height={180} colour={paint.spruce} />
      <GrandPiano x={164} y={150} />
      {arcs.flatMap(seatsOn).map((seat, i) => (
        <Chair key={i} {...seat} colour={i % 3 === 1 ? paint.straw : paint.red} />
      ))}
      <Plant x={38} y={46} />
      <Plant x={38} y={256} />
    </RoomDrawing>
  );
}
