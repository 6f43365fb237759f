import { Amp, DrumKit, Keyboard, Microphone, Speaker } from './instruments';
import { paint } from './palette';
import { RoomDrawing, type DrawingProps } from './room-drawing';

const seatRows = [34, 60, 86, 112, 176, 202, 228, 254];
const seatColumns = Array.from({ length: 12 }, (_, i) => 304 + i * 27);

/** Storsalen: a stage with its curtain, and rows of seats with an aisle between. */
export function GreatHall({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label} floor="dark-wood">
      <path fill={paint.oak} d="M0 12h226v276H0z" />
      <path stroke="#4a3826" strokeWidth="2" d="M38 12v276M76 12v276M114 12v276M152 12v276M190 12v276" />
      <path fill={paint.straw} d="M222 12h6v276h-6z" />
      <path fill={paint.red} d="M0 12h22v276H0z" />
      <path fill="none" stroke={paint.redShade} strokeWidth="4" d="M5 12v276M12 12v276M19 12v276" />
      <DrumKit x={100} y={150} turn={90} scale={0.72} />
      <Microphone x={184} y={150} />
      <Microphone x={176} y={92} scale={0.8} />
      <Keyboard x={106} y={48} turn={180} scale={0.8} stool={false} />
      <Amp x={106} y={262} turn={180} scale={0.8} />
      <Speaker x={196} y={36} />
      <Speaker x={196} y={264} />
      <path fill={paint.ink} d="M204 100h16v34h-16zM204 166h16v34h-16z" />
      {seatRows.map((y, row) => (
        <g key={y} fill={row % 2 ? paint.redShade : paint.red}>
          {seatColumns.map((x) => (
            <path key={x} d={`M${x} ${y - 9}h17v18h-17z`} />
          ))}
        </g>
      ))}
      <path stroke={paint.cream} strokeWidth="2" strokeDasharray="8 8" d="M296 144h344" />
    </RoomDrawing>
  );
}
