-- Codes of fifteen minutes: none of the old kind is worth keeping.
DELETE FROM "LinkCode";

-- AlterTable
ALTER TABLE "LinkCode" ADD COLUMN     "accountId" TEXT NOT NULL,
ADD COLUMN     "handle" TEXT NOT NULL,
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "usedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "TakeAway" ADD COLUMN     "accountId" TEXT,
ADD COLUMN     "handle" TEXT,
ADD COLUMN     "triedSince" TIMESTAMP(3),
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Account" DROP COLUMN "triedSince",
DROP COLUMN "tries";

-- CreateTable
CREATE TABLE "LinkTry" (
    "key" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LinkTry_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "LinkTry_since_idx" ON "LinkTry"("since");

-- CreateIndex
CREATE UNIQUE INDEX "LinkCode_handle_key" ON "LinkCode"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "TakeAway_handle_key" ON "TakeAway"("handle");
