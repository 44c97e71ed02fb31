export { actorOf, type Link, type LinkSpec } from './link';
export { LinkInvalid } from './link.errors';
export { type LinkHandler } from './link-handler';
export { LinksHttpModule } from './links-http.module';
export { LinksModule } from './links.module';
export { LinksWorkerModule } from './links-worker.module';
export { Links } from './links.service';
