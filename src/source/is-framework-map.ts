/** True if a YAML file is a framework map rather than an arrangement. */
export function isFrameworkMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'framework' in value && typeof value.framework === 'object';
}
