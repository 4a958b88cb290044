import { soakFaults } from "./soak-faults.ts";

/** A SID that tells the server how to behave, and that no other request of a soak has. */
export function soakSid(requestNumber: number): string {
  const index = faultIndex(requestNumber);
  return `CH${hex(index, 2)}${hex(requestNumber, 30)}`;
}

/** Reads the index in `soakFaults` back; undefined where there is none. */
export function soakFaultOf(sid: string): (typeof soakFaults)[number] | undefined {
  return soakFaults[Number.parseInt(sid.slice(2, 4), 16)];
}

const total = soakFaults.reduce((sum, { share }) => sum + share, 0);

/** Spreads the faults by their shares, evenly and the same each time: the golden ratio's rotation. */
function faultIndex(requestNumber: number): number {
  const point = ((requestNumber * 0.618_033_988_749_895) % 1) * total;
  let passed = 0;
  return soakFaults.findIndex(({ share }) => {
    passed += share;
    return point < passed;
  });
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
