-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "letter" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "trainedAt" TEXT;
