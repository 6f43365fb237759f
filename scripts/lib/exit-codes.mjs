/** With what a process ends that lost its database: not its fault, and worth trying again (`EX_TEMPFAIL` of sysexits). */
export const LOST_DATABASE = 75;
