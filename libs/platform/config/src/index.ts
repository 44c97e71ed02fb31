export { Config, ConfigError, loadConfig, type S3Config } from './config';
export { ConfigModule } from './config.module';
export { PROJECT_ROOT } from './project-root';
export { seal, SecretBox, unseal } from './secret-box';
