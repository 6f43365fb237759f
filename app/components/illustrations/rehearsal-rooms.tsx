import { RoundRug, Plant, Rug, Sofa, StripedRug, Chair } from './furniture';
import { Amp, DrumKit, Guitar, Keyboard, Microphone, MusicStand, Speaker } from './instruments';
import { paint } from './palette';
import { RoomDrawing, type DrawingProps } from './room-drawing';

const cable = { fill: 'none', stroke: paint.ink, strokeWidth: 3 } as const;

/** The kit in a corner on a round rug, bass and guitar facing it. */
export function RehearsalRoom1({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label} floor="dark-wood">
      <RoundRug x={462} y={150} radius={124} />
      <DrumKit x={462} y={142} skin={paint.red} />
      <Amp x={84} y={60} />
      <Amp x={186} y={60} />
      <path {...cable} d="M186 80c0 60 50 40 60 84s-40 70 10 90" />
      <Microphone x={232} y={150} />
      <Guitar x={100} y={214} turn={24} />
      <Guitar x={172} y={222} turn={-14} body={paint.red} />
      <Speaker x={594} y={250} turn={-30} />
    </RoomDrawing>
  );
}

/** The kit in the middle of a red rug, amplifiers, piano and a sofa around it. */
export function RehearsalRoom2({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label}>
      <Rug x={321} y={150} width={250} height={196} />
      <DrumKit x={322} y={140} />
      <Amp x={82} y={60} />
      <Amp x={82} y={132} />
      <path {...cable} d="M124 62c40 0 20 60 60 62s-10 90 40 112" />
      <Keyboard x={556} y={53} />
      <Microphone x={522} y={200} />
      <Sofa x={99} y={242} />
    </RoomDrawing>
  );
}

/** Chairs and music stands in a half circle on a striped rug: for choir, strings and songs. */
export function RehearsalRoom3({ label }: DrawingProps) {
  const seats = [
    { x: 196, y: 214, turn: 60 },
    { x: 222, y: 130, turn: 105 },
    { x: 322, y: 88, turn: 180 },
    { x: 422, y: 130, turn: 255 },
    { x: 448, y: 214, turn: 300 },
  ];
  return (
    <RoomDrawing label={label} walls={paint.spruce}>
      <StripedRug x={322} y={176} width={360} height={170} />
      {seats.map((seat) => (
        <Chair key={seat.x} {...seat} colour={paint.spruce} />
      ))}
      <MusicStand x={252} y={206} turn={240} />
      <MusicStand x={272} y={158} turn={290} />
      <MusicStand x={322} y={140} />
      <MusicStand x={372} y={158} turn={70} />
      <MusicStand x={392} y={206} turn={120} />
      <Keyboard x={92} y={60} />
      <Guitar x={566} y={120} turn={16} />
      <Plant x={590} y={244} />
      <Plant x={48} y={250} />
    </RoomDrawing>
  );
}

/** A hard-hitting room: kit on a dark rug between two stacks and a singing system. */
export function RehearsalRoom4({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label} floor="stone">
      <Rug x={210} y={150} width={252} height={206} colour={paint.ink} seam={paint.red} />
      <DrumKit x={210} y={142} skin={paint.straw} />
      <Amp x={400} y={44} />
      <Amp x={400} y={84} />
      <Amp x={516} y={44} />
      <Amp x={516} y={84} />
      <path {...cable} d="M400 104c0 40 60 20 60 60s-50 40-20 90" />
      <Microphone x={420} y={176} />
      <Microphone x={512} y={196} />
      <Speaker x={600} y={160} turn={-20} />
      <Speaker x={600} y={226} turn={-20} />
      <Sofa x={448} y={254} colour={paint.red} cushion="#b3402f" />
      <Speaker x={40} y={44} turn={40} />
    </RoomDrawing>
  );
}

/** The small one: two guitars, a keyboard, a rug and daylight. */
export function RehearsalRoom5({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label} walls={paint.strawShade}>
      <path fill={paint.cream} opacity=".35" d="m80 12 130 0 90 276H170zM330 12h130l90 276H420z" />
      <Rug x={320} y={158} width={250} height={170} colour={paint.cream} seam={paint.red} />
      <Chair x={276} y={150} turn={-70} colour={paint.spruce} />
      <Chair x={366} y={150} turn={70} colour={paint.spruce} />
      <MusicStand x={320} y={112} />
      <Guitar x={246} y={226} turn={-58} />
      <Guitar x={452} y={160} turn={18} body={paint.redShade} />
      <Keyboard x={112} y={70} />
      <Amp x={548} y={60} />
      <Plant x={64} y={238} />
      <Sofa x={548} y={244} colour={paint.straw} cushion="#eebb58" />
    </RoomDrawing>
  );
}
