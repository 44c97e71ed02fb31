import { Param, type PipeTransform } from '@nestjs/common';
import { isUuid, NotFound } from '@platform/context';

class UuidPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw new NotFound(); // what is no id names no record
    return value.toLowerCase();
  }
}

/** An id in the address. @throws NotFound when it does not have the form of an id */
export const IdParam = (name = 'id') => Param(name, UuidPipe);
