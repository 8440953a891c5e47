export {
  type Config,
  type MapSettings,
  readConfig,
  type S3Settings,
  type SmsSettings,
  WrongSettings,
} from './config.ts';
