export { compareDrafts, type CompareOptions } from './compare.ts';
