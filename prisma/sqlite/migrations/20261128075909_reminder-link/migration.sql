-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN "link" TEXT;
