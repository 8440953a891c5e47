export { type Config, readConfig, type S3Settings, WrongSettings } from './config.ts';
