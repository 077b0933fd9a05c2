-- DropIndex
DROP INDEX "UnansweredRequest_platform_takenAt_idx";

-- AlterTable
ALTER TABLE "UnansweredRequest" ADD COLUMN     "bot" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "UnansweredRequest_platform_bot_takenAt_idx" ON "UnansweredRequest"("platform", "bot", "takenAt");
