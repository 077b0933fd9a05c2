-- AlterTable
ALTER TABLE "LogEntry" ADD COLUMN     "dimensions" TEXT NOT NULL DEFAULT '';
