/** A code indicator: works out one unit's raw value from its inputs. */
export interface CodeIndicator<Inputs> {
  /** @returns A finite number, true or false, or null for no value. */
  readonly value: (inputs: Inputs) => number | boolean | null
}

/**
 * What a program exports by default. It gives back what it gets: the types are what it is for.
 *
 * @example defineIndicator<{ used: number; all: number }>({ value: ({ used, all }) => (100 * used) / all })
 */
export const defineIndicator = <Inputs>(indicator: CodeIndicator<Inputs>): CodeIndicator<Inputs> => indicator
