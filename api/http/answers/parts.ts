/** The few kinds of value that answers are made of, as JSON has them. */
import { z } from 'zod';

export const text = z.string();
export const number = z.int().positive().describe('编号');
export const count = z.int();
export const calendarDay = z.string().meta({ format: 'date' });
export const instant = z.string().meta({ format: 'date-time', description: 'UTC' });
/** The same, or null. */
export const nullable = <T extends z.ZodType>(schema: T) => schema.nullable();
