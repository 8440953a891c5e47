export { type Config, readConfig, type S3Settings, type SmsSettings, WrongSettings } from './config.ts';
