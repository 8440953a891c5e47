export { type JobHandler, type Jobs, openJobs, type QueueOptions } from './jobs.ts';
