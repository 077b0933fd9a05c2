-- AlterTable
ALTER TABLE "Community" ADD COLUMN     "trackMatch" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "trackShiftDays" INTEGER NOT NULL DEFAULT 0;
