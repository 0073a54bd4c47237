/**
 * Puts values into a text with places such as `{{name}}`. A place without a value stays, so that the slip is seen.
 *
 * @example fillText('{{n}} faults', { n: 3 }) // '3 faults'
 */
export function fillText(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place))
}
