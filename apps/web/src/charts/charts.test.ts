import { describe, expect, it } from 'vitest'
import { gradeColour, onGradeColour, pillarColour } from '../shared/colours.ts'
import { swarm } from './swarm.ts'

describe('swarm', () => {
  it('puts apart what would cover each other, in order of score', () => {
    const dots = swarm([80, 50, 50.2, 50.4], { binWidth: 1, steps: 3 })
    expect(dots.map(({ index, step }) => [index, step])).toEqual([
      [1, 0],
      [2, 1],
      [3, -1],
      [0, 0],
    ])
  })

  it('never grows beyond its steps, and keeps every dot at its score', () => {
    const scores = Array.from({ length: 40 }, () => 61.3)
    const dots = swarm(scores, { binWidth: 1, steps: 5 })
    expect(dots).toHaveLength(40)
    expect(Math.max(...dots.map(({ step }) => Math.abs(step)))).toBe(5)
    expect(new Set(dots.map(({ score }) => score))).toEqual(new Set([61.3]))
  })
})

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** WCAG 2.2 contrast ratio. */
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe('colours', () => {
  it('pillars stand out from white', () => {
    for (let index = 0; index < 8; index += 1)
      expect(contrast(pillarColour(index), '#ffffff')).toBeGreaterThanOrEqual(3)
  })

  it('text on a grade can be read', () => {
    for (let index = 0; index < 5; index += 1) {
      expect(contrast(gradeColour(index, 5), onGradeColour(index, 5))).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('the highest grade is the darkest, whatever the number of grades', () => {
    expect(gradeColour(3, 4)).toBe(gradeColour(4, 5))
    expect(luminance(gradeColour(0, 3))).toBeGreaterThan(luminance(gradeColour(2, 3)))
  })
})
