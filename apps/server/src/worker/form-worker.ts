import { parentPort } from 'node:worker_threads'
import { checkForms, type FormsToCheck } from '@plumbline/plugin-host'

/** A thread for one check: one request, one `FormVerdict`. */
parentPort?.once('message', (asked: FormsToCheck) => parentPort?.postMessage(checkForms(asked)))
