-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "doneAt" TIMESTAMP(3),
ADD COLUMN     "items" TEXT NOT NULL DEFAULT '[]';
