import { initTRPC, TRPCError } from '@trpc/server'
import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { z } from 'zod'
import type { RequestContext } from './context.ts'

/** What fault codes mean in HTTP; all others are a bad request. */
const NOT_FOUND = new Set([
  'ROUND_UNKNOWN',
  'STANDARD_UNKNOWN',
  'VERSION_UNKNOWN',
  'UNIT_NOT_IN_ROUND',
  'NODE_UNKNOWN',
  'ANALYSIS_UNKNOWN',
  'NO_EARLIER_ROUND',
])
const CONFLICT = new Set([
  'ROUND_CHANGED',
  'ROUND_NOT_SCORED',
  'ROUND_VERSION_TAKEN',
  'PLUGIN_VERSION_PUBLISHED',
  'VERSION_TRANSITION',
])
const BUSY = new Set(['ANALYSIS_BUSY'])
const SERVER = new Set([
  'RESULT_DIFFERS',
  'LOCK_PLUGIN_ABSENT',
  'LOCK_DIGEST',
  'SCORING_STOPPED',
  'READING_STOPPED',
  'ANALYSIS_STOPPED',
  'INTERNAL',
])

const t = initTRPC.context<RequestContext>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: {
      ...shape.data,
      faults: faultsOf(error),
      errorId: error.cause instanceof ReportedError ? error.cause.id : null,
    },
  }),
})

/** An error that no fault explains, after it was logged: what leaves the server is the id and nothing else. */
class ReportedError extends FaultError {
  readonly id: string

  constructor(id: string) {
    super([fault('INTERNAL', { id })])
    this.id = id
  }
}

export const { router, createCallerFactory } = t

export const procedure = t.procedure.use(async ({ ctx, next }) => {
  // Another server on the same database may have taken a version in.
  await ctx.standards.refresh(ctx.database.db).catch(ctx.report)
  const result = await next()
  if (result.ok) return result
  const { cause } = result.error
  if (cause instanceof FaultError) throw new TRPCError({ code: codeOf(cause.faults), message: messageOf(cause), cause })
  if (result.error.code !== 'INTERNAL_SERVER_ERROR') throw result.error
  const reported = new ReportedError(ctx.report(cause ?? result.error))
  throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: messageOf(reported), cause: reported })
})

function faultsOf({ cause, code }: TRPCError): readonly Fault[] {
  if (cause instanceof FaultError) return cause.faults
  if (cause instanceof z.ZodError)
    return cause.issues.map(({ path, message }) => fault('INPUT_INVALID', { message }, { path: path.join('/') }))
  return [fault('REQUEST_REFUSED', { code })]
}

const messageOf = ({ faults }: FaultError): string => faults.map(({ code }) => code).join(' ')

function codeOf(faults: readonly Fault[]): TRPCError['code'] {
  const any = (codes: ReadonlySet<string>) => faults.some(({ code }) => codes.has(code))
  if (any(SERVER)) return 'INTERNAL_SERVER_ERROR'
  if (any(NOT_FOUND)) return 'NOT_FOUND'
  if (any(BUSY)) return 'TOO_MANY_REQUESTS'
  return any(CONFLICT) ? 'CONFLICT' : 'BAD_REQUEST'
}
