export { fuzz, type Fuzzed, type Fuzzing } from './fuzz.ts';
