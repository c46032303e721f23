import type { Severity } from './diagnostic.ts'

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** Whether a severity is `least` or worse. */
export const isAtLeast = (severity: Severity, least: Severity): boolean => RANK[severity] >= RANK[least]

/** The worst one first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']
