import { expect } from 'chai';
import { type ErrorCode, GrowthError } from '../../src/errors.js';

/** The error that a promise is rejected with; fails unless it is a GrowthError of that code. */
export async function rejection(promise: Promise<unknown>, code: ErrorCode): Promise<GrowthError> {
  let caught: unknown;
  try {
    await promise;
  } catch (error) {
    caught = error;
  }
  expect(caught, `expected an error ${code}`).to.be.instanceOf(GrowthError);
  const error = caught as GrowthError;
  expect(error.code).to.equal(code);
  return error;
}
