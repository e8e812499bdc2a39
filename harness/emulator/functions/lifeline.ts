/** Run by Deno beside a function: its input is a pipe from the emulator. When it closes, the emulator is gone. */
import type { DenoNamespace } from './deno-namespace.ts'

declare const Deno: DenoNamespace

const nobodyWrites = new Uint8Array(1)
while ((await Deno.stdin.read(nobodyWrites)) !== null);
// The other thread may be in a loop that never ends: there is no asking.
Deno.kill(Deno.pid, 'SIGKILL')
