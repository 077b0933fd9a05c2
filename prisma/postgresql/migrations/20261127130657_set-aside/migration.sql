-- AlterTable
ALTER TABLE "User" ADD COLUMN     "moved" TEXT NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "SetAside" (
    "id" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "ownerId" TEXT,
    "error" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 1,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SetAside_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SetAside_ownerId_idx" ON "SetAside"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "SetAside_model_rowId_key" ON "SetAside"("model", "rowId");
