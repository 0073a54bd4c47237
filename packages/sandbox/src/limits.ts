/** What a code indicator may use. The limits are part of the sandbox's digest: with others, other code would fail. */
export const LIMITS = {
  /** The engine's whole memory, fixed when it starts, in WebAssembly pages of 64 KiB: 32 MiB. */
  memoryPages: 512,
  stackBytes: 256 * 1024,
  /** Time for one unit, after which the engine is asked to stop. */
  interruptMs: 250,
  /** Time without any answer, after which the thread is killed: some built-in functions never look at the clock. */
  killMs: 1000,
  /** Length of a program, in UTF-16 units. */
  sourceLength: 256 * 1024,
  /** Length of one unit's inputs as JSON. */
  inputLength: 256 * 1024,
} as const
