import { z } from 'zod';
import { readDay } from '../core/dates.ts';
import { UserError } from '../core/errors.ts';
import type { NotebookExport } from '../core/store.ts';
import { readCsv, type Sheet } from './csv.ts';
