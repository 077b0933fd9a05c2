-- AlterTable
ALTER TABLE "User" ADD COLUMN "certifiedOn" TEXT;
ALTER TABLE "User" ADD COLUMN "certifyBy" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Program" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "specialty" TEXT,
    "market" TEXT,
    "school" TEXT,
    "rotated" BOOLEAN NOT NULL DEFAULT false,
    "thankYou" TEXT NOT NULL DEFAULT 'unknown',
    "note" TEXT,
    "wish" TEXT,
    "mood" TEXT,
    "redFlag" TEXT,
    "knewName" BOOLEAN,
    "debrief" TEXT,
    "debriefedOn" TEXT,
    "applied" BOOLEAN NOT NULL DEFAULT false,
    "signal" TEXT,
    "rankPlace" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "writeId" TEXT NOT NULL,
    CONSTRAINT "Program_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Program" ("createdAt", "id", "market", "name", "nameKey", "note", "rotated", "school", "specialty", "thankYou", "userId", "writeId") SELECT "createdAt", "id", "market", "name", "nameKey", "note", "rotated", "school", "specialty", "thankYou", "userId", "writeId" FROM "Program";
DROP TABLE "Program";
ALTER TABLE "new_Program" RENAME TO "Program";
CREATE UNIQUE INDEX "Program_userId_nameKey_key" ON "Program"("userId", "nameKey");
CREATE UNIQUE INDEX "Program_id_userId_key" ON "Program"("id", "userId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
