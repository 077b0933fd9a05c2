-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "restsSince" TIMESTAMP(3);
