-- DropIndex
DROP INDEX "Delivery_status_lane_dueAt_id_idx";

-- DropIndex
DROP INDEX "Delivery_status_dueAt_lane_idx";

-- DropIndex
DROP INDEX "Delivery_userId_idx";

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "toldAt" TIMESTAMP(3),
ADD COLUMN     "tryAt" TIMESTAMP(3);
UPDATE "Delivery" SET "tryAt" = "dueAt";
ALTER TABLE "Delivery" ALTER COLUMN "tryAt" SET NOT NULL;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "details" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "muted" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pausedUntil" TEXT;

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "directChannel" TEXT;

-- AlterTable
ALTER TABLE "Community" ADD COLUMN     "problem" TEXT,
ADD COLUMN     "removedAt" TIMESTAMP(3),
ADD COLUMN     "setUpBy" TEXT;

-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN     "about" TEXT;

-- CreateTable
CREATE TABLE "StoppedLane" (
    "lane" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StoppedLane_pkey" PRIMARY KEY ("lane")
);

-- CreateIndex
CREATE INDEX "Delivery_status_lane_tryAt_id_idx" ON "Delivery"("status", "lane", "tryAt", "id");

-- CreateIndex
CREATE INDEX "Delivery_status_tryAt_lane_idx" ON "Delivery"("status", "tryAt", "lane");

-- CreateIndex
CREATE INDEX "Delivery_userId_dueAt_idx" ON "Delivery"("userId", "dueAt");

-- CreateIndex
CREATE INDEX "Community_removedAt_idx" ON "Community"("removedAt");
