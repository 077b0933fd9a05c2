-- AlterTable
ALTER TABLE "Program" ADD COLUMN "note" TEXT;
