import { DeskChair, Plant, Rug } from './furniture';
import { paint } from './palette';
import { RoomDrawing, type DrawingProps } from './room-drawing';

/** A unit to let: a desk, shelves and room to grow. */
export function LetUnit({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label}>
      <Rug x={410} y={190} width={220} height={150} colour={paint.straw} seam={paint.red} />
      <path fill={paint.oak} d="M60 40h220v84H60z" />
      <path fill={paint.ink} d="M120 52h92v16h-92z" />
      <path fill={paint.cream} d="M128 84h70v22h-70zM226 60h34v44h-34z" />
      <DeskChair x={166} y={166} colour={paint.spruce} />
      <path fill={paint.redShade} d="M420 24h180v40H420z" />
      {[432, 456, 480, 512, 536, 568].map((x, i) => (
        <path key={x} fill={[paint.straw, paint.cream, paint.spruce][i % 3]} d={`M${x} 30h18v28h-18z`} />
      ))}
      <Plant x={64} y={246} />
      <path fill={paint.spruce} d="M560 160h48v100h-48z" />
      <path fill={paint.spruceLight} d="M560 168h38v40h-38zM560 212h38v40h-38z" />
    </RoomDrawing>
  );
}
