export { misuse, refusal } from "./command.ts";
export type { Call, Command, ExitCode, Outcome, Surroundings } from "./command.ts";
export { runProgram, type Screen } from "./program.ts";
export { inputMisuse, readBytes, readInput, type InputRefusal } from "./input.ts";
export { onStop, untilStopped } from "./stop.ts";
