-- AlterTable
ALTER TABLE "Community" ADD COLUMN     "ownLine" TEXT,
ADD COLUMN     "ownLineOn" TEXT,
ADD COLUMN     "pingRole" TEXT,
ADD COLUMN     "skipOn" TEXT;

-- CreateTable
CREATE TABLE "CommunityChange" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "accountId" TEXT,
    "what" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommunityChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CommunityChange_communityId_at_idx" ON "CommunityChange"("communityId", "at");

-- CreateIndex
CREATE INDEX "CommunityChange_accountId_idx" ON "CommunityChange"("accountId");

-- AddForeignKey
ALTER TABLE "CommunityChange" ADD CONSTRAINT "CommunityChange_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommunityChange" ADD CONSTRAINT "CommunityChange_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
