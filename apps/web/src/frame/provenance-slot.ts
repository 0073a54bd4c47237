import { createContext } from 'react'

/** The place in the top bar where a page puts its provenance chip. */
export const ProvenanceSlot = createContext<HTMLElement | null>(null)
