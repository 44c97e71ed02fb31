import 'reflect-metadata';
import { WorkerModule } from './worker.module';
import { runWorker } from './run-worker';

void runWorker(WorkerModule);
