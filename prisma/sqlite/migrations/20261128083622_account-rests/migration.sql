-- AlterTable
ALTER TABLE "Account" ADD COLUMN "restsSince" DATETIME;
