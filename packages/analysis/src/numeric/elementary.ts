/** The kernel's own logarithm and exponential: the same bits in every engine. */
export { exp, ln } from '@plumbline/kernel'
