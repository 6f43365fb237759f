/** Where a permanent actor stands: moved in, signed, offered a place, or a door to be had. */
export type DoorState = 'moved-in' | 'signed' | 'offered' | 'open';

const leaf = { x: 20, y: 30, width: 80, height: 128 };

/** The three ways a barn door is braced, taken in turn. */
const braces = [
  'M23 33h74v122h-74zM23 33l74 122M97 33l-74 122',
  'M23 33h74v122h-74zM23 94h74M23 33l74 61M97 94l-74 61',
  'M23 33h74v122h-74zM23 76h74M23 76l74 79M97 76l-74 79M60 33v43',
] as const;

const boardLines = 'M0 0v168M15 0v168M30 0v168M45 0v168M60 0v168M75 0v168M90 0v168M105 0v168M120 0v168';
const leafLines = 'M36 30v128M52 30v128M68 30v128M84 30v128';

/** One module of the wall with its door. Silent: name and state stand below it. */
export function BarnDoor({ state, place }: { state: DoorState; place: number }) {
  return (
    <svg viewBox="0 0 120 168" aria-hidden="true">
      <path className="door-boards" d="M0 0h120v168H0z" />
      <path className="door-board-lines" d={boardLines} />
      <path className="door-trim" d="M13 23h94v135H13z" />
      {state !== 'open' && (
        <>
          <rect className="door-leaf" {...leaf} />
          <path className="door-leaf-lines" d={leafLines} />
        </>
      )}
      {state === 'moved-in' && <Braces pattern={place % 3} />}
      {state === 'signed' && <Braces pattern={1} />}
      {state === 'offered' && <Offer />}
      {state === 'open' && <OpenDoorway />}
      <path className="door-sill" d="M0 158h120v10H0z" />
      {state === 'open' && <path className="door-glow" opacity=".7" d="M20 158h80l14 10H20z" />}
    </svg>
  );
}

function Braces({ pattern }: { pattern: number }) {
  return (
    <>
      <path className="door-brace" d={braces[pattern]} />
      <path className="door-iron" d="M85 102h5v16h-5zM17 48h20v4H17zM17 134h20v4H17z" />
    </>
  );
}

function Offer() {
  return (
    <>
      <path className="door-dashes" d="M24 34h72v120h-72zM24 34l72 120M96 34l-72 120" />
      <path className="door-letter" d="M41 66h38v46H41z" />
      <path className="door-letter-lines" d="M47 78h26M47 86h26M47 94h16" />
      <circle className="door-glow" cx="60" cy="69" r="4" />
    </>
  );
}

function OpenDoorway() {
  return (
    <>
      <rect className="door-inside" {...leaf} />
      <path className="door-glow" d="M34 158V50h66v108z" />
      <path className="door-glow-light" d="M52 158V68h48v90z" />
      <path className="door-leaf" d="M20 30 3 18v148l17-8z" />
      <path className="door-leaf-lines" d="M12 25v136" />
    </>
  );
}
