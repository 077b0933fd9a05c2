-- AlterTable
ALTER TABLE "PendingCall" ADD COLUMN     "letters" INTEGER NOT NULL DEFAULT 0;
